"""What stands around a word: a text as a stream of word classes and marks, and the features of one place in it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import Any
from zlib import crc32

from fanlint.text.tokens import Tokens, fold

# Tokens that stand for many. Each is its own digest and its own cluster; clusters of words begin after them.
PAD, END, COMMA, SEMICOLON, DASH, HYPHEN, QUOTE, BRACKET, ELLIPSIS, OTHER, NAME, UNKNOWN, NUMBER, OWNER, SHOUT = range(
    15
)
SPECIALS = 15
REACH = 3
"""Tokens on each side that a feature may look at; none is seen beyond the end of a sentence."""

_MARKS = {
    **dict.fromkeys(".!?\n", END),
    **dict.fromkeys(",", COMMA),
    **dict.fromkeys(";:", SEMICOLON),
    **dict.fromkeys("—–", DASH),
    **dict.fromkeys('"“”„«»', QUOTE),
    **dict.fromkeys("()[]{}", BRACKET),
    "…": ELLIPSIS,
}
_SILENT = frozenset(" \t\r*_'‘’`\u00a0")
# After these, a capital says nothing of the word itself.
OPENERS = frozenset((END, QUOTE, ELLIPSIS, DASH, BRACKET))
# Words that lean on the next one: before a comma they were cut off (“the, uh, leader”).
LEANING = frozenset(crc32(word) for word in (b"the", b"a", b"an", b"my", b"our"))
# These may be meant for another word there (“they went their, and”), but not before one of hesitation.
HALTING = frozenset(crc32(word) for word in (b"their", b"your", b"its"))
HESITATIONS = frozenset((UNKNOWN, *(crc32(word) for word in (b"uh", b"um", b"er", b"erm", b"ah", b"well"))))
_I_FORMS = frozenset({"i", "i'm", "i'll", "i've", "i'd"})


def marks_of(gap: str) -> tuple[int, ...]:
    """The marks of a gap, none twice in a row; white space and emphasis are none, a new line ends the sentence."""
    if gap == " " or not gap:
        return ()
    if gap == "-":
        return (HYPHEN,)
    found: list[int] = []
    rest = gap.replace("...", "…").replace("--", "—").replace(" - ", "—")
    for char in rest:
        if char in _SILENT:
            continue
        mark = _MARKS.get(char, HYPHEN if char == "-" else OTHER)
        if not found or found[-1] != mark:
            found.append(mark)
    return tuple(found)


def token_of(word: str, opens: bool, cluster_of: Callable[[int], int]) -> int:
    """The digest that stands for a word in the stream, or one of the classes.

    ``opens``: it stands where any word has a capital. ``cluster_of`` gives 0 for the digest of a word that is not in
    the vocabulary.
    """
    if not word[0].isalpha():
        return NUMBER
    key = fold(word)
    capital = not word[0].islower()
    if capital and not opens and key not in _I_FORMS and not (word.isupper() and len(word) > 1):
        return OWNER if key.endswith("'s") else NAME
    digest = crc32(key.encode())
    if cluster_of(digest):
        return digest
    if key.endswith("'s"):
        return OWNER
    return NAME if capital else UNKNOWN


class Stream:
    """A text as digests of words and marks in between.

    ``words[place[i]]`` is the digest of word ``i``; ``clusters`` runs beside it. REACH pads stand at either end.
    """

    def __init__(self, tokens: Tokens, cluster_of: Callable[[int], int]) -> None:
        marks = {gap: found for gap in set(tokens.gaps) if (found := marks_of(gap))}
        opening = {gap for gap, found in marks.items() if OPENERS.intersection(found)}
        known: dict[int, int] = {}

        def cluster(digest: int) -> int:
            if digest not in known:
                known[digest] = cluster_of(digest)
            return known[digest]

        inside = {word: token_of(word, False, cluster) for word in set(tokens.words)}
        codes = array("I", map(inside.__getitem__, tokens.words))
        marked = [index for index, gap in enumerate(tokens.gaps[:-1]) if gap in marks]
        for index in (0, *marked) if codes else ():
            word = tokens.words[index]
            if not word[0].islower() and (not index or tokens.gaps[index] in opening):
                codes[index] = token_of(word, True, cluster)
        known.update((special, special) for special in range(SPECIALS))
        words = array("I", [END] * REACH)
        place = array("I")
        start = 0
        for index in (*marked, len(codes)):
            place.extend(range(len(words), len(words) + index - start))
            words += codes[start:index]
            words.extend(marks.get(tokens.gaps[index], ()))
            start = index
        words.extend([END] * REACH)
        self.words = words
        self.clusters = array("H", map(known.__getitem__, words))
        self.place = place


_P, _Q, _R, _S = (
    0x9E3779B1,
    0x85EBCA77,
    0xC2B2AE3D,
    0x27D4EB2F,
)  # odd, of no pattern: they spread sums of digests over 32 bits
_MASK = 0xFFFFFFFF
DROP = 8
"""Bits that a key leaves out of a sum: keys have 32 - DROP bits, and one in 16 million is another's."""


