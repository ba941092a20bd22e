"""A text as gap, word, gap, word, …, gap: pieces that tile it exactly."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from fanlint.model import Span

# Letters and digits, with apostrophes between them and combining marks after them. A class of ranges would be a fifth
# faster to scan with, but takes 3 ms to compile in every process.
_WORDS = re.compile(r"([^\W_]+(?:['’][^\W_]+|[\u0300-\u036f]+[^\W_]*)*)")


def fold(word: str) -> str:
    """The key under which a word is looked up: lower case, with straight apostrophes."""
    return word.lower().replace("’", "'")


class Tokens:
    """The words of a text and the gaps around them.

    ``pieces`` alternates gap, word, gap, …, gap, so that ``"".join(pieces) == text``; word ``i`` stands between
    ``gaps[i]`` and ``gaps[i + 1]``. Apostrophes inside a word belong to it, hyphens do not.
    """

    def __init__(self, text: str) -> None:
        # One object for all uses of a word: a novel of 500,000 words has some 20,000 distinct ones.
        shared: dict[str, str] = {}
        self.pieces: list[str] = [shared.setdefault(piece, piece) for piece in _WORDS.split(text)]
        self.words: list[str] = self.pieces[1::2]
        self.gaps: list[str] = self.pieces[0::2]

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def _starts(self) -> array[int]:
        return array("l", accumulate(map(len, self.pieces), initial=0))

    @cached_property
    def keys(self) -> list[str]:
        """Every word folded for look-up (see ``fold``)."""
        folded = {word: fold(word) for word in set(self.words)}
        return list(map(folded.__getitem__, self.words))

    @cached_property
    def places(self) -> dict[str, array[int]]:
        """Indices of the words by key, ascending."""
        found: dict[str, array[int]] = {}
        for index, key in enumerate(self.keys):
            if key in found:
                found[key].append(index)
            else:
                found[key] = array("l", (index,))
        return found

    def start(self, index: int) -> int:
        return self._starts[2 * index + 1]

    def end(self, index: int) -> int:
        return self._starts[2 * index + 2]

    def span(self, first: int, last: int | None = None) -> Span:
        """From the start of word ``first`` to the end of word ``last`` (or of ``first`` itself)."""
        return Span(self.start(first), self.end(first if last is None else last))

    def gap_span(self, index: int) -> Span:
        """The gap before word ``index``; ``index == len(self)`` is the gap at the end of the text."""
        return Span(self._starts[2 * index], self._starts[2 * index + 1])

    def at(self, offset: int) -> int:
        """The index of the first word that ends after ``offset``; ``len(self)`` when there is none."""
        piece = bisect_right(self._starts, offset) - 1
        return min((piece + 1) // 2 if piece % 2 == 0 else piece // 2, len(self.words))
