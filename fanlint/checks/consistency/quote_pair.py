"""Speech with one curly quotation mark and one straight one."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_STRAIGHT, _CURLY = '""', "“”"


class QuotePair(Rule):
    """Finds speech that opens with a curly quotation mark and closes with a straight one, or the reverse.

    The two marks should match: “Hello,” or "Hello," but not one of each. fanlint suggests the shape that the story uses
    more often. If nearly all marks in the story have one shape, consistency/quote-shape reports the others instead.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Use two curly or two straight quotation marks; here they are mixed ({times})."
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
                self, edits, self.message.replace("{times}", times(len(edits))), "Use matching quotation marks."
            )
