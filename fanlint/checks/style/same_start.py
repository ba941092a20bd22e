"""Three or more sentences in a row that start with the same word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from fanlint.checks.narration import counted, plain_sentences
from fanlint.model import Finding, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.sentences import Sentence

_MIN_SENTENCES = 3  # Minimum number of sentences in a row.
_LONG_ROW = 5  # A row of this many sentences is reported even if it is the only one. Set by hand.
_MIN_RATE = 0.5  # Minimum rate of shorter rows, in rows per 1,000 words of the draft. Set by hand.


class SameStart(Rule):
    """Finds three or more sentences in a row that start with the same word.

    Readers hear the repetition (He ran. He fell. He rose.) like a drumbeat, which you may or may not want. fanlint
    checks only sentences of narration within one paragraph, and reports the longest row and the number of rows.
    """

    scope = Document
    severity = Severity.HINT
    message = "{longest} sentences in a row start with “{word}”. Rows of three or more in this draft: {count}."
    examples = (
        "{He} ran down the hill. He fell. He rose again and cursed.",
        "It rained. {She} waited at the door. She heard a dog. She thought of home. She wept. Nobody came.",
        "He ran down the hill. She fell. He rose again and cursed.",
        "He ran.\n\nHe fell.\n\nHe rose.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        rows = [row for row in _rows(plain_sentences(item), item) if len(row) >= _MIN_SENTENCES]
        rows.sort(key=len, reverse=True)
        if not rows or (len(rows[0]) < _LONG_ROW and 1000 * len(rows) < _MIN_RATE * len(item.tokens)):
            return
        rows[1:] = sorted(rows[1:])
        spans = [item.tokens.span(row[0].first) for row in rows]
        message = self.message.replace("{longest}", str(len(rows[0]))).replace("{word}", item.slice(spans[0]))
        yield counted(self, spans, message.replace("{count}", f"{len(rows):,}"))


def _rows(sentences: list[Sentence], document: Document) -> Iterator[list[Sentence]]:
    """Consecutive sentences of a paragraph that start with the same word, row by row."""
    keys = document.tokens.keys
    last: Sentence | None = None
    number = 0
    numbered = []
    for sentence in sentences:
        if last is None or last.last != sentence.first or last.block is not sentence.block:
            number += 1
        numbered.append((number, keys[sentence.first], sentence))
        last = sentence
    for _, row in groupby(numbered, key=lambda item: item[:2]):
        yield [sentence for _, _, sentence in row]
