"""Russian: only the 20,000 most frequent forms are known, and each word has many."""

from __future__ import annotations

from fanlint.language.base import Language
from fanlint.text.typography import Typography

LANGUAGE = Language(
    "ru",
    typography=Typography(opening="„«", closing="»“", openers="„", dashed=True),
    same=(("ё", "е"), ("е", "ё")),
    doubled=frozenset("и в на с не что он она к у за из от по".split()),
    enough=6.5,
    doubt=2.5,
    ending=2,
)
