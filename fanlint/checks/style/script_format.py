"""Speech written as in a play: “Naruto: Hey!”"""

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
_MIN_LINES = 2  # Minimum number of consecutive lines.


class ScriptFormat(Rule):
    """Finds speech written as in a play: the speaker's name, a colon and the spoken words.

    Prose puts speech in quotation marks and adds a dialogue tag where one is needed, and some archives do not accept
    stories in script format. fanlint reports only consecutive lines of two or more people. Messages that characters
    type to each other may stay as they are.
    """

    scope = Document
    severity = Severity.HINT
    message = "Put speech in quotation marks: “Hey!” {name} said. Here it is written as in a script ({times})."
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
            # One known name tells people from “Date” and “Place”. The others may be ordinary words, such as Rose.
            if len(row) >= _MIN_LINES and len(senders) > 1 and any(is_name(name.split()[0], story) for name in senders):
                found += row
            row = []
        if found:
            message = self.message.replace("{times}", times(len(found))).replace("{name}", found[0][1])
            yield counted(self, [span for span, _ in found], message)
