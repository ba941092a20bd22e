"""“!?” in a story that more often writes “?!”, or the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.majority import times
from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_MARKS = r"(?<![?!])(?:\?!|!\?)(?![?!])"  # Compiled on use, because few drafts need it.


class MixedQuestionCry(Rule):
    """Finds “!?” in a story that more often writes “?!”, or the reverse.

    Both orders are right, but readers notice a change. fanlint suggests the order that the story uses more often, in
    one finding for all places.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    languages = ("any",)
    message = "This story more often writes “{right}” ({count}); here it writes “{wrong}” ({here})."
    examples = (
        '"What?! Where?! Now{!? -> ?!}"',
        '"What!? Where!? Now{?! -> !?}"',
        '"What?! Where?!"',
        '"What!? Where?!"',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if "!?" not in item.text or "?!" not in item.text:
            return
        places: dict[str, list[Span]] = {"?!": [], "!?": []}
        for found in re.finditer(_MARKS, item.text):
            places[found[0]].append(Span(*found.span()))
        wrong, right = sorted(places, key=lambda marks: len(places[marks]))
        rare, common = places[wrong], places[right]
        if not rare or len(rare) == len(common):
            return
        said = self.message.replace("{right}", right).replace("{count}", times(len(common)))
        said = said.replace("{wrong}", wrong).replace("{here}", times(len(rare)))
        edits = tuple(Edit(span, right) for span in rare)
        fix = Fix(edits, self.safety, f"Write “{right}” everywhere.")
        yield self.found(rare[0], message=said, fixes=(fix,), also=tuple(rare[1:]))
