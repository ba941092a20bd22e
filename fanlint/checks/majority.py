"""Which of several ways of writing a story prefers, and how the places that have another are told together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fanlint.model import Edit, Finding, Fix, Safety
from fanlint.rules.rule import Rule
from fanlint.text.document import STORY, Document

LEAST = 5  # uses of all ways together, below which nobody can say what the story prefers
ODDS = 4  # times as often as all others together the usual way must stand
MOST = 10  # places that one finding shows; its fix knows them all


def usual_way(counts: Mapping[str, int], least: int = LEAST, odds: int = ODDS) -> str | None:
    """The way that stands ``odds`` times as often as all others together, where there are others; None without one."""
    total = sum(counts.values())
    if total < least:
        return None
    way = max(counts, key=counts.__getitem__)
    others = total - counts[way]
    return way if 0 < others * odds <= counts[way] else None


def in_story(document: Document, offset: int) -> bool:
    """Whether a place belongs to the story itself, not to a heading or an author's note."""
    block = document.block_at(offset)
    return block is not None and block.kind in STORY


def told_together(rule: Rule, edits: Sequence[Edit], message: str, title: str) -> Finding:
    """One finding for all places of a rarer way, with one fix that changes them all; ``edits`` in order, at least
    one."""
    spans = tuple(edit.span for edit in edits)
    fix = Fix(tuple(edits), Safety.UNSAFE, title)
    return rule.found(spans[0], message=message, fixes=(fix,), also=spans[1:MOST])


def times(count: int) -> str:
    """A count as one says it: once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(count) or f"{count:,} times"
