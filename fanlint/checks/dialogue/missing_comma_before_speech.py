"""“She said” runs into a speech without a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.speech_tags import ONLY_TAGS
from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import PRONOUNS, Speech
from fanlint.text.verbs import SPEECH_VERBS

# The whole clause before the mark: who speaks, the verb, perhaps to whom or how.
_LEAD_IN = re.compile(
    r"(?:^|(?<=[.!?,”\"] )|(?<=[.!?,”\"]))"
    r"(?P<subject>[A-Z][^\W\d_]*|he|she|they|it|we|I|you)(?: [A-Z][^\W\d_]*)? (?P<verb>[^\W\d_]+)"
    r"(?: (?:him|her|them|me|us|softly|quietly|[^\W\d_]+ly))?(?P<mark>\.?) ?$"
)
# The same between two halves of speech: …,” she said “…
_BETWEEN = re.compile(
    r"(?<=[,.!?…—-])[\"”] (?:(?P<first>[^\W\d_]+) (?P<second>[^\W\d_]+))(?: [^\W\d_]+ly| (?:him|her|them|me|us))? ?$"
)
# Verbs that may have a quoted word for their object: he called “Halt!”, it said “Closed”.
_TAKES_WORDS = frozenset("called calls read reads told tells".split())
_FEW = 3  # words of a speech, below which they may be only quoted
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
        '"If you go," she {said -> said,} "you will not come back."',
        '"Stay," Marten {said -> said.} "You will not come back."',
        '"They wrote," she said "no" in ink.',
        'She said, "I can\'t stay."',
        'She {said -> said,} "Hello." The door opened.',
        'She said "no" and left.',
        'It said "Closed."',
        'I said "Oh!" again.',
        "The sign said “Keep Out”.",
        'It was what she said. "I can\'t stay."',
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        if not (item.opened and item.closed) or text[item.inner.end - 1 : item.inner.end] not in (
            ".",
            "!",
            "?",
            "…",
            "—",
            ",",
        ):
            return
        if item.span.start > item.block.span.start and item.certain:
            between = self._between(item, text)
            if between is not None:
                yield between
                return
        inside = text[item.inner.start : item.inner.end]
        words = inside.split()
        if not inside[:1].isupper() or (inside.istitle() and len(words) > 1):
            return
        start = max(item.block.span.start, item.span.start - 60)
        found = _LEAD_IN.search(text[start : item.span.start])
        if found is None or found["verb"] not in SPEECH_VERBS or found["verb"] in _TAKES_WORDS:
            return
        goes_on = text[item.span.end : item.block.span.end].lstrip()[:1].islower()
        if len(words) < _FEW and (goes_on or found["verb"] not in _NEVER_ALONE or found["subject"] in ("It", "it")):
            return  # a word that is written somewhere, or part of the sentence
        if found["mark"] and (start + found.start() != item.block.span.start or found["verb"] not in _NEVER_ALONE):
            return  # “… he went on. She said.” may be the tag of the speech before it; “I interrupted.” is a sentence
        verb = text[start : item.span.start].rstrip().rstrip(".")
        span = Span(start + verb.rfind(" ") + 1, start + len(verb) + len(found["mark"]))
        yield self.found(span, text[span.start : start + len(verb)] + ",")

    def _between(self, speech: Speech, text: str) -> Finding | None:
        """The tag that parts two halves of speech, and has no mark before the second."""
        start = max(speech.block.span.start, speech.span.start - 60)
        found = _BETWEEN.search(text[start : speech.span.start])
        words = text[speech.inner.start : speech.inner.end].split()
        if found is None or len(words) < 2:
            return None
        first, second = found["first"], found["second"]
        named = first in PRONOUNS or first[0].isupper()
        if not ((named and second in ONLY_TAGS) or (first in ONLY_TAGS and second[0].isupper())):
            return None
        tag = text[start + found.start("first") : speech.span.start].rstrip()
        word = tag.rsplit(" ", 1)[-1]
        span = Span(start + found.start("first") + len(tag) - len(word), start + found.start("first") + len(tag))
        if words[0].lstrip(".…")[:1].islower():
            return self.found(span, word + ",", message="The speech goes on after its tag, so a comma stands here.")
        message = "The speech goes on after its tag, so a full stop or a comma stands here."
        return self.found(span, word + ".", word + ",", message=message)
