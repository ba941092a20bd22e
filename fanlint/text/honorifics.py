"""Honorifics that follow a name, and what word of a text carries which."""

from collections.abc import Iterator
from typing import NamedTuple

from fanlint.text.tokens import Tokens

_JAPANESE = (
    "san kun chan sama dono sensei senpai sempai kohai kouhai shi hakase tan chin taichou taicho hime ojou senshu "
    "kaichou buchou fukutaichou aniki aneki oyabun"
)
# Kin, with or without the o- of respect, by themselves or before -san and the like.
_KIN = ("nii", "nee", "jii", "baa", "tou", "kaa")
_AFTER_KIN = ("san", "chan", "sama", "kun")
_ODD_KIN = "ojisan obasan ojichan obachan ojisama obasama"
_KOREAN = "ssi nim hyung hyungnim oppa noona nuna unnie unni eonni sunbae sunbaenim hoobae dongsaeng ahjussi ajusshi"
_CHINESE = (
    "ge gege jie jiejie xiong shixiong shijie shidi shimei shizun shishu laoshi daren gongzi guniang qianbei zongzhu"
)
KIN = frozenset(prefix + kin for kin in _KIN for prefix in ("", "o"))
_WORDS = f"{_JAPANESE} {_ODD_KIN} {_KOREAN} {_CHINESE}"
HONORIFICS = frozenset([*_WORDS.split(), *KIN, *(kin + ending for kin in KIN for ending in _AFTER_KIN)])
# Spellings of one honorific, the one of most stories first.
SPELLINGS = (
    ("senpai", "sempai"),
    ("kouhai", "kohai"),
    ("taichou", "taicho"),
    ("hyungnim", "hyung-nim"),
    ("noona", "nuna"),
    ("unnie", "unni", "eonni"),
    ("sunbae", "seonbae"),
    ("ahjussi", "ajusshi"),
    *((f"{kin}-{ending}", kin + ending) for kin in sorted(KIN) for ending in _AFTER_KIN),
)
_USUAL = {spelling: spellings[0] for spellings in SPELLINGS for spelling in spellings}


class Address(NamedTuple):
    """A name with an honorific: indices of the name and of the honorific's last word, and both as written; a kin
    term has two words (nii-san)."""

    name_index: int
    honorific_index: int
    name: str
    honorific: str

    @property
    def kind(self) -> str:
        """The honorific, whatever its spelling."""
        return usual_spelling(self.honorific)


def usual_spelling(honorific: str) -> str:
    """The same for all spellings of an honorific: sempai is senpai, niisan is nii-san."""
    lower = honorific.lower()
    return _USUAL.get(lower, lower)


def addresses(tokens: Tokens) -> Iterator[Address]:
    """Every capitalised word that carries an honorific by a hyphen: Lee-kun; a stutter before it is passed over."""
    for honorific in HONORIFICS:
        for form in (honorific, honorific + "'s"):
            for index in tokens.places.get(form, ()):
                if index and tokens.gaps[index] == "-" and tokens.words[index - 1][0].isupper():
                    yield _address(index, tokens)


def _address(index: int, tokens: Tokens) -> Address:
    """The address whose honorific begins at word ``index``."""
    last = index
    if tokens.keys[index] in KIN and index + 1 < len(tokens) and tokens.gaps[index + 1] == "-":
        last += tokens.keys[index + 1].removesuffix("'s") in _AFTER_KIN
    words = tokens.words[index : last + 1]
    if tokens.keys[last].endswith("'s"):
        words[-1] = words[-1][:-2]
    return Address(index - 1, last, tokens.words[index - 1], "-".join(words))
