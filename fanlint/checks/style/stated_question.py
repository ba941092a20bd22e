"""A question that is stated."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.tags import tags
from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_STATING = frozenset("stated states declared declares announced announces informed informs affirmed affirms".split())


class StatedQuestion(Rule):
    """“You're late?” he stated: the mark asks, and the tag says that he did not.

    A comma makes it a statement, “asked” a question.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "The mark asks, and “{verb}” tells. A comma, or “asked”?"
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
                fix = Fix((Edit(Span(place, place + 1), ","),), self.safety, "Write a comma.")
                message = self.message.replace("{verb}", tokens.words[tag.verb])
                yield self.found(Span(place, place + 1), message=message, fixes=(fix,))
