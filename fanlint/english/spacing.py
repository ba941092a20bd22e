"""Spaces left out, put in, or shifted by a letter: two words in one token, one word in two."""

from __future__ import annotations

import math
from collections.abc import Iterator

from fanlint.english.lexicon import Lexicon
from fanlint.english.pairs import Pairs

_SHORT = frozenset("a i am an as at be by do go he if in is it me my no of oh on or so to up us we".split())


def _part(word: str, lexicon: Lexicon) -> bool:
    """Whether `word` may be one half of a split."""
    if len(word) < 3:
        return word in _SHORT
    return lexicon.is_common(word)


def phrase_weight(first: str, second: str, lexicon: Lexicon, pairs: Pairs) -> float:
    """log10 of the uses of `first second` per billion words: counted, or supposed from the two words."""
    count = pairs.count(first, second)
    if count:
        return count + 9 - math.log10(pairs.total)
    apart = lexicon.frequency(first) + lexicon.frequency(second) - 9
    return min(apart - 0.7, 2.3)


def splits(word: str, lexicon: Lexicon, pairs: Pairs) -> Iterator[tuple[str, str, float]]:
    """The ways to read `word` (lower case) as two everyday words, with log10 uses per billion words of the two."""
    for i in range(1, len(word)):
        first, second = word[:i], word[i:]
        if _part(first, lexicon) and _part(second, lexicon):
            weight = phrase_weight(first, second, lexicon, pairs)
            if min(i, len(word) - i) > 2 or pairs.count(first, second):
                yield first, second, weight


def rejoined(first: str, second: str, lexicon: Lexicon, pairs: Pairs) -> tuple[str, float] | None:
    """What the tokens `first second` (lower case), one of them unknown, were to be, with its log odds; or None."""
    if not first.isalpha() or not second.isalpha():
        return None
    unknown = (not lexicon.accepts(first)) + (not lexicon.accepts(second))
    if not unknown:
        return None
    joined = first + second
    found: list[tuple[float, str]] = []
    for shift in (-1, 1):
        at = len(first) + shift
        one, two = joined[:at], joined[at:]
        if one and two and _part(one, lexicon) and _part(two, lexicon):
            count = pairs.count(one, two)
            found.append((phrase_weight(one, two, lexicon, pairs) + (1.0 if count else 0.0) + unknown - 1.0, f"{one} {two}"))
    weight = lexicon.frequency(joined)
    if weight > 1.0 and len(joined) > 4:
        found.append((weight + unknown - 1.0, joined))
    if not found:
        return None
    score, text = max(found)
    return (text, score) if score > 1.5 else None
