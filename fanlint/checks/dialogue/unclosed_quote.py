"""Speech whose closing quotation mark is missing."""

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
_QUOTES = ("'", "‘")  # of what somebody else has said
_SINGLE = {'"': ("'", "'"), "“": ("‘", "’")}
_ELIDED = frozenset("tis twas em cause cos til till bout round ere im er ow ave ad e is s n".split())
_ENDS = (".", "!", "?", "…", "—")
# A name or a title that is followed by the rest of its sentence. Compiled on use.
_NAME = r"(?:[A-Z][\w'’]*)(?: (?:[A-Z][\w'’]*|of|the|a|an|and|to|in|for|with|from))*(?<=[A-Za-z])(?=[;,.]? [a-z(])"
# Words of a speech that goes on, within which its own tag would stand; later ones rather are what the speaker tells
# of: I asked him, he said no.
_TOLD_OF = 15
# Fewer words than these before the next paragraph opens with a mark rarely go on there: 8 of 10 such speeches in
# edited fiction have lost their mark.
_SHORT_QUESTION = 15
_SHORT_LAST = 12
_SIGNS = 4  # fewer words, without a mark at their end, sign a letter


class UnclosedQuote(Rule):
    """Speech that opens and never closes: the reader cannot tell where it ends.

    A speech that runs on over several paragraphs is closed only at its very end, and each new paragraph of it opens
    with a mark; fanlint knows that custom, and asks only where what is said is so short that the next paragraph is
    rather somebody else's. Where the missing mark belongs only you can tell; fanlint points to the likeliest place,
    before the tag or at the end of the paragraph. Where a mark opens a speech that is open already, it rather is the
    second mark that is too much.
    """

    scope = Speech
    severity = Severity.ERROR
    languages = ("any",)
    message = "This speech has no closing quotation mark."
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
        end = tag.start("space") if tag else _told_from(text, item) or whole
        if whole <= item.inner.start:
            before = text[item.block.span.start : item.span.start]
            stray = Span(item.block.span.start + len(before.rstrip()), item.span.end)
            yield self.found(stray, "", message="Nothing follows this quotation mark.")
            return
        if end == whole and (reopened := self._reopened(item, story)):
            yield reopened
            return
        span = Span(max(end - 1, item.span.start), end)
        gap = text[item.inner.start] if text[item.inner.start : end].startswith((" ", "\u00a0", "\u202f")) else ""
        yield self.found(span, text[span.start : span.end] + gap + CLOSING[mark])

    def _opens_speech(self, speech: Speech, text: str) -> bool:
        """Whether a single mark cannot be an apostrophe: it opens its paragraph, and no shortened word."""
        word = re.compile(r"[^\W\d_]*").match(text, speech.inner.start)
        return speech.span.start == speech.block.span.start and word is not None and word[0].lower() not in _ELIDED

    def _is_cut_short(self, speech: Speech, story: Story) -> bool:
        """Whether what the next paragraph would carry on is rather a speech of its own."""
        if story.language != ENGLISH:
            return False  # elsewhere a conversation may stand within one pair of marks
        text = story.document.text
        said = text[speech.inner.start : speech.inner.end].rstrip()
        after = story.document.speech.in_block(_next_word(text, speech.block.span.end))
        if not after or not (after[0].opened and after[0].closed):
            return False
        if said.startswith(_QUOTES) or text.startswith(_QUOTES, after[0].inner.start):
            return False
        tag = next((one for one in _TAG.finditer(said) if _is_tag(one) and said[one.start() - 1] in ",?!"), None)
        if tag and len(said[: tag.start()].split()) < _TOLD_OF and tag["subject"] != "I":
            return tag.end() == len(said) or TAG_ENDS.match(said, tag.end()) is not None
        words = len(said.split())
        if said.endswith("?"):
            return words < _SHORT_QUESTION
        return speech.span.start > speech.block.span.start and words < _SHORT_LAST and said.endswith((".", "!"))

    def _title(self, speech: Speech, text: str) -> Finding | None:
        """The finding for a quoted name or title in the midst of a sentence, with the end of the name as its end."""
        start = speech.inner.start
        before = text[max(speech.block.span.start, start - 20) : start - 1]
        name = re.compile(_NAME).match(text, start, speech.span.end)
        if name is None or not before.endswith(" ") or not before[-2:-1].isalpha():
            return None
        mark = text[speech.span.start]
        closed = Fix((Edit(Span(name.end(), name.end()), CLOSING[mark]),), self.safety, "Close it here.")
        gone = Fix((Edit(Span(start - 1, start), ""),), self.safety, "Or remove the opening mark.")
        message = "What is quoted here has no closing quotation mark."
        return self.found(Span(start - 1, name.end()), message=message, fixes=(closed, gone))

    def _reopened(self, speech: Speech, story: Story) -> Finding | None:
        """The finding for a mark that opens a speech anew which is open still."""
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
            message = "What is quoted inside the speech has marks of its own."
            return self.found(span, message=message, fixes=(Fix(edits, self.safety, "Quote it with single marks."),))
        fix = Fix((Edit(span, ""),), self.safety, "Remove the second opening mark.")
        return self.found(span, message="The speech is open already when this mark opens it.", fixes=(fix,))


def _is_tag(found: re.Match[str]) -> bool:
    subject = found["subject"]
    return found["verb"] in SPEECH_VERBS and (subject in PRONOUNS or subject[0].isupper())


def _told_from(text: str, speech: Speech) -> int | None:
    """Where a speech ends before the last sentence of the paragraph, if that is the narrator's."""
    starts = sentence_starts(text, *speech.inner)
    if not starts or not is_told(text, starts[-1], speech.inner.end):
        return None
    words = text[starts[-1] : speech.inner.end].split()
    return starts[-1] - 1 if len(words) > 2 else None


def _is_letter(speech: Speech, text: str) -> bool:
    """Whether a list or a signature follows, as in a letter that is quoted as a whole."""
    if text[speech.span.start : speech.span.end].rstrip().endswith(":"):
        return True
    start = _next_word(text, speech.block.span.end)
    after = text[start : start + 60].split("\n")[0].rstrip()
    return 0 < len(after.split()) < _SIGNS and after[-1] not in ".!?…\"”’'"


def _next_word(text: str, start: int) -> int:
    """The first place from ``start`` that holds no white space."""
    found = re.compile(r"\S").search(text, start)
    return found.start() if found else len(text)
