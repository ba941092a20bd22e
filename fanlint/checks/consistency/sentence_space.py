"""Two spaces between some sentences, and one between the others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_BETWEEN = r"(?<=[.!?\"”’'])(?P<space>  ?)(?=[\"“‘']?[^\W\d_a-z])"
_NAMES = {" ": "one space", "  ": "two spaces"}


class SentenceSpace(Rule):
    """One space stands between two sentences all through a story, or two.

    Most print has one; who learnt to type on a typewriter writes two. On a web page both look the same.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    languages = ("any",)
    message = "Elsewhere {right} between sentences, here {wrong} ({times})."
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
            yield told_together(self, edits, message, "Make them all alike.")
