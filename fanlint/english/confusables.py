"""Real words in the wrong place: models of which of two words stands in such a context, learnt from fiction."""

import mmap
import os
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import IntEnum
from struct import unpack_from
from typing import NamedTuple

from fanlint.english.contexts import (
    BRACKET,
    COMMA,
    DASH,
    DROP,
    ELLIPSIS,
    END,
    HALTING,
    HESITATIONS,
    HYPHEN,
    LEANING,
    OPENERS,
    OTHER,
    Stream,
    far_keys_at,
    near_keys,
)
from fanlint.text.tokens import Tokens

MAGIC = b"FANCTX01"
"""Opens the file; then u32 lengths of its four parts: directory, models, vocabulary, weights.
The directory has a line in UTF-8 for every word that may be doubted, with tab-separated fields: the word, and what
Direction has of each other word. A model is u32, u32, f32, f32: the first of its weights, the one after its last, the
size of a step, and the logit of a place without features. The other two are sorted u32, weights model by model: the
key in the upper 24 bits, and in the lowest 8 a cluster, or the steps of a weight, 128 added."""
_HEAD = 24
FIELDS = 8
"""Of a direction in the directory: intended, kind, model, sign, three bars, rate."""
SHIFT = DROP
NEVER = 99.0
"""The bar of a level at which a direction is off."""
_FEW = 12  # places of a word up to which searching the sorted weights is faster than making a table of them
_FAR = 6.0  # logits: more than words farther away than the next ones ever add where a doubt is justified
# Beside these a word may be cut off, stammered, or part of a compound.
_UNSURE = frozenset((DASH, ELLIPSIS, BRACKET, HYPHEN, OTHER))
_CLOSED = ("'", "’", "‘", "`")


class Level(IntEnum):
    """How sure a doubt is."""

    DEFAULT = 0
    STRICT = 1
    HUNT = 2


# Kinds of slip that may be how a character talks.
DIALECT = frozenset({"grammar", "participle", "adverb", "past", "third", "ing"})


class Direction(NamedTuple):
    """``intended`` written as ``written``: doubted where the model's logit for ``intended`` reaches a bar.

    ``bars`` are by level. ``rate`` is how often ``written`` stands in a million words of fiction. ``kind`` is what
    the two differ in: "sense", "slip" (of the key), or a matter of grammar.
    """

    written: str
    intended: str
    kind: str
    model: int
    sign: int
    bars: tuple[float, float, float]
    rate: float


class Doubt(NamedTuple):
    """Word ``at`` of a text stands where ``direction.intended`` would; ``margin`` in logits above the bar."""

    at: int
    direction: Direction
    level: Level
    margin: float


class _Model:
    """The weights of one model; a positive sum speaks for the second word of its pairs."""

    __slots__ = ("_packed", "_start", "_step", "_stop", "_table", "bias")

    def __init__(self, packed: Sequence[int], start: int, stop: int, step: float, bias: float) -> None:
        self._packed, self._start, self._stop, self._step = packed, start, stop, step
        self.bias = bias
        self._table: dict[int, float] | None = None

    def expect(self, places: int) -> None:
        """Make a table of the weights when there are so many places that it repays."""
        if places > _FEW and self._table is None:
            packed = self._packed[self._start : self._stop]
            self._table = {each >> 8: ((each & 255) - 128) * self._step for each in packed}

    def forget(self) -> None:
        """Let go of the table; those of all models together would be larger than a novel."""
        self._table = None

    def sum(self, keys: list[int]) -> float:
        """What features add to the logit."""
        table = self._table
        if table is not None:
            return sum([table[key] for key in keys if key in table])
        packed, start, stop = self._packed, self._start, self._stop
        steps = 0
        for key in keys:
            at = bisect_left(packed, key << 8, start, stop)
            if at < stop and packed[at] >> 8 == key:
                steps += (packed[at] & 255) - 128
        return steps * self._step


