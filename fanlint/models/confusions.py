"""Real words in the wrong place: models of which of two words stands in such a context, learnt from fiction."""

import mmap
import os
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import factorial, log
from struct import unpack_from
from typing import NamedTuple

from fanlint.model import Level
from fanlint.models.features import (
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

MAGIC = b"FANCTX02"
"""Opens the file; then u32 lengths of its four parts: directory, models, vocabulary, weights.
The directory has a line in UTF-8 for every word that may be doubted, with tab-separated fields: the word, and what
Direction has of each other word. A model is u32, u32, f32, f32: the first of its weights, the one after its last, the
size of a step, and the logit of a place without features. The other two are sorted u32, weights model by model: the
key in the upper 24 bits, and in the lowest 8 a cluster, or the steps of a weight, 128 added."""
_HEAD = 24
FIELDS = 9
"""Of a direction in the directory: intended, kind, model, sign, three thresholds, rate, chance."""
SHIFT = DROP
NEVER = 99.0
"""The threshold of a level at which a direction is off."""
_FEW = 12  # places of a word up to which searching the sorted weights is faster than making a table of them
_FAR = 6.0  # logits: more than words farther away than the next ones ever add where a doubt is justified
_CHANCE = 0.001  # of so many places in a draft that looks like one slip and is none, below which it is a habit
_LIKELY = 1.5  # logits: what a place must have beyond even odds, where a slip is a habit
_SHORT = 20_000  # words that a draft is taken to have at least, when it comes to chance
# Beside these a word may be cut off, stammered, or part of a compound.
_UNSURE = frozenset((DASH, ELLIPSIS, BRACKET, HYPHEN, OTHER))
_CLOSED = ("'", "’", "‘", "`")


class Direction(NamedTuple):
    """``intended`` written as ``written``: doubted where the model's logit for ``intended`` reaches a threshold.

    ``thresholds`` are by level. ``rate`` is how often ``written`` stands in a million words of fiction. ``kind`` is
    what the two differ in: "sense", "slip" (of the key), or a matter of grammar. ``chance`` is how many false alarms a
    million words bring at STRICT, for a slip that some writers make again and again; for others it is 0.
    """

    written: str
    intended: str
    kind: str
    model: int
    sign: int
    thresholds: tuple[float, float, float]
    rate: float
    chance: float

    def least(self, level: Level) -> Level:
        """The level to look at, if those found at ``level`` are wanted: more places may show that it is a habit."""
        return max(level, Level.STRICT) if self.chance else level


class Doubt(NamedTuple):
    """Word ``at`` of a text stands where ``direction.intended`` would; ``margin`` in logits above the threshold."""

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


class Confusions:
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
    def load(cls, path: str | None = None) -> "Confusions":
        """Map the data file at ``path``, by default the one shipped beside this module."""
        if path is None:
            path = os.path.join(os.path.dirname(__file__), "data", "confusions.bin")
        with open(path, "rb") as file:
            return cls(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))

    def cluster(self, digest: int) -> int:
        """The cluster of a word by its digest; 0 for one that is not in the vocabulary."""
        return _look_up(self._words, digest >> SHIFT)

    def directions(self, word: str) -> list[Direction]:
        """What may have been meant by a word."""
        fields = self._lines[word].split("\t") if word in self._lines else []
        return [
            Direction(
                word, intended, kind, int(model), int(sign), (float(a), float(b), float(c)), float(rate), float(chance)
            )
            for intended, kind, model, sign, a, b, c, rate, chance in zip(*[iter(fields)] * FIELDS, strict=True)
        ]

    def doubts(self, tokens: Tokens, level: Level, stream: Stream | None = None) -> Iterator[Doubt]:
        """Words that look misplaced at ``level`` or a surer one, at most one doubt a word, in no order.

        A slip that the draft makes too often for chance is doubted as surely as can be at all its likely places:
        errors come in numbers where a writer does not know better, false alarms do not. ``stream`` is that of the
        tokens, where it has been made before.
        """
        places = tokens.places
        wanted: dict[str, list[Direction]] = {}
        for word in self._lines:
            if word in places and (on := [x for x in self.directions(word) if x.thresholds[x.least(level)] < NEVER]):
                wanted[word] = on
        if not wanted:
            return
        stream = stream or Stream(tokens, self.cluster)
        for word, directions in wanted.items():
            indices = [index for index in places[word] if _is_plain(index, tokens, stream)]
            models = [self._model(each.model) for each in directions]
            for model in models:
                model.expect(len(indices))
            doubts = [
                Doubt(index, direction, reached, margin)
                for index in indices
                for reached, margin, direction in _likeliest(stream, stream.place[index], level, directions, models)
            ]
            habits = _habits(doubts, stream, len(tokens))
            for direction, model in zip(directions, models, strict=True):
                if direction in habits:
                    doubts = _lowered(doubts, direction, model, indices, stream)
            yield from (doubt for doubt in doubts if doubt.level <= level)
            for model in models:
                model.forget()

    def _model(self, number: int) -> _Model:
        if number not in self._read:
            start, stop, step, bias = unpack_from("<2I2f", self._data, self._models + 16 * number)
            self._read[number] = _Model(self._weights, start, stop, step, bias)
        return self._read[number]


