"""Speech without a closing quotation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.speech_tags import TAG_ENDS
from fanlint.language import ENGLISH
from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import PRONOUNS, Speech
from fanlint.text.quotes import CLOSING, is_told, sentence_starts
from fanlint.text.verbs import SPEECH_VERBS

_TAG = re.compile(r"(?<=[,.!?])(?P<space> )(?P<subject>[^\W\d_]+) (?P<verb>[^\W\d_]+)")
_QUOTES = ("'", "‘")  # Opening marks of a quotation inside the speech.
# The single marks for a quotation inside speech, by the opening mark of the speech.
_SINGLE = {'"': ("'", "'"), "“": ("‘", "’")}
# Words that are often written with an apostrophe in place of their beginning: 'tis, 'cause.
_ELIDED = frozenset("tis twas em cause cos til till bout round ere im er ow ave ad e is s n".split())
_ENDS = (".", "!", "?", "…", "—")
# A name or title, followed by the rest of its sentence. Compiled on use, because few drafts need it.
_NAME = r"(?:[A-Z][\w'’]*)(?: (?:[A-Z][\w'’]*|of|the|a|an|and|to|in|for|with|from))*(?<=[A-Za-z])(?=[;,.]? [a-z(])"
# In speech that continues in the next paragraph, a tag is its own only within this many words. A later one is probably
# part of what the speaker tells: I asked him, he said no. Set by hand.
_MAX_BEFORE_TAG = 15
# Speech of fewer words than this rarely continues in the next paragraph: 8 of 10 such speeches in edited fiction have
# lost their closing mark. The first is for questions, the second for other speech after narration.
_SHORT_QUESTION = 15
_SHORT_LAST = 12
_MIN_SENTENCE = 4  # Fewer words than this without an end mark are the signature of a letter. Set by hand.


class UnclosedQuote(Rule):
    """Finds speech that opens but never closes, so that readers cannot tell where it ends.

    Only you know where the missing mark belongs. fanlint points to the likeliest place: before the dialogue tag or at
    the end of the paragraph. If a mark opens speech that is already open, fanlint suggests removing that mark instead.
    Speech that continues over several paragraphs closes only at its very end, and each new paragraph opens with a mark.
    fanlint leaves that alone, unless the speech is so short that someone else probably speaks in the next paragraph.
    """

    scope = Speech
    severity = Severity.ERROR
    languages = ("any",)
    message = "Add the missing closing quotation mark, probably here."
    safety = Safety.MANUAL
    examples = (
        '"I told you already. He left{. -> ."}',
        '"I told you already{, -> ,"} she said and left.',
        '"I told you already. Go{. -> ."} Ilse turned to the window.',
        '"I told you," she said. "He left{. -> ."}\n\nThe door stood open.',
        '"I told her to wait for you. {" -> }When you woke up, she was gone."',
        'My work on {"Moon Madness -> "Moon Madness"} was soon forgotten.\n\n"Oh," said Ilse.',
        'She left.{ " -> }\n\nThe door stood open.',
        '"Did you see him{? -> ?"}\n\n"No," she said.',
        '"No," he said. "I never did{. -> ."}\n\n"Then who?" she asked.',
        '"I told you already{, -> ,"} she said.\n\n"No."',
        '"I told you." She sat. "He left."',
        '"First we train.\n\n"Then we eat," Gerd went on.',
        '"There was a king, and he had three sons.\n\n"And he had a daughter."',
        "'I told you already. He left{. -> .'}\n\nThe door stood open. 'Yes,' she said. 'He did.'",
        "He stood 5'11\" in his socks.",
        "'Twas dark.\n\n'Yes,' she said. 'It was.'",
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        mark = text[item.span.start]
        if item.closed or mark not in CLOSING or (mark in "'‘" and not self._opens_speech(item, text)):
            return
        if (title := self._title(item, text)) is not None:
            yield title
            return
        if not self._is_cut_short(item, story) if item.continued else _is_letter(item, text):
            return
        tag = next((one for one in _TAG.finditer(text, item.inner.start, item.inner.end) if _is_tag(one)), None)
        whole = item.inner.start + len(text[item.inner.start : item.inner.end].rstrip())
        end = tag.start("space") if tag else _narration_start(text, item) or whole
        if whole <= item.inner.start:
            before = text[item.block.span.start : item.span.start]
            stray = Span(item.block.span.start + len(before.rstrip()), item.span.end)
            yield self.found(stray, "", message="Remove this quotation mark; nothing follows it.")
            return
        if end == whole and (reopened := self._reopened(item, story)):
            yield reopened
            return
        span = Span(max(end - 1, item.span.start), end)
        gap = text[item.inner.start] if text[item.inner.start : end].startswith((" ", "\u00a0", "\u202f")) else ""
        yield self.found(span, text[span.start : span.end] + gap + CLOSING[mark])

    def _opens_speech(self, speech: Speech, text: str) -> bool:
        """Whether a single mark cannot be an apostrophe: it starts its paragraph, and no shortened word follows."""
        word = re.compile(r"[^\W\d_]*").match(text, speech.inner.start)
        return speech.span.start == speech.block.span.start and word is not None and word[0].lower() not in _ELIDED

    def _is_cut_short(self, speech: Speech, story: Story) -> bool:
        """Whether the speech probably ends in this paragraph, and the next one holds a speech of its own."""
        if story.language != ENGLISH:
            return False  # In other languages, one pair of marks may hold a whole conversation.
        text = story.document.text
        said = text[speech.inner.start : speech.inner.end].rstrip()
        after = story.document.speech.in_block(_next_word(text, speech.block.span.end))
        if not after or not (after[0].opened and after[0].closed):
            return False
        if said.startswith(_QUOTES) or text.startswith(_QUOTES, after[0].inner.start):
            return False
        tag = next((one for one in _TAG.finditer(said) if _is_tag(one) and said[one.start() - 1] in ",?!"), None)
        if tag and len(said[: tag.start()].split()) < _MAX_BEFORE_TAG and tag["subject"] != "I":
            return tag.end() == len(said) or TAG_ENDS.match(said, tag.end()) is not None
        words = len(said.split())
        if said.endswith("?"):
            return words < _SHORT_QUESTION
        return speech.span.start > speech.block.span.start and words < _SHORT_LAST and said.endswith((".", "!"))

    def _title(self, speech: Speech, text: str) -> Finding | None:
        """The finding for a quoted name or title within a sentence, which ends where the name ends."""
        start = speech.inner.start
        before = text[max(speech.block.span.start, start - 20) : start - 1]
        name = re.compile(_NAME).match(text, start, speech.span.end)
        if name is None or not before.endswith(" ") or not before[-2:-1].isalpha():
            return None
        mark = text[speech.span.start]
        closed = Fix(
            (Edit(Span(name.end(), name.end()), CLOSING[mark]),), self.safety, "Put a closing quotation mark here."
        )
        gone = Fix((Edit(Span(start - 1, start), ""),), self.safety, "Or remove the opening mark.")
        message = "Put a closing quotation mark after this name or title."
        return self.found(Span(start - 1, name.end()), message=message, fixes=(closed, gone))

    def _reopened(self, speech: Speech, story: Story) -> Finding | None:
        """The finding for a second opening mark in speech that is still open."""
        text = story.document.text
        others = story.document.speech.in_block(speech.span.start)
        inner = next((one for one in others if one.span.start == speech.span.end), None)
        if inner is None or not inner.closed:
            return None
        span = Span(speech.span.end, speech.span.end + 1)
        marks = _SINGLE.get(text[span.start])
        before = text[speech.inner.start : speech.inner.end].rstrip()
        runs_on = before.endswith(",") and text[inner.inner.start : inner.inner.start + 1].islower()
        if marks and not before.endswith(_ENDS) and not runs_on:
            edits = (Edit(span, marks[0]), Edit(Span(inner.inner.end, inner.inner.end), marks[1]))
            message = "Use single quotation marks inside the speech."
            return self.found(span, message=message, fixes=(Fix(edits, self.safety, "Use single quotation marks."),))
        fix = Fix((Edit(span, ""),), self.safety, "Remove the second opening mark.")
        return self.found(span, message="Remove this quotation mark; the speech is already open.", fixes=(fix,))


def _is_tag(found: re.Match[str]) -> bool:
    subject = found["subject"]
    return found["verb"] in SPEECH_VERBS and (subject in PRONOUNS or subject[0].isupper())


def _narration_start(text: str, speech: Speech) -> int | None:
    """Where the speech ends if the last sentence of the paragraph is narration; None otherwise."""
    starts = sentence_starts(text, *speech.inner)
    if not starts or not is_told(text, starts[-1], speech.inner.end):
        return None
    words = text[starts[-1] : speech.inner.end].split()
    return starts[-1] - 1 if len(words) > 2 else None


def _is_letter(speech: Speech, text: str) -> bool:
    """Whether a list or a signature follows, as after a letter that is quoted in full."""
    if text[speech.span.start : speech.span.end].rstrip().endswith(":"):
        return True
    start = _next_word(text, speech.block.span.end)
    after = text[start : start + 60].split("\n")[0].rstrip()
    return 0 < len(after.split()) < _MIN_SENTENCE and after[-1] not in ".!?…\"”’'"


def _next_word(text: str, start: int) -> int:
    """The first position from ``start`` that is not white space."""
    found = re.compile(r"\S").search(text, start)
    return found.start() if found else len(text)
