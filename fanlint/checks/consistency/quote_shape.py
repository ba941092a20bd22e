"""Straight quotation marks in a story that uses curly ones, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_STRAIGHT, _CURLY = "straight", "curly"
_MARKS = {_STRAIGHT: '""', _CURLY: "“”"}  # The opening and the closing mark of each shape.


class QuoteShape(Rule):
    """Finds straight quotation marks (" ") in a story that uses curly ones (“ ”), or the reverse.

    Both shapes are right, but a mixture looks careless. The odd ones usually come from another program, a phone or a
    pasted scene. fanlint leaves a mark alone if it cannot tell whether the mark opens or closes speech.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "This story usually uses {right} quotation marks; here it uses {wrong} ones ({times})."
    examples = (
        '“One,” he said. “Two,” she said. “Three,” he said. “Four,” she said. “Five,” he said. {" -> “}Six,” she said.',
        '"One," he said. "Two," she said. "Three," he said. "Four," she said. "Five,{” -> "} he said.',
        "“One,” he said. “Two,” she said.",
        '"One," he said. “Two,” she said. "Three," he said. “Four,” she said.',
        "“One,” he said. “Two,” she said. “Three,” he said. The board was 6' 2\" long.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        text = item.text
        straight, curly = text.count('"'), text.count("“") + text.count("”")
        usual = usual_way({_STRAIGHT: straight, _CURLY: curly})
        if usual is None:
            return
        odd = _CURLY if usual == _STRAIGHT else _STRAIGHT
        edits = [
            Edit(Span(place, place + 1), right)
            for speech in item.speech
            if speech.certain and speech.closed
            for place, right in zip((speech.span.start, speech.span.end - 1), _MARKS[usual], strict=True)
            if text[place] in _MARKS[odd] and in_story(item, place)
        ]
        if edits:
            message = self.message.replace("{right}", usual).replace("{wrong}", odd)
            message = message.replace("{times}", times(len(edits)))
            yield told_together(self, edits, message, f"Use {usual} quotation marks everywhere.")
