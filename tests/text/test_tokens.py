"""Tokens tile the text, and every index finds its way back."""

from __future__ import annotations

from itertools import chain, zip_longest

import pytest
from hypothesis import given
from strategies import texts

from fanlint.text.tokens import Tokens, fold

WORDS = [
    ("", []),
    ("“Don’t,” she said.", ["Don’t", "she", "said"]),
    ("Tobin's sisters' cat", ["Tobin's", "sisters", "cat"]),
    ("well-known S-stop", ["well", "known", "S", "stop"]),
    ("3.5 is no 42nd", ["3", "5", "is", "no", "42nd"]),
    ("café cafe\u0301 Ōno", ["café", "cafe\u0301", "Ōno"]),
    ("one—two…three", ["one", "two", "three"]),
    ("火影 は", ["火影", "は"]),
    ("snake_case", ["snake", "case"]),
    ("end\u1680start\u3000on", ["end", "start", "on"]),
    ("rock 'n' roll", ["rock", "n", "roll"]),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words(text: str, words: list[str]) -> None:
    assert Tokens(text).words == words


@given(texts)
def test_pieces_tile_the_text(text: str) -> None:
    tokens = Tokens(text)
    assert "".join(chain(*zip_longest(tokens.gaps, tokens.words, fillvalue=""))) == text
    assert len(tokens.gaps) == len(tokens.words) + 1
    assert all(tokens.words)


@given(texts)
def test_spans_hold_their_words_and_gaps(text: str) -> None:
    tokens = Tokens(text)
    for index, word in enumerate(tokens.words):
        start, end = tokens.span(index)
        assert (start, end) == (tokens.start(index), tokens.end(index))
        assert text[start:end] == word
    for index, gap in enumerate(tokens.gaps):
        start, end = tokens.gap_span(index)
        assert text[start:end] == gap
    if tokens.words:
        start, end = tokens.span(0, len(tokens) - 1)
        assert text[start:end] == text[len(tokens.gaps[0]) : len(text) - len(tokens.gaps[-1])]


@given(texts)
def test_at_is_the_first_word_that_ends_after_an_offset(text: str) -> None:
    tokens = Tokens(text)
    for offset in range(len(text) + 1):
        expected = next((index for index in range(len(tokens)) if tokens.end(index) > offset), len(tokens))
        assert tokens.at(offset) == expected


@pytest.mark.parametrize("joint", ["\n", " \n\n", "cafe\u0301\n", "\n" * 20_000])
def test_a_long_text_is_split_as_its_parts_are(joint: str) -> None:
    part = "“Don’t,” she said. " * 1_000 + joint
    tokens, once = Tokens(part * 3), Tokens(part)
    assert tokens.words == once.words * 3
    seam = once.gaps[-1] + once.gaps[0]
    assert tokens.gaps == [*once.gaps[:-1], seam, *once.gaps[1:-1], seam, *once.gaps[1:]]


@given(texts)
def test_keys_and_places_agree(text: str) -> None:
    tokens = Tokens(text)
    assert tokens.keys == [fold(word) for word in tokens.words]
    assert sorted(index for places in tokens.places.values() for index in places) == list(range(len(tokens)))
    for key, places in tokens.places.items():
        assert list(places) == sorted(places)
        assert all(tokens.keys[index] == key for index in places)


@given(texts)
def test_gaps_are_found_by_what_they_hold(text: str) -> None:
    tokens = Tokens(text)
    telling = [index for index, gap in enumerate(tokens.gaps) if gap != " "]
    assert tokens.gaps_among(set(tokens.gaps)) == telling
    for gap, places in tokens.gap_places.items():
        assert list(places) == tokens.gaps_among((gap,)) == [i for i in telling if tokens.gaps[i] == gap]
