"""A speech that opens with a curly mark and closes with a straight one, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_STRAIGHT, _CURLY = '""', "“”"


class QuotePair(Rule):
    """The two marks of a speech have one shape: “Hello,” or "Hello," but not the one and the other.

    fanlint offers the shape that the story has more often. Where nearly all marks are of one shape, quote-shape tells
    of the few others, whether they come in pairs or not.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "One mark of this speech is curly, the other one straight ({times})."
    examples = (
        '“Hello,{" -> ”} she said. “Hi.”',
        '"Hello,{” -> "} she said. "Hi," he said.',
        "“Hello,” she said. “Hi.”",
        '"Hello," she said. “Hi.”',
        '“He wrote "so be it" there,” she said.',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        text = item.text
        straight, curly = text.count('"'), text.count("“") + text.count("”")
        if not straight or not curly or usual_way({_STRAIGHT: straight, _CURLY: curly}) is not None:
            return
        usual = _STRAIGHT if straight > curly else _CURLY
        edits = []
        for speech in item.speech:
            first, last = speech.span.start, speech.span.end - 1
            if not speech.closed or not speech.certain or (text[first] == '"') == (text[last] == '"'):
                continue
            for place, right in ((first, usual[0]), (last, usual[1])):
                if text[place] != right and in_story(item, place):
                    edits.append(Edit(Span(place, place + 1), right))
        if edits:
            yield told_together(
                self, edits, self.message.replace("{times}", times(len(edits))), "Give both marks one shape."
            )
