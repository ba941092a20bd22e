"""An ellipsis that is not written in the story's usual form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_WAYS = ("…", "...", ". . .")
# An ellipsis in any of these forms that is not part of a longer row of dots.
_DOTS = r"(?<![.…])(?<!\. )(?:…|\.\.\.|\. \. \.)(?![.…]| \.)"


class EllipsisDots(Rule):
    """Finds an ellipsis that is not written in the story's usual form.

    One character (…), three dots (...) and three spaced dots (. . .) are all right, but readers notice a change.
    fanlint suggests the form that the story uses far more often. It leaves rows of four or more dots alone.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "This story usually writes “{right}”; here it writes “{wrong}” ({times})."
    examples = (
        "Well… He went… She stayed… It rained… So it was{... -> …}",
        "Well... He went... She stayed... It rained... So it was{. . . -> ...} over.",
        "Well… He went. So it was... over.",
        "Well... He went... She stayed... It rained.... So it was....",
        "Well… No… Yes... What... Who…",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        text = item.text
        if sum(way in text for way in _WAYS) < 2:
            return
        found = [match for match in re.finditer(_DOTS, text) if in_story(item, match.start())]
        counts = Counter(match[0] for match in found)
        usual = usual_way(counts)
        if usual is None:
            return
        for way in counts.keys() - {usual}:
            edits = [Edit(Span(*match.span()), usual) for match in found if match[0] == way]
            message = self.message.replace("{right}", usual).replace("{wrong}", way)
            message = message.replace("{times}", times(len(edits)))
            yield told_together(self, edits, message, f"Write “{usual}” everywhere.")
