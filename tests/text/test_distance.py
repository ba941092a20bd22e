"""The distance of two words, with and without its short cuts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlint.text.distance import edit_distance

CASES = [
    ("", "", 0),
    ("a", "", 1),
    ("lee", "lee", 0),
    ("lee", "le", 1),
    ("sauske", "sasuke", 1),
    ("haruna", "haruno", 1),
    ("ab", "ba", 1),
    ("abc", "ca", 3),
    ("kakashi", "kakkashi", 1),
    ("naruto", "narita", 2),
    ("tsunade", "stunaed", 2),
]


@pytest.mark.parametrize(("first", "second", "distance"), CASES)
def test_distance(first: str, second: str, distance: int) -> None:
    for most in range(4):
        assert edit_distance(first, second, most) == edit_distance(second, first, most) == min(distance, most + 1)


def by_definition(first: str, second: str) -> int:
    """The same without any short cut, each pair of beginnings from the shorter ones."""
    table = [[i + j for j in range(len(second) + 1)] for i in range(len(first) + 1)]
    for i, a in enumerate(first, 1):
        for j, b in enumerate(second, 1):
            ways = [table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a != b)]
            if i > 1 and j > 1 and a == second[j - 2] and b == first[i - 2]:
                ways.append(table[i - 2][j - 2] + 1)
            table[i][j] = min(ways)
    return table[-1][-1]


@given(st.text("abc", max_size=9), st.text("abc", max_size=9), st.integers(0, 4))
def test_short_cuts_change_nothing(first: str, second: str, most: int) -> None:
    assert edit_distance(first, second, most) == min(by_definition(first, second), most + 1)
