"""Two apostrophes in a row inside a word: “I''ll”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_TWO = ("''", "’’", "'’", "’'")
_TAILS = frozenset("s t m d ll re ve".split())  # What may follow the apostrophe of a contraction or possessive.


class DoubledApostrophe(Rule):
    """Finds two apostrophes in a row inside a contraction or possessive: “I''ll”.

    This happens when the key is pressed twice. fanlint leaves alone two apostrophes that serve as a quotation mark.
    """

    scope = Document
    safety = Safety.SAFE
    languages = ("en", "fr", "it")
    message = "Use one apostrophe instead of two."
    examples = (
        "She thought, maybe I{'' -> '}ll go.",
        "He didn{'' -> '}t.",
        "She thought, maybe I'll go.",
        "''Come,'' he said. ''ll is a tail.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for index in tokens.gaps_among(_TWO):
            if 0 < index < len(tokens) and tokens.keys[index] in _TAILS:
                yield self.found(tokens.gap_span(index), tokens.gaps[index][0])
