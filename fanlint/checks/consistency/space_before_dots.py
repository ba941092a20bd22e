"""A space before an ellipsis in a story that usually has none there, or the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# An ellipsis after a word; the space before it, if any, is a group.
_DOTS = r"(?<=[^\W\d_])(?P<space> ?)(?:…|\.\.\.)(?![.…])"
_NAMES = {"": "no space", " ": "a space"}


class SpaceBeforeDots(Rule):
    """Finds a space before an ellipsis (well ...) in a story that usually has none (well...), or the reverse.

    Most fiction has no space there. Both ways are right, but readers notice a change. fanlint suggests the one that the
    story uses far more often.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "This story usually puts {right} before an ellipsis; here it puts {wrong} ({times})."
    examples = (
        "Well... maybe. Now... then. He... she... they waited for the date{ ... -> ...}!",
        "Well … maybe. Now … then. He … she … they had to go{… ->  …} then.",
        "Well... maybe. Now... then. Go ... maybe.",
        "Well. . . maybe. Now. . . then. He... she...",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        text = item.text
        # Most drafts never have a space here, so this cheap test saves them the search below.
        spaced = [sign for sign in (" ...", " …") if sign in text]
        if not spaced:
            return
        places: dict[str, list[Span]] = {"": [], " ": []}
        for found in re.finditer(_DOTS, text):
            places[found["space"]].append(Span(*found.span()))
        usual = usual_way({way: len(spans) for way, spans in places.items()})
        if usual is None:
            return
        (odd,) = (way for way in places if way != usual)
        edits = [Edit(span, usual + item.slice(span).lstrip()) for span in places[odd] if in_story(item, span.start)]
        if edits:
            message = self.message.replace("{right}", _NAMES[usual]).replace("{wrong}", _NAMES[odd])
            title = "Add a space everywhere." if usual else "Remove the space everywhere."
            yield told_together(self, edits, message.replace("{times}", times(len(edits))), title)
