"""“She said” runs into a speech without a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech
from fanlint.text.verbs import SPEECH_VERBS

# The whole clause before the mark: who speaks, the verb, perhaps to whom or how.
_LEAD_IN = re.compile(
    r"(?:^|(?<=[.!?,”\"] )|(?<=[.!?,”\"]))"
    r"(?P<subject>[A-Z][^\W\d_]*|he|she|they|it|we|I|you)(?: [A-Z][^\W\d_]*)? (?P<verb>[^\W\d_]+)"
    r"(?: (?:him|her|them|me|us|softly|quietly|[^\W\d_]+ly))?(?P<mark>\.?) ?$"
)
# Verbs that may have a quoted word for their object: he called “Halt!”, it said “Closed”.
_TAKES_WORDS = frozenset("called calls read reads told tells".split())
# Verbs that make no sentence without what is said.
_NEVER_ALONE = frozenset("said says asked asks whispered murmured muttered added".split())


class MissingCommaBeforeSpeech(Rule):
    """A comma leads in to speech: She said, “I can't stay.”

    A full stop would leave “She said.” standing alone. Words and titles that are only quoted need no comma.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "A comma leads in to the speech."
    examples = (
        'She {said -> said,} "I can\'t stay."',
        "Marten {asked -> asked,} “Where is he now?”",
        'She {said. -> said,} "I can\'t stay here."',
        'She said, "I can\'t stay."',
        'She said "no" and left.',
        "The sign said “Keep Out”.",
        'It was what she said. "I can\'t stay."',
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        if not item.closed or text[item.inner.end - 1 : item.inner.end] not in (".", "!", "?", "…", "—", ","):
            return
        inside = text[item.inner.start : item.inner.end]
        if len(inside.split()) < 3 or not inside[0].isupper() or inside.istitle():
            return
        start = max(item.block.span.start, item.span.start - 60)
        found = _LEAD_IN.search(text[start : item.span.start])
        if found is None or found["verb"] not in SPEECH_VERBS or found["verb"] in _TAKES_WORDS:
            return
        if found["mark"] and (start + found.start() != item.block.span.start or found["verb"] not in _NEVER_ALONE):
            return  # “… he went on. She said.” may be the tag of the speech before it; “I interrupted.” is a sentence
        verb = text[start : item.span.start].rstrip().rstrip(".")
        span = Span(start + verb.rfind(" ") + 1, start + len(verb) + len(found["mark"]))
        yield self.found(span, text[span.start : start + len(verb)] + ",")
