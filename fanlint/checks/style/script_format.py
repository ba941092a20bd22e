"""Speeches written like those of a play."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.majority import times
from fanlint.checks.narration import counted
from fanlint.checks.speech_tags import is_name
from fanlint.model import Finding, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.blocks import BlockKind
from fanlint.text.document import Document

_LINE = r"[*_]{0,3}(?P<name>[^\W\d_]+(?: [^\W\d_]+)?)[*_]{0,3}:[*_]{0,3} +(?=[^\W_])[^\"“”\n]*[.!?…*~)-]"
_FEWEST = 2  # lines in a row, of two people


class ScriptFormat(Rule):
    """Lines like “Naruto: Hey!” belong to a play; some archives do not take stories written so.

    In prose a speech has quotation marks, and a tag where one is needed. What characters type to each other may stay as
    it is.
    """

    scope = Document
    severity = Severity.HINT
    message = "Speech stands here as in a script ({times}). In prose it has quotation marks: “Hey!” {name} said."
    examples = (
        "{Ilse:} Hey!\n\nJun: What?",
        "It rained.\n\n{Emi:} I'm wet.\n\nJun: Me too!\n\nEmi: Let's go in.",
        "Ilse: Hey!\n\nIt rained.",
        "Name: Ilse\n\nAge: 15",
        '"Hey!" Ilse said.\n\nThen Jun: "What?"',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if ": " not in item.text:
            return
        found: list[tuple[Span, str]] = []
        row: list[tuple[Span, str]] = []
        for start, end, kind in [(*block.span, block.kind) for block in item.blocks] + [(0, 0, None)]:
            line = re.compile(_LINE).match(item.text, start, end) if kind is BlockKind.PARAGRAPH else None
            if line and line["name"][0].isupper():
                row.append((Span(line.start("name"), item.text.index(":", line.end("name")) + 1), line["name"]))
                continue
            senders = {name for _, name in row}
            # One name is enough to tell people from “Date” and “Place”; others may be words as well, such as Rose.
            if len(row) >= _FEWEST and len(senders) > 1 and any(is_name(name.split()[0], story) for name in senders):
                found += row
            row = []
        if found:
            message = self.message.replace("{times}", times(len(found))).replace("{name}", found[0][1])
            yield counted(self, [span for span, _ in found], message)
