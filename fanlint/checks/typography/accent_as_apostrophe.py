"""A grave or acute accent where an apostrophe is meant."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_ENDINGS = frozenset("s re ll ve d m".split())
_ACCENTS = ("`", "´")


class AccentAsApostrophe(Rule):
    """An apostrophe is a mark of its own: don't or don’t, not don`t.

    The accents beside it on many keyboards look alike while one types. fanlint writes the apostrophe that the story
    has elsewhere.
    """

    scope = Document
    safety = Safety.SAFE
    message = "This is an accent; write an apostrophe."
    examples = (
        "I don{` -> '}t know.",
        "It{´ -> '}s late, and they{´ -> '}re tired.",
        "I can’t say why it{` -> ’}s so.",
        "I don't know.",
        "Type `word`s to see them all.",
        "He said `yes´ and left.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        apostrophe = "’" if item.text.count("’") > item.text.count("'") else "'"
        for index in tokens.gaps_among(_ACCENTS):
            if 0 < index < len(tokens) and self._contracts(index, item):
                yield self.found(tokens.gap_span(index), apostrophe)

    def _contracts(self, index: int, document: Document) -> bool:
        """Whether the accent before the word at ``index`` stands for an apostrophe, and closes no quotation."""
        tokens = document.tokens
        before, after = tokens.keys[index - 1], tokens.keys[index]
        if tokens.gaps[index - 1].endswith(_ACCENTS):
            return False
        return after in _ENDINGS or (after == "t" and before.endswith("n"))
