"""The same word in another English."""

from __future__ import annotations

import pytest

from fanlint.language.en.lexicon import Lexicon
from fanlint.language.en.variety import counterpart

LEXICON = Lexicon.load()


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("colour", "color"),
        ("theatre", "theater"),
        ("travelled", "traveled"),
        ("defence", "defense"),
        ("grey", "gray"),
        ("analyse", "analyze"),
        ("ploughed", "plowed"),
        ("jewellery", "jewelry"),
        ("fulfilment", "fulfillment"),
    ],
)
def test_both_ways(british: str, american: str) -> None:
    assert counterpart(british, "us", LEXICON) == american
    assert counterpart(american, "uk", LEXICON) == british


@pytest.mark.parametrize("word", "hour our four advise surprise called filled genre lift xqzzy".split())
def test_words_without_a_twin(word: str) -> None:
    assert counterpart(word, "us", LEXICON) is None
    assert counterpart(word, "uk", LEXICON) is None


def test_british_ize_stays() -> None:
    assert counterpart("realise", "us", LEXICON) == "realize"
    assert counterpart("realize", "uk", LEXICON) is None


@pytest.mark.parametrize(
    ("word", "canadian", "australian"),
    [
        ("color", "colour", "colour"),
        ("colour", None, None),
        ("realise", "realize", None),
        ("realize", None, "realise"),
        ("analyse", "analyze", None),
        ("traveled", "travelled", "travelled"),
        ("gray", "grey", "grey"),
        ("aluminium", "aluminum", None),
        ("cosy", "cozy", None),
        ("programme", "program", "program"),
        ("house", None, None),
    ],
)
def test_canadian_and_australian(word: str, canadian: str | None, australian: str | None) -> None:
    assert counterpart(word, "ca", LEXICON) == canadian
    assert counterpart(word, "au", LEXICON) == australian
