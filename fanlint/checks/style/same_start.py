"""Sentences in a row that begin with the same word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from fanlint.checks.narration import counted, plain_sentences
from fanlint.model import Finding, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.sentences import Sentence

_LEAST = 3  # sentences that make a row
_MANY = 5  # … that a reader hears, even if there is only one such row
_RATE = 0.5  # rows in 1,000 words, from which they are a habit


class SameStart(Rule):
    """He ran. He fell. He rose: three sentences in a row that begin alike are heard as a drum.

    Sometimes the drum is wanted. fanlint looks at narration, within one paragraph, and tells where the longest row is
    and how many there are.
    """

    scope = Document
    severity = Severity.HINT
    message = "{longest} sentences in a row begin with “{word}”. Rows of three or more in this draft: {count}."
    examples = (
        "{He} ran down the hill. He fell. He rose again and cursed.",
        "It rained. {She} waited at the door. She heard a dog. She thought of home. She wept. Nobody came.",
        "He ran down the hill. She fell. He rose again and cursed.",
        "He ran.\n\nHe fell.\n\nHe rose.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        rows = [row for row in _rows(plain_sentences(item), item) if len(row) >= _LEAST]
        rows.sort(key=len, reverse=True)
        if not rows or (len(rows[0]) < _MANY and 1000 * len(rows) < _RATE * len(item.tokens)):
            return
        rows[1:] = sorted(rows[1:])
        spans = [item.tokens.span(row[0].first) for row in rows]
        message = self.message.replace("{longest}", str(len(rows[0]))).replace("{word}", item.slice(spans[0]))
        yield counted(self, spans, message.replace("{count}", f"{len(rows):,}"))


def _rows(sentences: list[Sentence], document: Document) -> Iterator[list[Sentence]]:
    """Sentences that stand one right after the other in a paragraph and begin with the same word."""
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
