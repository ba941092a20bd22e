"""A dash inside a sentence with a space on one side only."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule, Where
from fanlint.story import Story
from fanlint.text.document import Document

_DASHES = ("—", "–", "--", "---")


class SpaceBesideDash(Rule):
    """Finds a dash inside a sentence with a space on one side only.

    A dash has spaces on both sides or on neither. The fix follows the story's other dashes. fanlint leaves speech
    alone, because a dash there may cut a word off.
    """

    scope = Document
    safety = Safety.UNSAFE
    where = Where.NARRATION
    message = "Put spaces on both sides of the dash or on neither."
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
            one_sided = [index for index in tokens.gaps_among((f" {dash}", f"{dash} ")) if _is_inside(index, item)]
            if not one_sided:
                continue
            joined, apart = (len(tokens.gaps_among((gap,))) for gap in (dash, f" {dash} "))
            right = f" {dash} " if apart > joined else dash
            for index in one_sided:
                yield self.found(tokens.gap_span(index), right)


def _is_inside(index: int, document: Document) -> bool:
    """Whether the gap before word ``index`` is between two whole words of one sentence."""
    words = document.tokens.words
    if not 0 < index < len(words):
        return False
    before, after = words[index - 1], words[index]
    return before[-1].isalpha() and after.islower() and min(len(before), len(after)) > 1
