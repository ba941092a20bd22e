"""Articles go by the ear."""

from __future__ import annotations

import pytest

from fanlint.language.en.articles import takes_an


@pytest.mark.parametrize(
    "word",
    "apple hour honest heirloom Uchiha umbrella uninvited unidentified unironic onion onerous S x ugly".split(),
)
def test_a_vowel_to_the_ear(word: str) -> None:
    assert takes_an(word) is True


@pytest.mark.parametrize(
    "word",
    "house unicorn uniform useful usual utopia European one once eulogy unanimous U k B year".split(),
)
def test_a_consonant_to_the_ear(word: str) -> None:
    assert takes_an(word) is False


@pytest.mark.parametrize("word", ["historic", "herb", "NASA", "fMRI", "8", "hundred", "Ōtsutsuki"])
def test_nobody_can_tell(word: str) -> None:
    assert takes_an(word) is None
