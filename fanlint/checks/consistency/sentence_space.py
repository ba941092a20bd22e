"""Two spaces between sentences in a story that usually has one, or the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# One or two spaces between the end of one sentence and the capital that begins the next.
_BETWEEN = r"(?<=[.!?\"”’'])(?P<space>  ?)(?=[\"“‘']?[^\W\d_a-z])"
_NAMES = {" ": "one space", "  ": "two spaces"}


class SentenceSpace(Rule):
    """Finds two spaces between sentences in a story that usually has one, or the reverse.

    Most books have one space, and people who learnt to type on a typewriter often use two. Both are right, but a
    mixture looks uneven. On a web page they look the same, so this matters mainly in print and e-books.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    languages = ("any",)
    message = "This story usually puts {right} between sentences; here it puts {wrong} ({times})."
    examples = (
        "One. Two. Three. Four. Five.{   ->  }Six.",
        "One.  Two.  Three.  Four.  Five.{  ->   }Six.",
        "One. Two.  Three.",
        "One. Two. Three. Four. Five.   Six.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if "  " not in item.text:
            return
        places: dict[str, list[Span]] = {" ": [], "  ": []}
        for found in re.finditer(_BETWEEN, item.text):
            places[found["space"]].append(Span(*found.span()))
        usual = usual_way({way: len(spans) for way, spans in places.items()})
        if usual is None:
            return
        (odd,) = (way for way in places if way != usual)
        edits = [Edit(span, usual) for span in places[odd] if in_story(item, span.start)]
        if edits:
            message = self.message.replace("{right}", _NAMES[usual]).replace("{wrong}", _NAMES[odd])
            message = message.replace("{times}", times(len(edits)))
            yield told_together(self, edits, message, f"Use {_NAMES[usual]} everywhere.")