class Confusables:
    """The directions by written word, and their models, memory-mapped; weights are read when a word occurs."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        """Use ``data``, the bytes of a file made by tools/build_contexts.py; ValueError when they are not."""
        if data[:8] != MAGIC:
            raise ValueError("not a fanlint table of contexts: build it again with tools/build_contexts.py")
        directory, models, vocabulary, weights = unpack_from("<4I", data, 8)
        self._data = data
        self._models = _HEAD + directory
        self._words = _numbers(data, self._models + models, vocabulary)
        self._weights = _numbers(data, self._models + models + vocabulary, weights)
        self._read: dict[int, _Model] = {}
        lines = data[_HEAD : self._models].decode().rstrip("\n").split("\n")
        self._lines = dict([line.split("\t", 1) for line in lines])

    @classmethod
    def load(cls, path: str | None = None) -> "Confusables":
        """Map the data file at ``path``, by default the one shipped beside this module."""
        if path is None:
            path = os.path.join(os.path.dirname(__file__), "data", "contexts.bin")
        with open(path, "rb") as file:
            return cls(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))

    def cluster(self, digest: int) -> int:
        """The cluster of a word by its digest; 0 for one that is not in the vocabulary."""
        return _look_up(self._words, digest >> SHIFT)

    def directions(self, word: str) -> list[Direction]:
        """What may have been meant by a word."""
        fields = self._lines[word].split("\t") if word in self._lines else []
        return [
            Direction(word, intended, kind, int(model), int(sign), (float(a), float(b), float(c)), float(rate))
            for intended, kind, model, sign, a, b, c, rate in zip(*[iter(fields)] * FIELDS, strict=True)
        ]

    def doubts(self, tokens: Tokens, level: Level, stream: Stream | None = None) -> Iterator[Doubt]:
        """Words that look misplaced at ``level`` or a surer one, at most one doubt a word, in no order.

        ``stream`` is that of the tokens, where it has been made before.
        """
        places = tokens.places
        present = [word for word in self._lines if word in places]
        wanted = {word: on for word in present if (on := [x for x in self.directions(word) if x.bars[level] < NEVER])}
        if not wanted:
            return
        stream = stream or Stream(tokens, self.cluster)
        for word, directions in wanted.items():
            indices = [index for index in places[word] if _is_plain(index, tokens, stream)]
            models = [self._model(each.model) for each in directions]
            for model in models:
                model.expect(len(indices))
            for index in indices:
                found = _likeliest(stream, stream.place[index], level, directions, models)
                if found is not None:
                    margin, direction = found
                    surest = next(each for each in Level if margin + direction.bars[level] >= direction.bars[each])
                    yield Doubt(index, direction, surest, margin)
            for model in models:
                model.forget()

    def _model(self, number: int) -> _Model:
        if number not in self._read:
            start, stop, step, bias = unpack_from("<2I2f", self._data, self._models + 16 * number)
            self._read[number] = _Model(self._weights, start, stop, step, bias)
        return self._read[number]


def _likeliest(
    stream: Stream, at: int, level: Level, directions: list[Direction], models: list[_Model]
) -> tuple[float, Direction] | None:
    """The direction that reaches its bar by the widest margin at a place of the stream; None where none does."""
    words, clusters = stream.words, stream.clusters
    near = near_keys(words[at - 1], words[at + 1], clusters[at - 1], clusters[at + 1])
    far: list[int] = []
    best: tuple[float, Direction] | None = None
    for direction, model in zip(directions, models, strict=True):
        sign, bar = direction.sign, direction.bars[level]
        score = model.bias + model.sum(near)
        if sign * score < bar - _FAR:
            continue
        far = far or far_keys_at(words, clusters, at)
        margin = sign * (score + model.sum(far)) - bar
        if margin >= 0 and (best is None or margin > best[0]):
            best = margin, direction
    return best


def _numbers(data: bytes | mmap.mmap, start: int, length: int) -> Sequence[int]:
    """``length`` bytes of ``data`` as little-endian u32."""
    if sys.byteorder == "little" and start % 4 == 0:
        return memoryview(data)[start : start + length].cast("I")
    from array import array  # only for other byte orders

    found = array("I", data[start : start + length])
    if sys.byteorder == "big":
        found.byteswap()
    return found


def _look_up(table: Sequence[int], key: int) -> int:
    """The lowest byte of the entry of a 24-bit key in a sorted table; 0 where there is none."""
    at = bisect_left(table, key << 8)
    return table[at] & 255 if at < len(table) and table[at] >> 8 == key else 0


def _is_plain(index: int, tokens: Tokens, stream: Stream) -> bool:
    """Whether a word stands whole, without emphasis by capitals, and not as a name."""
    word, before, after = tokens.words[index], tokens.gaps[index], tokens.gaps[index + 1]
    at = stream.place[index]
    left, right = stream.words[at - 1], stream.words[at + 1]
    if left == right == END or left in _UNSURE or right in _UNSURE or before[-1:] in _CLOSED or after[:1] in _CLOSED:
        return False
    if stream.words[at + 2] == HYPHEN:  # “they duck-nodded”: of the next word only a half is seen
        return False
    if right == COMMA and (
        stream.words[at] in LEANING or (stream.words[at] in HALTING and stream.words[at + 2] in HESITATIONS)
    ):
        return False
    if word.islower() or (word[:1] == "I" and word[1:2] in ("", "'", "’")):
        return True
    return not word.isupper() and left in OPENERS
