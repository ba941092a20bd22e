"""A dash within a sentence that has a space on one side only."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule, Where
from fanlint.story import Story
from fanlint.text.document import Document

_DASHES = ("—", "–", "--", "---")


class SpaceBesideDash(Rule):
    """A dash within a sentence has spaces on both sides or on neither.

    The fix follows the dashes of the rest of the story. Speech is left alone, where a dash may cut a word off.
    """

    scope = Document
    safety = Safety.UNSAFE
    where = Where.NARRATION
    message = "A dash has spaces on both sides, or on neither."
    examples = (
        "The box{—  -> —}she had no other—was empty.",
        "The box — she had no other{ — ->  — }was empty. The key — an old one — was lost.",
        "The box—she had no other—was empty.",
        "The box -- she had no other -- was empty.",
        "“I— you—” he began.",
        "He rose— The door fell shut.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for dash in _DASHES:
            torn = [index for index in tokens.gaps_among((f" {dash}", f"{dash} ")) if _is_inside(index, item)]
            if not torn:
                continue
            joined, apart = (len(tokens.gaps_among((gap,))) for gap in (dash, f" {dash} "))
            right = f" {dash} " if apart > joined else dash
            for index in torn:
                yield self.found(tokens.gap_span(index), right)


def _is_inside(index: int, document: Document) -> bool:
    """Whether the gap before word ``index`` lies between two whole words of one sentence."""
    words = document.tokens.words
    if not 0 < index < len(words):
        return False
    before, after = words[index - 1], words[index]
    return before[-1].isalpha() and after.islower() and min(len(before), len(after)) > 1
