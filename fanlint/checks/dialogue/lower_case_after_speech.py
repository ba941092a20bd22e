"""A sentence that begins in lower case after a finished speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.case import capitalise
from fanlint.text.dialogue import Speech
from fanlint.text.verbs import ACTIONS, is_phrasal, is_speech_verb

_NEXT = re.compile(r" ?(?P<first>he|she|they|we) (?P<verb>[^\W\d_]+)(?: (?P<particle>[^\W\d_]+))?")
# Words that begin a sentence about something else, and what follows, in which no verb of speech may stand.
_OTHER = re.compile(
    r" (?P<first>a|an|the|this|that|these|those|but|while|when|as|then|his|her|their|my|after|before)"
    r" (?P<words>[^\W\d_]+(?: [^\W\d_]+){2,6})"
)
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
        '"Good night." {a -> A} moment later Ilse was asleep.',
        '"Why not?" {she -> She} shook her head.',
        '"Why not?" she grinned.',
        'When he asked, "Why not?" she shook her head.',
        '"No wind," the old sailor said.',
        '"I have no idea." He shrugged.',
        '"I have no idea," he said.',
        '"No idea..." he trailed off.',
        '"There are two of them," he pointed out.',
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        stop = item.inner.end - 1
        if not item.closed or text[stop] not in ".?!" or text[stop - 1 : stop] == "." or not item.spoken:
            return
        if text[stop] == "." and (other := _OTHER.match(text, item.span.end, item.block.span.end)):
            words = other["words"].split()
            if not any(
                is_speech_verb(word) or is_phrasal(*pair)
                for word, pair in zip(words, pairwise([*words, ""]), strict=True)
            ):
                yield self.found(Span(*other.span("first")), capitalise(other["first"]))
            return
        found = _NEXT.match(text, item.span.end, item.block.span.end)
        if found is None or is_phrasal(found["verb"], found["particle"] or ""):
            return
        if text[stop] == ".":
            is_action = not is_speech_verb(found["verb"])
        else:
            before = text[item.block.span.start : item.span.start].rstrip()
            is_action = found["verb"] in ACTIONS and before[-1:] in ("", ".", "!", "?", "…")
        if is_action and found["verb"] not in _AUXILIARIES:
            yield self.found(Span(*found.span("first")), capitalise(found["first"]))
