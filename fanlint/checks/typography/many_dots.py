"""Five dots or more in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# Compiled on use. A table of contents has longer rows, before a number.
_DOTS = r"(?<=[^\W\d_])\.{5,15}(?=[\s\"”’'*_?!]|[^\W\d_]|$)(?!\s*\d)"


class ManyDots(Rule):
    """An ellipsis is three dots, however long the silence; a fourth may be the full stop before it.

    More dots do not make the pause longer. A sentence that tells what is not said does. fanlint names all places of a
    story at once.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Three dots make an ellipsis."
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
            fix = Fix(tuple(Edit(span, "...") for span in spans), self.safety, "Write three dots.")
            yield self.found(spans[0], fixes=(fix,), also=tuple(spans[1:]))