def near_keys(w1: Any, v1: Any, c1: Any, d1: Any) -> list[Any]:
    """The keys of what the words right before and after a place say: digests w1 and v1, clusters c1 and d1.

    All are whole numbers, or arrays of them.
    """
    return [
        ((w1 * _P + 1 * _R) & _MASK) >> DROP,
        ((v1 * _P + 2 * _R) & _MASK) >> DROP,
        ((w1 * _P + v1 * _Q + 3 * _R) & _MASK) >> DROP,
        ((w1 * _P + d1 * _Q + 4 * _R) & _MASK) >> DROP,
        ((c1 * _P + v1 * _Q + 5 * _R) & _MASK) >> DROP,
        ((c1 * _P + 6 * _R) & _MASK) >> DROP,
        ((d1 * _P + 7 * _R) & _MASK) >> DROP,
        ((c1 * _P + d1 * _Q + 8 * _R) & _MASK) >> DROP,
    ]


def far_keys(
    w3: Any, w2: Any, w1: Any, v1: Any, v2: Any, v3: Any, c3: Any, c2: Any, c1: Any, d1: Any, d2: Any, d3: Any
) -> list[Any]:
    """The keys of what all six words around a place say, beyond ``near_keys``."""
    return [
        ((w2 * _P + 9 * _R) & _MASK) >> DROP,
        ((v2 * _P + 10 * _R) & _MASK) >> DROP,
        ((w3 * _P + 11 * _R) & _MASK) >> DROP,
        ((v3 * _P + 12 * _R) & _MASK) >> DROP,
        ((w2 * _P + w1 * _Q + 13 * _R) & _MASK) >> DROP,
        ((v1 * _P + v2 * _Q + 14 * _R) & _MASK) >> DROP,
        ((v2 * _P + v3 * _Q + 15 * _R) & _MASK) >> DROP,
        ((c2 * _P + w1 * _Q + 16 * _R) & _MASK) >> DROP,
        ((v1 * _P + d2 * _Q + 17 * _R) & _MASK) >> DROP,
        ((d1 * _P + v2 * _Q + 18 * _R) & _MASK) >> DROP,
        ((w2 * _P + c1 * _Q + 19 * _R) & _MASK) >> DROP,
        ((c2 * _P + 20 * _R) & _MASK) >> DROP,
        ((d2 * _P + 21 * _R) & _MASK) >> DROP,
        ((c3 * _P + 22 * _R) & _MASK) >> DROP,
        ((d3 * _P + 23 * _R) & _MASK) >> DROP,
        ((c2 * _P + c1 * _Q + 24 * _R) & _MASK) >> DROP,
        ((d1 * _P + d2 * _Q + 25 * _R) & _MASK) >> DROP,
        ((c1 * _P + (d1 << 8 | d2) * _Q + 26 * _R) & _MASK) >> DROP,
        (((c2 << 8 | c1) * _P + d1 * _Q + 27 * _R) & _MASK) >> DROP,
        ((d2 * _P + d3 * _Q + 28 * _R) & _MASK) >> DROP,
        ((w2 * _P + w1 * _Q + v1 * _S + 29 * _R) & _MASK) >> DROP,
        ((w1 * _P + v1 * _Q + v2 * _S + 30 * _R) & _MASK) >> DROP,
    ]


def far_keys_at(words: Sequence[int], clusters: Sequence[int], at: int) -> list[int]:
    """``far_keys`` of place ``at`` of a stream; what is seen ends with the sentence."""
    w1, v1 = words[at - 1], words[at + 1]
    if w1 == END:
        w2 = w3 = c2 = c3 = END
    else:
        w2, c2 = words[at - 2], clusters[at - 2]
        w3, c3 = (END, END) if w2 == END else (words[at - 3], clusters[at - 3])
    if v1 == END:
        v2 = v3 = d2 = d3 = END
    else:
        v2, d2 = words[at + 2], clusters[at + 2]
        v3, d3 = (END, END) if v2 == END else (words[at + 3], clusters[at + 3])
    return far_keys(w3, w2, w1, v1, v2, v3, c3, c2, clusters[at - 1], clusters[at + 1], d2, d3)
