"""Small words left out, or put in by mistake: models of what stands in a gap, learnt from fiction."""

from __future__ import annotations

import mmap
import os
import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from operator import or_
from struct import calcsize, unpack_from
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from fanlint.language.en.articles import takes_an
from fanlint.model import Level
from fanlint.models.features import COMMA, DROP, END, NAME, NUMBER, OWNER, QUOTE, SEMICOLON, SPECIALS, UNKNOWN, Stream
from fanlint.models.omission_exceptions import LEANING, LED, are_side_by_side, stands_free
from fanlint.models.omission_features import (
    MASK,
    after_gap,
    after_word,
    around_gap,
    around_word,
    before_gap,
    before_word,
    beside_gap,
    terms_after,
    terms_before,
)
from fanlint.text.tokens import Tokens

if TYPE_CHECKING:
    from fanlint.language.en.bigrams import Pairs

SMALL = tuple(
    """a all an and are as at be been but by can could did do for from had has have he her him his i if in is it its me
    my no not of on or our out she so that the their them there they this to up us was we were what when who will with
    would you your""".split()
)
"""The words that the models know: those that may be missing, or one too many."""
INTRUDERS = tuple("a an he if it of she the they to".split())
"""Those of them that are told to be too many. Of the others, more than half of what looks so is sound: “all that he had
was a hat”, “the hand in his and the other”."""
SPARED = frozenset("that all so not no".split())
"""Those of them without which a sentence is mostly sound: they are not told to be missing."""
MAGIC = b"FANLAPS1"
"""Opens the file; then two tables, of gaps and of small words: u32, f32, f32, which are how many weights there are,
the size of a step, and the logit of a place without features; a u32 for each of the 257 bounds of the buckets; the u16
keys, ascending in each bucket, padded to a multiple of four bytes; and the u8 weights, in steps, 128 added, padded in
the same way. A bucket is the highest 8 of the 24 bits of a key."""
BUCKETS = 256
HEAD = "<I2f"
# Logits by the words next to a place alone; below them, those farther away never make a candidate of it.
_LEAST_GAP = 0.1
_LEAST_WORD = 0.0
# The same by each of the two words beside a gap for itself, below which both together never do.
_HOPELESS_GAP = -0.8
_NOT_BEFORE = frozenset(crc32(word.encode()) for word in LEANING)
_NOT_AFTER = frozenset(crc32(word.encode()) for word in LED)
_BESIDE = 0.6  # weight of log10 of how often a word stands beside its neighbours
_MANY = 4000  # words from which making a table of the weights repays
_WORDS = frozenset((NAME, NUMBER, OWNER, UNKNOWN))
_MARKS = frozenset((END, COMMA, SEMICOLON, QUOTE))


class Thresholds(NamedTuple):
    """The least logits at which a place is a candidate, in either voice."""

    narration: float
    speech: float


MISSING = {Level.DEFAULT: Thresholds(2.5, 3.2), Level.STRICT: Thresholds(1.4, 2.2)}
EXTRA = {Level.DEFAULT: Thresholds(2.8, 3.6), Level.STRICT: Thresholds(1.9, 2.6)}


class Missing(NamedTuple):
    """Between words ``at - 1`` and ``at`` a small word is missing, with this logit.

    ``words`` are those that fit, the best first, with how well they do (natural logarithms of odds, up to a constant).
    """

    at: int
    logit: float
    words: tuple[tuple[float, str], ...]


class Extra(NamedTuple):
    """Word ``at`` is one too many, with this logit; ``gap`` is the logit of something missing once it is gone."""

    at: int
    logit: float
    gap: float


