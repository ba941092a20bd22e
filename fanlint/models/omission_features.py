"""What the words around a gap, or around a word, say of it: the features of omissions and insertions.

A place is seen with three tokens on each side, as digests (w3, w2, w1 before it, v1, v2, v3 after it) and clusters (c,
d) of a ``contexts.Stream``; all are whole numbers, or arrays of them. Keys are as in ``contexts``, of other features.
"""

from __future__ import annotations

from typing import Any

from fanlint.models.features import DROP

_P, _Q, _R, _S, _T = 0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F, 0x165667B1  # odd, of no pattern
MASK = 0xFFFFFFFF


def _one(number: int, a: Any) -> Any:
    return ((a * _P + number * _R) & MASK) >> DROP


def _two(number: int, a: Any, b: Any) -> Any:
    return ((a * _P + b * _Q + number * _R) & MASK) >> DROP


def _three(number: int, a: Any, b: Any, c: Any) -> Any:
    return ((a * _P + b * _Q + c * _S + number * _R) & MASK) >> DROP


def _four(number: int, a: Any, b: Any, c: Any, d: Any) -> Any:
    return ((a * _P + b * _Q + c * _S + d * _T + number * _R) & MASK) >> DROP


def before_gap(w1: Any, c1: Any) -> list[Any]:
    """Of a gap: what the word before it says."""
    return [_one(101, w1), _one(102, c1)]


def after_gap(v1: Any, d1: Any) -> list[Any]:
    """Of a gap: what the word after it says."""
    return [_one(103, v1), _one(104, d1)]


def beside_gap(w1: Any, v1: Any, c1: Any, d1: Any) -> list[Any]:
    """Of a gap: what the words on both sides say together."""
    return [_two(105, w1, v1), _two(106, w1, d1), _two(107, c1, v1), _two(108, c1, d1)]


def terms_before(w1: int, c1: int) -> tuple[int, int, int, int]:
    """What the word before a gap adds to the sums that ``beside_gap`` is made of: a key is (a + b & MASK) >> DROP."""
    word, cluster = w1 * _P, c1 * _P
    return word + 105 * _R, word + 106 * _R, cluster + 107 * _R, cluster + 108 * _R


def terms_after(v1: int, d1: int) -> tuple[int, int]:
    """The same of the word after a gap: for the first and third sum, and for the second and fourth."""
    return v1 * _Q, d1 * _Q


def around_gap(
    w3: Any, w2: Any, w1: Any, v1: Any, v2: Any, v3: Any, c3: Any, c2: Any, c1: Any, d1: Any, d2: Any, d3: Any
) -> list[Any]:
    """Of a gap: what all say beyond that."""
    left, right = c2 * 256 + c1, d1 * 256 + d2
    return [
        _one(111, w2),
        _one(112, v2),
        _one(113, c2),
        _one(114, d2),
        _two(115, w1, v2),
        _two(116, w2, v1),
        _two(117, w1, d2),
        _two(118, c2, v1),
        _two(119, v1, v2),
        _two(120, w2, w1),
        _two(121, v1, d2),
        _two(122, c2, w1),
        _two(123, d1, v2),
        _two(124, w2, c1),
        _two(125, v2, v3),
        _two(126, w3, w2),
        _two(127, left, right),
        _three(128, w2, w1, v1),
        _three(129, w1, v1, v2),
        _three(130, w1, d1, d2),
        _three(131, w1, d1, v2),
        _three(132, c1, d1, v2),
        _three(133, c1, v1, d2),
        _three(134, c1, d1, d2),
        _three(135, c2, c1, d1),
        _three(136, c2, w1, d1),
        _three(137, w2, w1, d1),
        _three(138, w1, v1, d2),
        _three(139, c2, w1, v1),
        _three(140, w2, c1, d1),
        _three(141, c2, c1, v1),
        _three(142, c1, right, d3),
        _three(143, c3, left, d1),
        _three(144, w1, right, d3),
        _four(145, c3, c2, w1, d1),
    ]


def before_word(w1: Any, c1: Any, x: Any) -> list[Any]:
    """Of a small word x: what it and the word before it say."""
    return [_two(201, w1, x), _two(202, c1, x)]


def after_word(x: Any, v1: Any, d1: Any) -> list[Any]:
    """Of a small word x: what it and the word after it say."""
    return [_two(203, x, v1), _two(204, x, d1)]


def around_word(
    x: Any, w2: Any, w1: Any, v1: Any, v2: Any, c3: Any, c2: Any, c1: Any, d1: Any, d2: Any, d3: Any
) -> list[Any]:
    """Of a small word x: what all say beyond that."""
    left, right = c2 * 256 + c1, d1 * 256 + d2
    return [
        _one(211, x),
        _two(212, w1, v1),
        _two(213, w1, d1),
        _two(214, c1, v1),
        _two(215, c1, d1),
        _two(216, w2, x),
        _two(217, x, v2),
        _two(218, c2, x),
        _two(219, x, d2),
        _three(220, w1, x, v1),
        _three(221, w1, x, d1),
        _three(222, c1, x, v1),
        _three(223, c1, x, d1),
        _three(224, w2, w1, x),
        _three(225, x, v1, v2),
        _three(226, c2, w1, x),
        _three(227, w2, c1, x),
        _three(228, c2, c1, x),
        _three(229, x, v1, d2),
        _three(230, x, d1, v2),
        _three(231, x, d1, d2),
        _three(232, w1, x, right),
        _three(233, left, x, v1),
        _three(234, left, x, d1),
        _three(235, c1, x, right),
        _three(236, c3, left, x),
        _three(237, x, right, d3),
        _three(238, w2, x, v1),
        _three(239, w1, x, v2),
        _four(240, w1, x, d1, v2),
        _four(241, w2, w1, x, d1),
    ]
