"""What a canon takes for right besides the words as its entries have them: plurals, pieces of names, apostrophes."""

from __future__ import annotations

import pytest

import fanlint
from fanlint.canon.model import Canon, Character, Term

CANON = Canon(
    characters=(
        Character("Wen-Dari", "Korval"),
        Character("T'Shal"),
        Character("Mirrin", "Averly", aliases=("Lady Ash-born",)),
    ),
    terms=(
        Term("Quorbex", capital="either"),
        Term("nifferling", capital="either"),
        Term("mûmmak", capital="either", plural="mûmmakil"),
        Term("Sarn", plural="same"),
    ),
)


@pytest.mark.parametrize("word", "Korvals Korvals' Quorbexes quorbexes nifferlings Wen Dari T'Shal T’Shal born".split())
def test_right(word: str) -> None:
    assert CANON.knows(word)


@pytest.mark.parametrize("word", ["mûmmakil", "mummakil"])
def test_an_irregular_plural_is_right(word: str) -> None:
    assert CANON.knows(word)


@pytest.mark.parametrize("word", "korvals Korvalss Korvales’s wen Nifferlin".split())
def test_not_right(word: str) -> None:
    assert not CANON.knows(word)


@pytest.mark.parametrize(
    ("canon", "text"),
    [
        ("harry-potter", "The Weasleys and the Malfoys fled from two acromantulas and three Nifflers."),
        ("harry-potter", "It was the Lestranges' house, and the Dursleys’ car stood before it."),
        ("lord-of-the-rings", "Four hobbits rode past two mûmakil."),
        ("marvel-cinematic-universe", "T’Challa’s sister laughed, and T’Challa did not."),
        ("star-wars", "They asked Ki-Adi-Mundi about the Kaminoans and the Togrutas."),
        ("naruto", "The Uchihas and the Inuzukas met."),
    ],
)
def test_nothing_is_found(canon: str, text: str) -> None:
    assert fanlint.lint_text(text, canon=[canon]) == []