class _Weights:
    """The weights of one model."""

    def __init__(self, data: bytes | mmap.mmap, start: int) -> None:
        count: int
        self.step: float
        self.bias: float
        count, self.step, self.bias = unpack_from(HEAD, data, start)
        start += calcsize(HEAD)
        self._bounds = unpack_from(f"<{BUCKETS + 1}I", data, start)
        start += 4 * (BUCKETS + 1)
        self._keys = _shorts(data[start : start + 2 * count])
        start += -(-2 * count // 4) * 4
        self._steps = data[start : start + count]
        self.end = start + -(-count // 4) * 4
        self._table: dict[int, int] | None = None

    def expect(self, words: int) -> None:
        """Make a table of the weights when a text has so many words that it repays."""
        if words >= _MANY and self._table is None:
            self._table = {
                bucket << 16 | self._keys[at]: self._steps[at] - 128
                for bucket in range(BUCKETS)
                for at in range(self._bounds[bucket], self._bounds[bucket + 1])
            }

    @property
    def weight(self) -> Callable[[int, int], int]:
        """What tells the weight of a key, in steps; its second argument is that of a key without any: 0."""
        return self._search if self._table is None else self._table.get

    def _search(self, key: int, none: int) -> int:
        bucket, rest = key >> 16, key & 0xFFFF
        stop = self._bounds[bucket + 1]
        at = bisect_left(self._keys, rest, self._bounds[bucket], stop)
        return self._steps[at] - 128 if at < stop and self._keys[at] == rest else none

    def sum(self, keys: list[int]) -> int:
        """What features add to the logit, in steps."""
        table = self._table
        if table is not None:
            return sum([table[key] for key in keys if key in table])
        return sum([self._search(key, 0) for key in keys])


class SmallWords:
    """The two models, memory-mapped."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        """Use ``data``, the bytes of a file made by tools/build_lapses.py; ValueError when they are not."""
        if data[:8] != MAGIC:
            raise ValueError("not a fanlint table of small words: build it again with tools/build_lapses.py")
        self._gaps = _Weights(data, len(MAGIC))
        self._words = _Weights(data, self._gaps.end)

    @classmethod
    def load(cls, path: str | None = None) -> SmallWords:
        """Map the data file at ``path``, by default the one shipped beside this module."""
        if path is None:
            path = os.path.join(os.path.dirname(__file__), "data", "omissions.bin")
        with open(path, "rb") as file:
            return cls(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))

    @cached_property
    def _pairs(self) -> Pairs | None:
        """Counts of pairs of words, read when something is missing; without them, the models alone tell what."""
        from fanlint.language.en.bigrams import Pairs  # hardly ever needed

        try:
            return Pairs.load()
        except (OSError, ValueError):
            return None

    def missing(
        self, tokens: Tokens, stream: Stream, threshold: float = MISSING[Level.STRICT].narration
    ) -> Iterator[Missing]:
        """Gaps of plain space in which a small word is missing, by a logit of at least ``threshold``, in order."""
        model = self._gaps
        model.expect(len(tokens))
        codes = [stream.words[at] for at in stream.place]
        odd = self._odd_pairs(codes, stream)
        for index, pair in enumerate(pairwise(codes), 1):
            if pair in odd and tokens.gaps[index] == " ":
                at = stream.place[index]
                logit = self._gap_logit(stream, at - 1, at)
                if logit >= threshold and not are_side_by_side(tokens.keys[index - 1], tokens.keys[index]):
                    yield Missing(index, logit, self._fitting(index, tokens, stream))

    def extra(
        self, tokens: Tokens, stream: Stream, threshold: float = EXTRA[Level.STRICT].narration
    ) -> Iterator[Extra]:
        """Small words that are one too many, by a logit of at least ``threshold``, in order."""
        self._words.expect(len(tokens))
        words, clusters, place = stream.words, stream.clusters, stream.place
        before: dict[tuple[int, int], int] = {}
        after: dict[tuple[int, int], int] = {}
        least = (_LEAST_WORD - self._words.bias) / self._words.step
        for index in sorted(index for word in INTRUDERS for index in tokens.places.get(word, ())):
            at = place[index]
            x, left, right = words[at], words[at - 1], words[at + 1]
            pair = (left, x)
            if pair not in before:
                before[pair] = self._words.sum(before_word(left, clusters[at - 1], x))
            said = before[pair]
            pair = (x, right)
            if pair not in after:
                after[pair] = self._words.sum(after_word(x, right, clusters[at + 1]))
            if said + after[pair] >= least and _is_plain(left, x, right):
                logit = self._word_logit(stream, at - 1, x, at + 1)
                if logit >= threshold and stands_free(index, tokens):
                    yield Extra(index, logit, self._gap_logit(stream, at - 1, at + 1))

    def _odd_pairs(self, codes: list[int], stream: Stream) -> set[tuple[int, int]]:
        """The pairs of known words that leave open whether something is missing between them."""
        model = self._gaps
        cluster = dict(zip(stream.words, stream.clusters, strict=True))
        left, right = {}, {}
        for code in set(codes):
            if code >= SPECIALS:
                if code not in _NOT_BEFORE:
                    left[code] = (*terms_before(code, cluster[code]), model.sum(before_gap(code, cluster[code])))
                if code not in _NOT_AFTER:
                    right[code] = (*terms_after(code, cluster[code]), model.sum(after_gap(code, cluster[code])))
        bias, step = model.bias, model.step
        least, hopeless = (_LEAST_GAP - bias) / step, (_HOPELESS_GAP - bias) / step
        weight = model.weight
        found = set()
        # Every pair of words of a draft comes by here: without calls and lists it takes a third of the time.
        for one, other in set(pairwise(codes)):
            if one in left and other in right:
                a, b, c, d, said = left[one]
                word, group, more = right[other]
                said += more
                if said >= hopeless:
                    said += weight((a + word & MASK) >> DROP, 0) + weight((b + group & MASK) >> DROP, 0)
                    said += weight((c + word & MASK) >> DROP, 0) + weight((d + group & MASK) >> DROP, 0)
                    if said >= least:
                        found.add((one, other))
        return found

    def _gap_logit(self, stream: Stream, left: int, right: int) -> float:
        around = _around(stream, left, right)
        w1, v1, c1, d1 = around[2], around[3], around[8], around[9]
        keys = before_gap(w1, c1) + after_gap(v1, d1) + beside_gap(w1, v1, c1, d1) + around_gap(*around)
        return self._gaps.bias + self._gaps.step * self._gaps.sum(keys)

    def _word_logit(self, stream: Stream, left: int, x: int, right: int) -> float:
        around = _around(stream, left, right)
        keys = (
            before_word(around[2], around[8], x)
            + after_word(x, around[3], around[9])
            + around_word(x, *around[1:5], *around[6:])
        )
        return self._words.bias + self._words.step * self._words.sum(keys)

    def _fitting(self, index: int, tokens: Tokens, stream: Stream) -> tuple[tuple[float, str], ...]:
        """How well each small word would stand before word ``index``."""
        right = stream.place[index]
        before, after, pairs = tokens.keys[index - 1], tokens.keys[index], self._pairs
        wrong_article = "a" if takes_an(after) else "an"
        fits = []
        for word in SMALL:
            if word not in SPARED and word not in (before, after, wrong_article):
                beside = pairs.count(before, word) + pairs.count(word, after) if pairs else 0.0
                logit = self._word_logit(stream, right - 1, crc32(word.encode()), right)
                fits.append((_BESIDE * beside - logit, "I" if word == "i" else word))
        return tuple(sorted(fits, reverse=True))


def _around(stream: Stream, left: int, right: int) -> tuple[int, ...]:
    """Digests and clusters in the order of ``omission_features.around_gap``; what is seen ends with the sentence."""
    words, clusters = stream.words, stream.clusters
    w1, v1, c1, d1 = words[left], words[right], clusters[left], clusters[right]
    w2 = w3 = c2 = c3 = v2 = v3 = d2 = d3 = END
    if w1 != END:
        w2, c2 = words[left - 1], clusters[left - 1]
        if w2 != END:
            w3, c3 = words[left - 2], clusters[left - 2]
    if v1 != END:
        v2, d2 = words[right + 1], clusters[right + 1]
        if v2 != END:
            v3, d3 = words[right + 2], clusters[right + 2]
    return w3, w2, w1, v1, v2, v3, c3, c2, c1, d1, d2, d3


def _is_plain(left: int, x: int, right: int) -> bool:
    """Whether a word stands beside at least one other, and beside no mark that may cut it off, nor its double."""
    words = [code >= SPECIALS or code in _WORDS for code in (left, right)]
    marks = [code in _MARKS for code in (left, right)]
    return any(words) and all(map(or_, words, marks)) and x not in (left, right)


def _shorts(data: bytes) -> Sequence[int]:
    found = array("H", data)
    if sys.byteorder == "big":
        found.byteswap()
    return found
