"""The way of writing that a story prefers, and one finding for all the places that depart from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fanlint.model import Edit, Finding, Fix, Safety
from fanlint.rules.rule import Rule
from fanlint.text.document import STORY, Document

# The defaults below were set by hand.
LEAST = 5  # Minimum uses of all ways together; with fewer, it is unclear what the story prefers.
ODDS = 4  # Minimum ratio of the usual way's uses to those of all other ways together.
MOST = 10  # Maximum number of places that one finding shows; its fix still changes all of them.


def usual_way(counts: Mapping[str, int], least: int = LEAST, odds: int = ODDS) -> str | None:
    """The way that is at least ``odds`` times as frequent as all others together.

    None if there is no such way, if there are fewer than ``least`` uses, or if the story uses one way only.
    """
    total = sum(counts.values())
    if total < least:
        return None
    way = max(counts, key=counts.__getitem__)
    others = total - counts[way]
    return way if 0 < others * odds <= counts[way] else None


def in_story(document: Document, offset: int) -> bool:
    """Whether an offset is in the story itself, not in a heading or an author's note."""
    block = document.block_at(offset)
    return block is not None and block.kind in STORY


def told_together(rule: Rule, edits: Sequence[Edit], message: str, title: str) -> Finding:
    """One finding for all uses of a rarer way, with one fix that changes them all.

    ``edits`` must be in order and must not be empty.
    """
    spans = tuple(edit.span for edit in edits)
    fix = Fix(tuple(edits), Safety.UNSAFE, title)
    return rule.found(spans[0], message=message, fixes=(fix,), also=spans[1:MOST])


def times(count: int) -> str:
    """A count in words as people say it: once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(count) or f"{count:,} times"
