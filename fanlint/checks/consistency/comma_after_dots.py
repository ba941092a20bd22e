"""A comma between an ellipsis and a dialogue tag in a story that usually has none there, or the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# An ellipsis between a word and a closing mark with a dialogue tag after it; the comma, if any, is a group.
_DOTS = r"(?<=[^\W\d_])(?:…|\.\.\.)(?P<comma>,?)(?=[\"”’'] [a-z]+)"
_NAMES = {"": "no comma", ",": "a comma"}


class CommaAfterDots(Rule):
    """Finds a comma between an ellipsis and a dialogue tag in a story that usually has none there, or the reverse.

    Before a tag such as “she said”, both "I don't know..." and "I don't know...," are right, and most books leave the
    comma out. Readers notice a change, so fanlint suggests the form that the story uses far more often.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "This story usually puts {right} between an ellipsis and a dialogue tag; here it puts {wrong} ({times})."
    examples = (
        '"I..." she said. "We..." he said. "They..." she said. "All..." he said. "I know{..., -> ...}" she said.',
        "“I…,” she said. “We…,” he said. “They…,” she said. “All…,” he said. “I don't know{… -> …,}” she said.",
        '"I..." she said. "I don\'t know...," she said.',
        '"I..." She rose. "We..." He rose. "They..." He left. "All..." He sat. "I don\'t know...," she said.',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        text = item.text
        if "...," not in text and "…," not in text:
            return
        places: dict[str, list[Span]] = {"": [], ",": []}
        for found in re.finditer(_DOTS, text):
            places[found["comma"]].append(Span(*found.span()))
        usual = usual_way({way: len(spans) for way, spans in places.items()})
        if usual is None:
            return
        (odd,) = (way for way in places if way != usual)
        edits = [Edit(span, item.slice(span).rstrip(",") + usual) for span in places[odd] if in_story(item, span.start)]
        if edits:
            message = self.message.replace("{right}", _NAMES[usual]).replace("{wrong}", _NAMES[odd])
            title = "Add the comma everywhere." if usual else "Remove the comma everywhere."
            yield told_together(self, edits, message.replace("{times}", times(len(edits))), title)
