"""The words that lie nearest to a misspelling, cheaply: told by sound key, letters and frequency, not yet by edits."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from heapq import nlargest
from typing import NamedTuple

from fanlint.language.en.lexicon import LOWER, RECORD, Lexicon
from fanlint.language.en.phonetics import far_neighbours, key, neighbours, readings

MOST = 24
"""The most words that are handed on, those with the best chances."""
BEHIND = 8.0
"""How far the chances of a word may lie behind those of the best one (natural log)."""
LOOSE = 4
"""By how many letters the lengths may differ; a word of under six letters differs by one less."""

# Chances, in natural logs, fitted by tools/fit_channel.py as those of suggest.py were.
FEATURES = (
    "frequency",
    "letters only in the word",
    "letters only in the typed",
    "length",
    "same first",
    "same second",
    "same third",
    "same last",
    "same last but one",
    "same key",
    "proper",
)
WEIGHTS = (1.2, -1.1, -2.03, -0.62, 2.04, 1.01, 1.01, 1.69, 1.01, 2.4, -1.68)
FREQUENCY, ONLY_WORD, ONLY_TYPED, LENGTH, FIRST, SECOND, THIRD, LAST, LAST_BUT_ONE, SAME_KEY, PROPER = WEIGHTS
_LEVELS = [FREQUENCY * level / 16 for level in range(128)]


class Candidate(NamedTuple):
    """A word that may have been meant."""

    word: str
    """In lower case, or as the story writes it."""
    weight: float
    """log10 of its uses per billion words."""
    same_key: bool
    """Whether it sounds the same, by its key."""
    proper: bool
    """Whether it is known with a capital only."""
    only_word: int
    """Letters of the word that the typed one has nowhere."""
    only_typed: int
    """Letters of the typed one that the word has nowhere."""


_CONTRACTIONS = {
    key(word)
    for word in (
        b"can't couldn't didn't doesn't don't hadn't hasn't haven't isn't shouldn't wasn't weren't wouldn't".split()
    )
}
_Rough = tuple[float, bytes, int, int, bool, int, int]
"""Chances, the word, its flags, its level of frequency, whether its key is the same, letters of one alone."""


class Nearest:
    """Finds the words near to one that is none."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the words from `lexicon`."""
        self._group = lexicon.group

    def near(self, lower: str) -> list[Candidate]:
        """The words whose sound key is that of `lower` (lower-case ASCII letters) or one slip from it."""
        raw = lower.encode("ascii")
        sounds = key(raw)
        keys = neighbours(sounds)
        for other in readings(raw):
            keys.add(other)
            if b"x" in raw:
                keys |= neighbours(other)  # An "x" is two sounds, so that one slip with it is a slip in both.
        if b"'" in raw:
            keys |= _CONTRACTIONS  # Their letters are typed in any order: "were'nt", "wound't".
        keys.discard(sounds)
        return self._best(raw, sounds, keys)

    def far(self, lower: str) -> list[Candidate]:
        """More of them: words whose keys differ from that of `lower` by two sounds in one place."""
        raw = lower.encode("ascii")
        return self._best(raw, None, far_neighbours(key(raw)))

    @staticmethod
    def known(lower: str, known: Mapping[str, int]) -> Iterator[Candidate]:
        """Those of the words of a story, given with their counts, that are near `lower`."""
        raw = lower.encode("ascii")
        for name, count in known.items():
            if name and abs(len(name) - len(raw)) <= 2 and name.isascii():
                other = name.lower().encode("ascii")
                only_word, only_typed = len(other.translate(None, raw)), len(raw.translate(None, other))
                if only_word + only_typed <= 2:
                    weight = 3.5 + math.log10(max(count, 1))
                    yield Candidate(name, weight, key(other) == key(raw), False, only_word, only_typed)

    def _best(self, raw: bytes, sounds: bytes | None, keys: Iterable[bytes]) -> list[Candidate]:
        """The likeliest of the words under the key `sounds` of `raw` and under the other `keys`."""
        group = self._group
        rough: list[_Rough] = []
        if sounds is not None:
            _weigh(raw, group(sounds), True, rough)
        found = b"".join([records for other in keys if (records := group(other))])
        _weigh(raw, found, False, rough)
        if not rough:
            return []
        rough = nlargest(MOST, rough)
        least = rough[0][0] - BEHIND
        return [
            Candidate(text.decode("ascii"), weight / 16, same, not flags & LOWER, only_word, only_typed)
            for value, text, flags, weight, same, only_word, only_typed in rough
            if value >= least
        ]


def _weigh(raw: bytes, records: bytes, same: bool, rough: list[_Rough]) -> None:
    """Add to `rough` the words of `records` that are like `raw`, with their chances in front."""
    size = len(raw)
    loose = LOOSE if size > 5 else LOOSE - 1
    first, second, third, last, before = raw[:1], raw[1:2], raw[2:3], raw[-1:], raw[-2:-1]
    letters, marks = raw.replace(b"'", b""), raw + b"'"
    base = SAME_KEY if same else 0.0
    for text, flag, level in RECORD.findall(records):
        gap = len(text) - size
        if not -loose <= gap <= loose:
            continue
        only_word, only_typed = len(text.translate(None, marks)), len(letters.translate(None, text))
        if only_word + only_typed > loose + 2:
            continue
        flags, weight = flag[0], level[0] & 0x7F
        value = base + _LEVELS[weight] + ONLY_WORD * only_word + ONLY_TYPED * only_typed + LENGTH * abs(gap)
        if text[:1] == first:
            value += FIRST
        if text[1:2] == second:
            value += SECOND
        if text[2:3] == third:
            value += THIRD
        if text[-1:] == last:
            value += LAST
        if text[-2:-1] == before:
            value += LAST_BUT_ONE
        if not flags & LOWER:
            value += PROPER
        rough.append((value, text, flags, weight, same, only_word, only_typed))
