"""Which words are of one kind only: adjectives, nouns, plurals, plain verbs, and past forms with their plain ones."""

from __future__ import annotations

import os
from functools import cache

KINDS = ("adjective", "noun", "nouns", "verb", "past")


@cache
def words_of(kind: str) -> frozenset[str]:
    """All words of a kind of ``KINDS``, in lower case. Words of several kinds (walk, cut) are in none."""
    return frozenset(plain_of_past()) if kind == "past" else frozenset(_lines()[kind])


@cache
def plain_of_past() -> dict[str, str]:
    """The plain form of each past form that is no participle used otherwise: went, go; wanted, want."""
    return dict(pair.split("=") for pair in _lines()["past"])


@cache
def _lines() -> dict[str, list[str]]:
    """The words of each kind; made by tools/build_kinds.py."""
    path = os.path.join(os.path.dirname(__file__), "data", "parts_of_speech.txt")
    with open(path, encoding="ascii") as file:
        return {kind: words for kind, *words in map(str.split, file)}