def _likeliest(
    stream: Stream, at: int, level: Level, directions: list[Direction], models: list[_Model]
) -> list[tuple[Level, float, Direction]]:
    """Which direction reaches the surest level's threshold by the widest margin at a place of the stream, if any."""
    words, clusters = stream.words, stream.clusters
    near = near_keys(words[at - 1], words[at + 1], clusters[at - 1], clusters[at + 1])
    far: list[int] = []
    found: list[tuple[Level, float, Direction]] = []
    for direction, model in zip(directions, models, strict=True):
        sign, thresholds, least = direction.sign, direction.thresholds, direction.least(level)
        score = sign * (model.bias + model.sum(near))
        if score < thresholds[least] - _FAR:
            continue
        far = far or far_keys_at(words, clusters, at)
        score += sign * model.sum(far)
        if score >= thresholds[least]:
            reached = next(each for each in Level if score >= thresholds[each])
            found.append((reached, score - thresholds[reached], direction))
    return [min(found, key=lambda each: (each[0], -each[1]))] if found else []


def _habits(doubts: list[Doubt], stream: Stream, words: int) -> set[Direction]:
    """The slips that a draft of so many words makes so often that it cannot be chance."""
    found: dict[Direction, list[int]] = {}
    for doubt in doubts:
        if doubt.direction.chance and doubt.level <= Level.STRICT:
            found.setdefault(doubt.direction, []).append(stream.place[doubt.at])
    return {direction for direction, places in found.items() if _is_habit(direction, places, stream, words)}


def _lowered(
    doubts: list[Doubt], direction: Direction, model: _Model, indices: list[int], stream: Stream
) -> list[Doubt]:
    """All doubts about a word, its uses at ``indices``, when one direction is a habit of the writer's.

    The threshold is lowered to where a place is an error more likely than not, by how many are known to be.
    """
    doubted = {doubt.at: doubt for doubt in doubts}
    sure = {at for at, doubt in doubted.items() if doubt.direction == direction and doubt.level <= Level.STRICT}
    threshold = max(direction.thresholds[Level.HUNT], log(max(1, len(indices) - len(sure)) / len(sure)) + _LIKELY)
    for index in indices:
        if index in sure:
            doubted[index] = doubted[index]._replace(level=Level.DEFAULT)
        elif index not in doubted or doubted[index].level > Level.DEFAULT:
            score = direction.sign * (model.bias + model.sum(_keys(stream, stream.place[index])))
            if score >= threshold:
                doubted[index] = Doubt(index, direction, Level.DEFAULT, score - threshold)
    return list(doubted.values())


def _keys(stream: Stream, at: int) -> list[int]:
    """All keys of a place of the stream."""
    words, clusters = stream.words, stream.clusters
    near = near_keys(words[at - 1], words[at + 1], clusters[at - 1], clusters[at + 1])
    return near + far_keys_at(words, clusters, at)


def _is_habit(direction: Direction, places: list[int], stream: Stream, words: int) -> bool:
    """Whether a slip was made at more places of the stream than chance explains in so many words."""
    # What is said again beside the same word (“hands of hands of hands”) is no other place.
    beside = {(stream.words[at - 1], stream.words[at + 1]) for at in places}
    count = len(beside) if min(len({pair[side] for pair in beside}) for side in (0, 1)) > 1 else 1
    expected = direction.chance * max(words, _SHORT) / 1e6
    return count > 1 and expected**count / factorial(count) < _CHANCE


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
