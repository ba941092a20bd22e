"""A space beside the hyphen or the slash that joins two words."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_TORN = (" -", "- ", " /", "/ ")
_PAIRS = (("and", "or"), ("he", "she"), ("his", "her"), ("him", "her"))
# What is joined to a word by a hyphen, and hardly ever opens an aside.
_ENDINGS = frozenset(
    "class style type like based born sized shaped colored coloured haired eyed skinned level wide proof esque ish "
    "themed grade powered made flavored flavoured scented related led controlled owned".split()
)


class SpaceInCompound(Rule):
    """A hyphen joins what stands on both its sides: a Hostile-class ship, a cat-like smile. A slash does so, too:
    and/or.

    A space beside it parts them again. fanlint looks only at endings that hardly ever open an aside, and at chains of
    words: who-knows-how-far.
    """

    scope = Document
    safety = Safety.UNSAFE
    message = "No space beside “{mark}”, which joins the words."
    examples = (
        "They flew in a Hostile{ - -> -}class ship.",
        "He gave a cat{ - -> -}like smile.",
        "It came from who-knows{-  -> -}how-far away, on foot and{ / -> /}or by sea.",
        "They flew in a Hostile-class ship.",
        "He left - like a cat - by the window.",
        "Pre- and post-class talks were short, and two- or three-day ones were long.",
        "Roses are red / Violets are blue.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for index in tokens.gaps_among(_TORN):
            if 0 < index < len(tokens) and _is_torn(index, item):
                mark = tokens.gaps[index].strip()
                yield self.found(tokens.gap_span(index), mark, message=self.message.replace("{mark}", mark))


def _is_torn(index: int, document: Document) -> bool:
    """Whether the gap before the word at ``index`` stands within a compound."""
    tokens = document.tokens
    gap, before, after = tokens.gaps[index], tokens.keys[index - 1], tokens.keys[index]
    if "/" in gap:
        return (before, after) in _PAIRS
    if gap == "- ":
        return tokens.gaps[index - 1] == tokens.gaps[index + 1] == "-"
    return after in _ENDINGS and tokens.words[index].islower()
