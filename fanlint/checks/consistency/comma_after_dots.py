"""A comma between an ellipsis and the tag after it, where the story has none, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_DOTS = r"(?<=[^\W\d_])(?:…|\.\.\.)(?P<comma>,?)(?=[\"”’'] [a-z]+)"
_NAMES = {"": "no comma", ",": "a comma"}


class CommaAfterDots(Rule):
    """A speech that trails off before its tag has a comma behind the dots all through a story, or never.

    “I don't know...” she said. Most books leave the comma out; both are right, and readers see a change.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Elsewhere {right} follows the dots before a tag, here {wrong} does ({times})."
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
            title = "Put a comma everywhere." if usual else "Take the comma out everywhere."
            yield told_together(self, edits, message.replace("{times}", times(len(edits))), title)
