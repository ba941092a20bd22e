"""Who calls whom what."""

from __future__ import annotations

import pytest

from fanlint.canon.model import Canon, Character
from fanlint.engine.linter import Linter
from fanlint.rules.catalog import Catalog
from fanlint.text.document import Document
from fanlint.text.honorifics import addresses, usual_spelling
from fanlint.text.tokens import Tokens

CATALOG = Catalog()
CANON = Canon(
    ("made-up",),
    (
        Character("Sayuri", "Tachibana", honorifics={"Kenta Morino": ("Kenta-kun", "Kenta-chan")}),
        Character("Kenta", "Morino"),
    ),
)
KNOWN = "They all knew Sayuri well. "
KUN = "“Kenta-kun!” Sayuri called. "
SAN = "“Kenta-san!” Sayuri called. "
CHAN = "“Kenta-chan!” Sayuri called. "


def said(text: str, *names: str, canon: Canon | None = None) -> list[tuple[str, str]]:
    rules = [CATALOG.load(name) for one in names for name in CATALOG.matching(one)]
    return [
        (text[one.span.start : one.span.end], one.fixes[0].edits[0].text)
        for one in Linter(rules, canon).lint(Document(text))
    ]


@pytest.mark.parametrize(
    ("text", "name", "honorific"),
    [
        ("Kenta-kun", "Kenta", "kun"),
        ("K-Kenta-kun's", "Kenta", "kun"),
        ("Kenta-nii-san's hat", "Kenta", "nii-san"),
        ("Kenta-oniichan", "Kenta", "oniichan"),
        ("Minho-hyung", "Minho", "hyung"),
        ("Wei-shixiong", "Wei", "shixiong"),
        ("Kenta-nii", "Kenta", "nii"),
    ],
)
def test_an_honorific_is_read_whole(text: str, name: str, honorific: str) -> None:
    assert [(one.name, one.honorific) for one in addresses(Tokens(text))] == [(name, honorific)]


def test_spellings_of_an_honorific_are_one_honorific() -> None:
    assert usual_spelling("Sempai") == "senpai"
    assert usual_spelling("niisan") == usual_spelling("nii-san") == "nii-san"
    assert usual_spelling("oniisan") != usual_spelling("niisan")
    text = "“Emi-senpai!” Jun called. “Emi-senpai!” Jun said. “Emi-senpai!” Jun said. “Emi-sempai!” Jun said."
    assert said(text, "honorifics/inconsistent") == []
    assert said(text, "honorifics/two-spellings") == [("sempai", "senpai")]


def test_the_canon_tells_which_of_two_is_usual() -> None:
    text = KNOWN + KUN + SAN + KUN
    assert said(text, "honorifics/inconsistent") == []
    assert said(text, "honorifics/inconsistent", canon=CANON) == [("Kenta-san", "Kenta-kun")]


def test_both_that_the_canon_has_are_right() -> None:
    assert said(KNOWN + KUN * 4 + CHAN + KUN, "honorifics/inconsistent", canon=CANON) == []


def test_the_habit_of_the_draft_is_stronger_than_the_canon() -> None:
    assert said(KNOWN + SAN * 4, "honorifics/inconsistent", canon=CANON) == []
    assert said(KNOWN + SAN + KUN + SAN * 3, "honorifics/inconsistent", canon=CANON) == []


def test_how_somebody_is_first_spoken_to_is_not_remarked_on() -> None:
    assert said(KNOWN + SAN + KUN * 4, "honorifics/inconsistent", canon=CANON) == []


def test_a_change_that_lasts_has_its_reason() -> None:
    assert said(KNOWN + KUN * 6 + SAN * 2, "honorifics/inconsistent") == []
    assert said(KNOWN + KUN * 6 + SAN + KUN, "honorifics/inconsistent") == [("Kenta-san", "Kenta-kun")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Morinokun ran. Morino sat by Kenta-kun.", [("Morinokun", "Morino-kun")]),
        ("Morinosan ran. Morino sat by Kenta.", []),
        ("“Hassan,” said Susan in Kazan. Has Kenta-kun seen Ha?", []),
    ],
)
def test_an_honorific_is_parted_from_a_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, "honorifics/ill-formed", canon=CANON) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He met Captain Vael. “Captain Vael!” It was a captain Vael had hated.",
        "He met Captain Vael. “Captain Vael!” His captain, Vael, slept.",
        "Queen Vael was a queen. Prince or no prince, Queen Vael ate.",
        "“Lady Vael!” The lady Vael had been was gone. Lady Vael wept.",
    ],
)
def test_a_title_that_is_a_noun_stays_small(text: str) -> None:
    assert said(text, "honorifics/title-capital") == []
