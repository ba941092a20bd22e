"""Five or more dots in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# Compiled only when needed. Longer rows and rows before a number are left alone: they belong to a table of contents.
_DOTS = r"(?<=[^\W\d_])\.{5,15}(?=[\s\"”’'*_?!]|[^\W\d_]|$)(?!\s*\d)"


class ManyDots(Rule):
    """Finds five or more dots in a row.

    An ellipsis has three dots, however long the silence, and more dots do not make it longer for readers. fanlint
    leaves four dots alone, because one may be a full stop, and it leaves a table of contents alone. It reports all
    places together.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Use three dots for an ellipsis."
    examples = (
        '"Wait{..... -> ...} what?"',
        "Nothing{........ -> ...}",
        '"Wait... what?"',
        "Nothing....",
        "Chapter One.......... 12",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if "....." not in item.text:
            return
        spans = [Span(*found.span()) for found in re.finditer(_DOTS, item.text)]
        if spans:
            fix = Fix(tuple(Edit(span, "...") for span in spans), self.safety, "Use three dots everywhere.")
            yield self.found(spans[0], fixes=(fix,), also=tuple(spans[1:]))
