"""A sentence that starts in lower case after complete speech."""

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
# Other words that may start a new sentence, and the words after them. If those contain a verb of speaking, all of it
# may be a dialogue tag.
_OTHER_START = re.compile(
    r" (?P<first>a|an|the|this|that|these|those|but|while|when|as|then|his|her|their|my|after|before)"
    r" (?P<words>[^\W\d_]+(?: [^\W\d_]+){2,6})"
)
# Words before the main verb. Without that verb, nothing shows whether the words are a tag.
_BEFORE_VERB = frozenset("had has was is were are would could did does will can then also just only".split())


class LowerCaseAfterSpeech(Rule):
    """Finds a sentence that starts in lower case after complete speech.

    After speech, only a dialogue tag starts in lower case: “I know,” she said. Anything else is a new sentence and
    starts with a capital: “I know.” She shrugged. fanlint leaves alone words that may be a tag, because then the full
    stop may be the mistake instead.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "Use a capital letter here; a new sentence starts after the speech."
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
        if text[stop] == "." and (other := _OTHER_START.match(text, item.span.end, item.block.span.end)):
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
        if is_action and found["verb"] not in _BEFORE_VERB:
            yield self.found(Span(*found.span("first")), capitalise(found["first"]))
