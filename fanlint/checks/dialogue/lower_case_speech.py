"""Speech that starts in lower case."""

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
# The end of an earlier speech in the paragraph.
_EARLIER = re.compile(r"[\"”]|[,.!?…—–-][’'“](?=\s)|[,.!?;][’'](?=[^\W\d_])")
# Words that join a second verb to a dialogue tag: …,” she said and asked, “…
_SECOND_VERB = frozenset({"and", "then", "before"})
_WORDS = re.compile(r"[^\W\d_]+")


class LowerCaseSpeech(Rule):
    """Finds speech that starts with a lower-case letter.

    Speech starts with a capital, even in the middle of the narrator's sentence: She said, “Come in.” fanlint leaves
    alone speech that continues a sentence after a dialogue tag (“If you go,” she said, “come back.”) and single words
    that are only quoted. The fix is safe because a capital changes no word, and fanlint applies it only if the speech
    is clearly a new sentence.
    """

    scope = Speech
    safety = Safety.SAFE
    message = "Start the speech with a capital letter."
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
            # After a tag with a full stop, “but …” may continue the speech. Then the full stop is the mistake.
            may_go_on = tokens.keys[index] in ("and", "or", "but") and item.span.start > item.block.span.start
            before = text[item.block.span.start : item.span.start].rstrip()
            is_second = before.endswith(",") and _EARLIER.search(before) is not None
            if is_second and may_go_on:
                return
            safety = Safety.UNSAFE if may_go_on or is_second or not item.opened else self.safety
            yield self.found(tokens.span(index), capitalise(tokens.words[index]), safety=safety)

    def _begins(self, speech: Speech, text: str) -> bool:
        """Whether the speech starts its paragraph, or follows a sentence or a tag such as “she said,”."""
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
            # “…,” she said, “and …” may continue a sentence, but “…,” she said and asked, “…” starts a new one.
            return _SECOND_VERB.intersection(words[:-1]) != set() and words[-1] in SPEECH_LEAD_INS
        if text[speech.inner.start : speech.inner.end].rstrip()[-1:] == ",":
            return len(words) > 1 and words[-1] in SPEECH_LEAD_INS
        if len(words) > 1 and is_phrasal(words[-2], words[-1]):
            return True
        return any(word in SPEECH_LEAD_INS or word in EITHER_VERBS for word in words[-5:])


def _goes_on(before: str) -> bool:
    """Whether the previous paragraph breaks off, so that the speech may complete its sentence."""
    return before.rstrip().rstrip("\"”'’").endswith((",", "-", "–", "—", "...", "…"))


def _ends_block(speech: Speech, text: str) -> bool:
    """Whether speech without a closing mark fills the rest of its paragraph with complete sentences."""
    block, start = speech.block.span, speech.span.start
    # A mark without a space before it may be a closing one that faces the wrong way: “Are you sure?“she asked.
    opens = start == block.start or text[start - 1].isspace()
    return opens and speech.inner.end >= block.end and text[block.start : block.end].rstrip()[-1:] in ("?", "!", ".")
