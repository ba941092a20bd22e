"""A grave or acute accent in place of an apostrophe."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_ENDINGS = frozenset("s re ll ve d m".split())  # What may follow the apostrophe of a contraction or possessive.
_ACCENTS = ("`", "´")


class AccentAsApostrophe(Rule):
    """Finds an accent in place of an apostrophe: “don`t” for “don't”.

    On many keyboards the accents are close to the apostrophe and look like it. The fix uses the apostrophe, straight or
    curly, that the story uses more often. It is safe because fanlint changes an accent only inside a contraction or a
    possessive, and never where it may be a quotation mark.
    """

    scope = Document
    safety = Safety.SAFE
    message = "Use an apostrophe instead of this accent."
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
        """Whether the accent before the word at ``index`` is in a contraction or possessive and closes no quotation."""
        tokens = document.tokens
        before, after = tokens.keys[index - 1], tokens.keys[index]
        if tokens.gaps[index - 1].endswith(_ACCENTS):
            return False
        return after in _ENDINGS or (after == "t" and before.endswith("n"))
