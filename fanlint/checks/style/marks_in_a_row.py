"""What!!!!!: rows of exclamation and question marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times
from fanlint.checks.narration import counted
from fanlint.model import Finding, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_ROW = r"[!?]{3,}"
_SHORTEST = ("!!!", "!!?", "!?!", "!??", "?!!", "?!?", "??!", "???")


class MarksInARow(Rule):
    """One exclamation mark is loud, and “?!” is as far as most books go.

    Rows of marks are at home in chats; in a story the words before them can be louder. fanlint counts rows of three and
    more.
    """

    scope = Document
    severity = Severity.HINT
    message = "Rows of three and more marks stand here {times}. One mark, or “?!”, is as loud in print."
    examples = (
        '"What{!!!!!}" she cried. "No!!!"',
        '"Who{???}" he asked.',
        '"What?!" she cried. "No!"',
        '"Really?! No way!!"',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if not any(row in item.text for row in _SHORTEST):
            return
        spans = [Span(*found.span()) for found in re.finditer(_ROW, item.text) if in_story(item, found.start())]
        if spans:
            yield counted(self, spans, self.message.replace("{times}", times(len(spans))))
