"""Honorifics that follow a name, and what word of a text carries which."""

from collections.abc import Iterator
from typing import NamedTuple

from fanlint.text.tokens import Tokens

HONORIFICS = frozenset(
    "san kun chan sama dono sensei senpai sempai kohai kouhai shi hakase tan chin taichou taicho niisan neesan "
    "niichan neechan nii nee ojisan obasan jiisan baasan hime ssi nim hyung oppa noona unnie ge gege jie "
    "jiejie shixiong shidi".split()
)


class Address(NamedTuple):
    """A name with an honorific: indices of the two words, and both as written."""

    name_index: int
    honorific_index: int
    name: str
    honorific: str


def addresses(tokens: Tokens) -> Iterator[Address]:
    """Every capitalised word that carries an honorific by a hyphen: Lee-kun; a stutter before it is passed over."""
    for honorific in HONORIFICS:
        for index in tokens.places.get(honorific, ()):
            if index and tokens.gaps[index] == "-" and tokens.words[index - 1][0].isupper():
                yield Address(index - 1, index, tokens.words[index - 1], tokens.words[index])
        for index in tokens.places.get(honorific + "'s", ()):
            if index and tokens.gaps[index] == "-" and tokens.words[index - 1][0].isupper():
                yield Address(index - 1, index, tokens.words[index - 1], tokens.words[index][:-2])
