"""WHOLE SENTENCES IN CAPITALS."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.majority import times
from fanlint.checks.narration import counted
from fanlint.model import Finding, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import STORY, Document

_WORD = r"[^\W\d_a-zß-ÿ]+(?:['’][^\W\d_a-zß-ÿ]+)?"
_ROW = rf"(?<![\w'’]){_WORD}(?:[ ,!?-]{{1,3}}{_WORD}){{2,}}(?![\w'’])"  # three words and more
_LETTERS = 7


class Shouting(Rule):
    """Who shouts in capitals is heard; who shouts on in capitals is hard to read.

    Single words in capitals carry far. fanlint counts where three and more of them stand in a row within speech; a sign
    or a telegram may want them.
    """

    scope = Document
    severity = Severity.HINT
    message = "Speech stands in capitals {times}, three words and more in a row. A cry and one loud word may do."
    examples = (
        '"{GET OUT OF HERE NOW}!!"',
        '"{I SAID, NO}!" he cried. "NO MEANS NO!"',
        '"GET OUT now!" he cried. "NO!"',
        "THE END IS NEAR, said the sign.",
        '"The FBI, CIA and I know."',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        spans = []
        for found in re.finditer(_ROW, item.text):
            if sum(map(str.isalpha, found[0])) < _LETTERS:
                continue
            block = item.block_at(found.start())
            if block and block.kind in STORY and item.speech_at(found.start()):
                spans.append(Span(*found.span()))
        if spans:
            yield counted(self, spans, self.message.replace("{times}", times(len(spans))))
