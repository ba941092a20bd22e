"""A quotation mark that was typed twice."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_DOUBLED = ('""', "””", "““")


class DoubledQuoteMark(Rule):
    """Finds a quotation mark that was typed twice: “I never knew,”” she said.

    One mark opens speech and one closes it, so a repeated one suggests a quotation that is not there. fanlint leaves
    two marks alone if they close a quotation inside the speech and the speech itself: “He said, “Never.”” The fix is
    safe because the speech still opens and closes in the same places.
    """

    scope = Document
    safety = Safety.SAFE
    message = "Remove the repeated quotation mark."
    examples = (
        '"Did we come here to talk?{"" -> "}',
        "Ilse sighed. “It is their weak point.{”” -> ”} Nobody answered.",
        '{"" -> "}I never knew," she said.',
        "“He said, “Never.””",
        'He asked for "" and got it.',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens, text = item.tokens, item.text
        gaps = [gap for gap in tokens.gap_places if any(pair in gap for pair in _DOUBLED)]
        for index in tokens.gaps_among(gaps):
            gap = tokens.gap_span(index)
            for pair in _DOUBLED:
                place = text.find(pair, *gap)
                if place >= 0 and self._is_slip(place, item):
                    yield self.found(Span(place, place + 2), pair[0])

    def _is_slip(self, place: int, document: Document) -> bool:
        """Whether one of the two marks is a slip: the second one neither opens speech nor closes any."""
        text = document.text
        for speech in document.speech.in_block(place):
            if speech.closed and speech.span.end == place + 1 and speech.certain and speech.spoken:
                return not any(other.span.start == place + 1 for other in document.speech.in_block(place))
            if speech.opened and speech.closed and speech.span.start == place:
                return speech.spoken and sum(text.count(mark, *speech.inner) for mark in '"“”') == 1
        return False
