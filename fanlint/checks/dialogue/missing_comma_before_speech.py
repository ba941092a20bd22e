"""A missing comma between a dialogue tag and the speech after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.speech_tags import ONLY_TAGS
from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import PRONOUNS, Speech
from fanlint.text.verbs import SPEECH_VERBS

# The clause before the speech: the speaker, the verb, and perhaps the listener or an adverb.
_LEAD_IN = re.compile(
    r"(?:^|(?<=[.!?,”\"] )|(?<=[.!?,”\"]))"
    r"(?P<subject>[A-Z][^\W\d_]*|he|she|they|it|we|I|you)(?: [A-Z][^\W\d_]*)? (?P<verb>[^\W\d_]+)"
    r"(?: (?:him|her|them|me|us|softly|quietly|[^\W\d_]+ly))?(?P<mark>\.?) ?$"
)
# The same clause between two halves of speech: …,” she said “…
_BETWEEN = re.compile(
    r"(?<=[,.!?…—-])[\"”] (?:(?P<first>[^\W\d_]+) (?P<second>[^\W\d_]+))(?: [^\W\d_]+ly| (?:him|her|them|me|us))? ?$"
)
# Verbs that may take a quoted word as their object: he called “Halt!”, it read “Closed”.
_TAKES_WORDS = frozenset("called calls read reads told tells".split())
_MIN_WORDS = 3  # Fewer spoken words than this may only be quoted. Set by hand.
# Verbs that form no complete sentence without the spoken words.
_NEVER_ALONE = frozenset("said says asked asks whispered murmured muttered added".split())


class MissingCommaBeforeSpeech(Rule):
    """Finds a missing comma between a dialogue tag and the speech after it.

    The comma tells readers that the spoken words belong to the tag: She said, “I can't stay.” With a full stop, “She
    said.” would be an incomplete sentence. A tag between two halves of speech may need a full stop instead, so fanlint
    then suggests both. It leaves alone words and titles that are only quoted: She said “no” and left.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "Put a comma between the dialogue tag and the speech."
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
        if len(words) < _MIN_WORDS and (
            goes_on or found["verb"] not in _NEVER_ALONE or found["subject"] in ("It", "it")
        ):
            return  # This is a word on a sign, or a part of the sentence.
        if found["mark"] and (start + found.start() != item.block.span.start or found["verb"] not in _NEVER_ALONE):
            # “She said.” within a paragraph may be the tag of an earlier speech, and “I interrupted.” is a sentence.
            return
        verb = text[start : item.span.start].rstrip().rstrip(".")
        span = Span(start + verb.rfind(" ") + 1, start + len(verb) + len(found["mark"]))
        yield self.found(span, text[span.start : start + len(verb)] + ",")

    def _between(self, speech: Speech, text: str) -> Finding | None:
        """The finding for a tag between two halves of speech, if it has no mark before the second half."""
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
            return self.found(span, word + ",", message="Put a comma after the dialogue tag; the speech continues.")
        message = "Put a full stop or a comma after the dialogue tag; the speech continues."
        return self.found(span, word + ".", word + ",", message=message)
