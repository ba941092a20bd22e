"""A question mark before a tag such as “he stated”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.tags import tags
from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_STATING = frozenset("stated states declared declares announced announces informed informs affirmed affirms".split())


class StatedQuestion(Rule):
    """Finds a question mark before a tag that tells rather than asks: “You're late?” he stated.

    The mark says that this is a question, and the tag says that it is not, so readers cannot tell how it sounds. Use a
    comma for a statement, or a verb such as “asked” for a question.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Use a comma here, or “asked” for “{verb}”; the question mark and the tag do not agree."
    examples = (
        '"You\'re late{? -> ,}" he stated.',
        "“We leave at dawn{? -> ,}” Marten announced.",
        '"You\'re late," he stated.',
        '"You\'re late?" he asked.',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        if not _STATING.intersection(tokens.places):
            return
        for tag in tags(item):
            if tokens.keys[tag.verb] in _STATING and tokens.gaps[tag.first][:1] == "?":
                place = tokens.end(tag.first - 1)
                fix = Fix((Edit(Span(place, place + 1), ","),), self.safety, "Use a comma.")
                yield self.found(Span(place, place + 1), verb=tokens.words[tag.verb], fixes=(fix,))
