"""A space before an ellipsis where the story has none, or none where it has one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_DOTS = r"(?<=[^\W\d_])(?P<space> ?)(?:…|\.\.\.)(?![.…])"
_NAMES = {"": "no space", " ": "a space"}


class SpaceBeforeDots(Rule):
    """An ellipsis stands right behind its word (well...), or after a space (well ...), all through a story.

    Most fiction has no space there. Both are right, and readers see a change.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Elsewhere {right} stands before an ellipsis, here {wrong} does ({times})."
    examples = (
        "Well... maybe. Now... then. He... she... they waited for the date{ ... -> ...}!",
        "Well … maybe. Now … then. He … she … they had to go{… ->  …} then.",
        "Well... maybe. Now... then. Go ... maybe.",
        "Well. . . maybe. Now. . . then. He... she...",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        text = item.text
        # A draft has nearly always one way; only where both occur are they counted.
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
            title = "Put a space everywhere." if usual else "Take the space out everywhere."
            yield told_together(self, edits, message.replace("{times}", times(len(edits))), title)
