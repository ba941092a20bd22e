"""“?!” here and “!?” there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_MARKS = r"(?<![?!])(?:\?!|!\?)(?![?!])"  # compiled on use


class MixedQuestionCry(Rule):
    """A cry that asks takes both marks, in an order that is the writer's choice; one story has one order.

    fanlint names the rarer one, once for all its places.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    languages = ("any",)
    message = "Elsewhere this story has “{right}” ({count} times), here “{wrong}” ({here} times)."
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
        said = self.message.replace("{right}", right).replace("{count}", str(len(common)))
        said = said.replace("{wrong}", wrong).replace("{here}", str(len(rare)))
        edits = tuple(Edit(span, right) for span in rare)
        fix = Fix(edits, self.safety, f"Write “{right}”.")
        yield self.found(rare[0], message=said, fixes=(fix,), also=tuple(rare[1:]))
