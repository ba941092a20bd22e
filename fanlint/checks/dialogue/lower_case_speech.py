"""Speech that begins in lower case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.case import capitalise
from fanlint.text.dialogue import Speech
from fanlint.text.verbs import EITHER_VERBS, SPEECH_LEAD_INS, is_phrasal

_LEAD_IN = re.compile(r"(?P<clause>[^.!?\"“”…—]*),\s*$")
_EARLIER = re.compile(r"[\"”]|[,.!?…—–-][’'“](?=\s)|[,.!?;][’'](?=[^\W\d_])")  # the end of a speech before this one
_SECOND = frozenset({"and", "then", "before"})
_WORDS = re.compile(r"[^\W\d_]+")


class LowerCaseSpeech(Rule):
    """What a person says begins with a capital, even in the middle of the narrator's sentence: She said, “Come in.”

    The second half of a speech that a tag has cut in two goes on in lower case (“If you go,” she said, “come back”),
    and so do single words that are only quoted; fanlint leaves both alone.
    """

    scope = Speech
    safety = Safety.SAFE
    message = "Speech begins with a capital."
    examples = (
        'Ilse looked up.\n\n"{come -> Come} in," she said.',
        "Ilse turned to him and whispered, “{they -> They} are here.”",
        'Ilse rose.\n\n{come -> Come} in," she said.',
        '"Good," she said and asked, "{what -> What} now?"',
        'Ilse spoke up, "{who -> Who} are you?"',
        'He shut the door. "{thank -> Thank} you," he said.',
        'Ilse said, "{goodbye -> Goodbye}," and closed the door.',
        '"If you go," she said, "come back."',
        "‘If you go,’ she said, ‘come back.’ ‘Never,’ he said.",
        '"...and then?" she said.',
        '"w-what do you want?" she said.',
        "He said he was, “by all accounts,” a fool.",
        "ok. she wrote, “see u later.”",
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        document = story.document
        tokens, text = document.tokens, document.text
        index = tokens.at(item.inner.start)
        whole = (item.certain and item.closed) or _ends_block(item, text) or not item.opened
        if index >= len(tokens) or not item.spoken or not whole:
            return
        start = tokens.start(index)
        if text[item.inner.start : start].strip() or not text[start].islower() or tokens.gaps[index + 1][:1] == "-":
            return
        whole = (
            text[item.inner.start : item.inner.end].rstrip()[-1:] in (".", "!", "?", ",")
            and tokens.words[index].islower()
        )
        whole = whole and story.knows(tokens.words[index]) and not story.is_own(tokens.words[index])
        if whole and document.has_capitals and self._begins(item, text):
            # After a tag and a full stop, “but …” may be the rest of the speech; then it is the full stop that is wrong
            may_go_on = tokens.keys[index] in ("and", "or", "but") and item.span.start > item.block.span.start
            before = text[item.block.span.start : item.span.start].rstrip()
            is_second = before.endswith(",") and _EARLIER.search(before) is not None
            if is_second and may_go_on:
                return
            safety = Safety.UNSAFE if may_go_on or is_second or not item.opened else self.safety
            yield self.found(tokens.span(index), capitalise(tokens.words[index]), safety=safety)

    def _begins(self, speech: Speech, text: str) -> bool:
        """Whether the speech opens its paragraph, follows a sentence, or follows “she said,”."""
        block = speech.block.span
        if speech.span.start == block.start:
            return not _goes_on(text[max(0, block.start - 12) : block.start])
        before = text[block.start : speech.span.start]
        if before.rstrip()[-1:] in (".", "!", "?") and not before.rstrip().endswith(".."):
            return len(before.rstrip()) > 3
        lead_in = _LEAD_IN.search(before)
        if lead_in is None:
            return False
        words = _WORDS.findall(lead_in["clause"])
        if _EARLIER.search(before):
            # “…,” she said, “and …” may go on; “…,” she said and asked, “…” does not.
            return _SECOND.intersection(words[:-1]) != set() and words[-1] in SPEECH_LEAD_INS
        if text[speech.inner.start : speech.inner.end].rstrip()[-1:] == ",":
            return len(words) > 1 and words[-1] in SPEECH_LEAD_INS
        if len(words) > 1 and is_phrasal(words[-2], words[-1]):
            return True
        return any(word in SPEECH_LEAD_INS or word in EITHER_VERBS for word in words[-5:])


def _goes_on(before: str) -> bool:
    """Whether the paragraph before breaks off, so that the speech may be the rest of its sentence."""
    return before.rstrip().rstrip("\"”'’").endswith((",", "-", "–", "—", "...", "…"))


def _ends_block(speech: Speech, text: str) -> bool:
    """Whether a speech without its closing mark runs to the end of its paragraph, as whole sentences."""
    block, start = speech.block.span, speech.span.start
    # A mark between two letters or marks may be a closing one: “Are you sure?“she asked.
    opens = start == block.start or text[start - 1].isspace()
    return opens and speech.inner.end >= block.end and text[block.start : block.end].rstrip()[-1:] in ("?", "!", ".")
