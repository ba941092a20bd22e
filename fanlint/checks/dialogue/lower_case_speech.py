"""Speech that begins in lower case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.case import capitalise
from fanlint.text.dialogue import Speech, is_speech_verb

_LEAD_IN = re.compile(r"(?P<clause>[^.!?\"“”…—]*),\s*$")
_EARLIER = re.compile(r"[\"”]|[,.!?…—–-][’'](?=\s)")  # the end of a speech before this one
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
        'He shut the door. "{thank -> Thank} you," he said.',
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
        if index >= len(tokens) or not item.certain or not item.closed or not item.spoken:
            return
        start = tokens.start(index)
        if (
            tokens.keys[index] in ("and", "or", "but")
            or text[item.inner.start : start].strip()
            or not text[start].islower()
            or tokens.gaps[index + 1][:1] == "-"
        ):
            return
        whole = text[item.inner.end - 1] in ".!?," and tokens.words[index].islower()
        whole = whole and story.knows(tokens.words[index]) and not story.is_own(tokens.words[index])
        if whole and document.has_capitals and self._begins(item, text):
            yield self.found(tokens.span(index), capitalise(tokens.words[index]))

    def _begins(self, speech: Speech, text: str) -> bool:
        """Whether the speech opens its paragraph, follows a sentence, or follows “she said,”."""
        block = speech.block.span
        if speech.span.start == block.start:
            return True
        before = text[block.start : speech.span.start]
        if before.rstrip()[-1:] in (".", "!", "?") and not before.rstrip().endswith(".."):
            return len(before.rstrip()) > 3
        lead_in = _LEAD_IN.search(before)
        if lead_in is None or _EARLIER.search(before):
            return False
        words = _WORDS.findall(lead_in["clause"])
        ends_whole = text[speech.inner.end - 1] in ".!?"
        return ends_whole and any(map(is_speech_verb, words[-5:]))
