"""Finds where sentences end."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple, overload

from fanlint.model import Span
from fanlint.text.blocks import Block
from fanlint.text.tokens import Tokens

_TERMINATORS = frozenset(".!?…")

ABBREVIATIONS = frozenset(
    "mr mrs ms dr st prof sr jr vs capt sgt lt col gen cpl pvt rev hon messrs mme mlle gov sen rep vol pp fig approx "
    "dept est etc oz lb lbs ft hr hrs mins secs co inc ltd corp bros ave blvd mt jan feb apr aug sept oct nov dec esq "
    "ext eds cf viz al misc avg".split()
)


class Sentence(NamedTuple):
    """A sentence of one block: from its opening mark to its end mark; words ``first`` to ``last`` (exclusive)."""

    span: Span
    first: int
    last: int
    block: Block


def ends_sentence(gap: str) -> bool:
    """Whether the marks before the white space of a gap can end a sentence."""
    marks = gap.rstrip()
    head = marks.split(None, 1)[0] if marks else ""
    return any(mark in _TERMINATORS for mark in head)


class Sentences(Sequence[Sentence]):
    """The sentences of every block, in order. Each is put together when it is asked for: a novel has 30,000."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self._blocks = blocks
        self._owners = array("I")  # for each sentence the index of its block, where it starts and ends, …
        self._starts = array("I")
        self._ends = array("I")
        self.firsts = array("I")
        """The index of each sentence's first word."""
        self._lasts = array("I")

    def __len__(self) -> int:
        return len(self.firsts)

    @overload
    def __getitem__(self, index: int) -> Sentence: ...
    @overload
    def __getitem__(self, index: slice) -> list[Sentence]: ...
    def __getitem__(self, index: int | slice) -> Sentence | list[Sentence]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        span = Span(self._starts[index], self._ends[index])
        return Sentence(span, self.firsts[index], self._lasts[index], self._blocks[self._owners[index]])

    def __iter__(self) -> Iterator[Sentence]:
        return map(self.__getitem__, range(len(self)))

    def add(self, start: int, end: int, first: int, last: int, owner: int) -> None:
        """Put a sentence after all others; ``owner`` is the index of its block."""
        self._starts.append(start)
        self._ends.append(end)
        self.firsts.append(first)
        self._lasts.append(last)
        self._owners.append(owner)

    def is_first(self, index: int) -> bool:
        """Whether a word opens a sentence."""
        at = bisect_left(self.firsts, index)
        return at < len(self.firsts) and self.firsts[at] == index

    def at(self, offset: int) -> Sentence | None:
        """The sentence that holds ``offset`` or ends there."""
        index = bisect_right(self._starts, offset) - 1
        return self[index] if index >= 0 and offset <= self._ends[index] else None


def sentences_of(tokens: Tokens, blocks: tuple[Block, ...]) -> Sentences:
    """The sentences of every block, in order. A block without a word has none."""
    words, gaps = tokens.words, tokens.gaps
    cuts = {gap: _cut(gap) for gap in tokens.gap_places if any(map(str.isspace, gap)) and ends_sentence(gap)}
    breaks = tokens.gaps_among(cuts)
    out = Sentences(blocks)
    for owner, (span, _) in enumerate(blocks):
        start, end = span
        first, stop = tokens.at(start), tokens.at(end)
        if stop < len(words) and tokens.start(stop) < end:
            stop += 1
        for index in breaks[bisect_right(breaks, first) : bisect_left(breaks, stop)]:
            gap = gaps[index]
            if _starts_anew(words[index - 1], gap, words[index]):
                at = tokens.end(index - 1)
                before, after = cuts[gap]
                out.add(start, at + before, first, index, owner)
                start, first = at + after, index
        if first < stop:
            out.add(start, end, first, stop, owner)
    return out


def _starts_anew(before: str, gap: str, after: str) -> bool:
    if after[0].islower():
        return False
    return not (
        gap.startswith(".")
        and gap.strip() == "."
        and (before.lower() in ABBREVIATIONS or (len(before) == 1 and before.isupper() and before != "I"))
    )


def _cut(gap: str) -> tuple[int, int]:
    """Where in a gap one sentence ends and the next begins, in code points: before and after its first white space."""
    end = next((index for index, char in enumerate(gap) if char.isspace()), len(gap))
    return end, len(gap) - len(gap[end:].lstrip())
