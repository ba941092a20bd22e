"""A text as gap, word, gap, word, …, gap: pieces that tile it exactly."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate
from operator import add

from fanlint.model import Span

# Letters and digits, with apostrophes between them. A class of ranges would be a fifth faster to scan with, but takes
# 3 ms to compile in every process.
_WORDS = r"([^\W_]+(?:['’][^\W_]+)*)"
# The same with combining marks after the letters, which few texts have; it takes a fifth longer.
_MARK = r"[\u0300-\u036f]"
_MARKED_WORDS = rf"([^\W_]+(?:['’][^\W_]+|{_MARK}+[^\W_]*)*)"
_PORTION = 16_384  # code points split at a time: the pieces of a whole novel would fill 60 MB for a moment


def fold(word: str) -> str:
    """The key under which a word is looked up: lower case, with straight apostrophes."""
    return word.lower().replace("’", "'")


def _no_places() -> array[int]:
    return array("I")


class Tokens:
    """The words of a text and the gaps around them, which tile it: gap, word, gap, …, gap.

    Word ``i`` stands between ``gaps[i]`` and ``gaps[i + 1]``. Apostrophes inside a word belong to it, hyphens do not.
    """

    def __init__(self, text: str) -> None:
        self.words: list[str] = []
        self.gaps: list[str] = []
        split = re.compile(_MARKED_WORDS if re.search(_MARK, text) else _WORDS).split
        # One object for all uses of a word: a novel of 500,000 words has some 20,000 distinct ones.
        shared: dict[str, str] = {}
        share = shared.setdefault
        gap = ""
        start = 0
        while start < len(text):
            end = text.find("\n", start + _PORTION) + 1 or len(text)  # no word goes on after a newline
            pieces = split(text[start:end])
            pieces[0] = gap + pieces[0]
            gap = pieces.pop()
            pieces = list(map(share, pieces, pieces))
            self.gaps += pieces[0::2]
            self.words += pieces[1::2]
            start = end
        self.gaps.append(share(gap, gap))

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def _ends(self) -> array[int]:
        """Where each word ends."""
        return array("I", accumulate(map(add, map(len, self.gaps), map(len, self.words))))

    @cached_property
    def keys(self) -> list[str]:
        """Every word folded for look-up (see ``fold``)."""
        folded = {word: fold(word) for word in set(self.words)}
        return list(map(folded.__getitem__, self.words))

    @cached_property
    def places(self) -> dict[str, array[int]]:
        """Indices of the words by key, ascending."""
        found: defaultdict[str, array[int]] = defaultdict(_no_places)
        for index, key in enumerate(self.keys):
            found[key].append(index)
        return dict(found)

    @cached_property
    def gap_places(self) -> dict[str, array[int]]:
        """Indices of the gaps by what they hold, ascending; but for the single space, which tells nothing."""
        found: defaultdict[str, array[int]] = defaultdict(_no_places)
        for index, gap in enumerate(self.gaps):
            if gap != " ":
                found[gap].append(index)
        return dict(found)

    def gaps_among(self, wanted: Iterable[str]) -> list[int]:
        """Indices, ascending, of the gaps that hold one of ``wanted``, which has each but once and no single space."""
        places = self.gap_places
        return sorted(index for gap in wanted if gap in places for index in places[gap])

    def start(self, index: int) -> int:
        return self._ends[index] - len(self.words[index])

    def end(self, index: int) -> int:
        return self._ends[index]

    def span(self, first: int, last: int | None = None) -> Span:
        """From the start of word ``first`` to the end of word ``last`` (or of ``first`` itself)."""
        return Span(self.start(first), self.end(first if last is None else last))

    def gap_span(self, index: int) -> Span:
        """The gap before word ``index``; ``index == len(self)`` is the gap at the end of the text."""
        start = self._ends[index - 1] if index else 0
        return Span(start, start + len(self.gaps[index]))

    def at(self, offset: int) -> int:
        """The index of the first word that ends after ``offset``; ``len(self)`` when there is none."""
        return bisect_right(self._ends, offset)
