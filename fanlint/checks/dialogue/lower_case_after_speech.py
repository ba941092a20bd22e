"""A sentence that begins in lower case after a finished speech."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.case import capitalise
from fanlint.text.dialogue import Speech, is_speech_verb

_NEXT = re.compile(r" ?(?P<first>he|she|they|we) (?P<verb>[^\W\d_]+)")
_AUXILIARIES = frozenset("had has was is were are would could did does will can then also just only".split())


class LowerCaseAfterSpeech(Rule):
    """What is no speech tag is a sentence of its own after a full stop, and begins with a capital.

    “I know.” She shrugged. Only a tag, such as “she said”, would go on in lower case, and then a comma would stand
    before the closing mark.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "What follows the speech is a sentence of its own, so it begins with a capital."
    examples = (
        '"I have no idea." {he -> He} shrugged and walked off.',
        "“Enough.” {she -> She} turned to the window.",
        '"I have no idea." He shrugged.',
        '"I have no idea," he said.',
        '"No idea..." he trailed off.',
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        stop = item.inner.end - 1
        if not item.closed or text[stop] != "." or text[stop - 1 : stop] == "." or not item.spoken:
            return
        found = _NEXT.match(text, item.span.end, item.block.span.end)
        if found and not is_speech_verb(found["verb"]) and found["verb"] not in _AUXILIARIES:
            yield self.found(Span(*found.span("first")), capitalise(found["first"]))
