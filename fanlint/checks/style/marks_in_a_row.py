"""Three or more exclamation marks or question marks in a row: “What!!!!!”"""

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
    """Finds three or more exclamation marks or question marks in a row, as in “What!!!!!” or “Who???”.

    Rows of marks belong to chats. Most books use “?!” at most, and let the words show how loud someone is.
    """

    scope = Document
    severity = Severity.HINT
    message = "Use one mark or “?!” instead of three or more in a row ({times})."
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
