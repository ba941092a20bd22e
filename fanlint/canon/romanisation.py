"""Folds the ways in which a Japanese, Korean or Chinese name is spelt in Latin letters to one key."""

from __future__ import annotations

import re
from functools import cache

# The marks that romanisation uses, and what stands for them in plain letters.
_PLAIN = str.maketrans("āēīōūâêîôûĀĒĪŌŪÂÊÎÔÛéèáàíìóòúùǎěǐǒǔñç", "aeiouaeiouAEIOUAEIOUeeaaiioouuaeiounc")
_LONG = r"ou|oo|oh(?=[^aeiou]|$)|ō"
_PAIRS = ((r"uu", "u"), (r"aa", "a"), (r"ii", "i"), (r"m(?=[bp])", "n"))
_TWINS = r"([^\W\d_aeiou])\1"
# What the older romanisations write (Utiha, Tunade), and letters that one ear hears for the other.
_LOOSE = (
    ("tsu", "tu"),
    ("shi", "si"),
    ("sh", "sy"),
    ("chi", "ti"),
    ("ch", "ty"),
    ("ji", "zi"),
    ("fu", "hu"),
    ("l", "r"),
)
_ROMAJI = r"(?:(?:([kstpgdbzmn])\1?|[hrwyjf]|sh|ch|tch|ssh|ts)?y?[aeiou]|n(?![aeiou])|m(?=[bp]))+h?"


@cache
def _compiled() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...], re.Pattern[str]]:
    """Long vowels, pairs of letters, and doubled consonants, compiled when the first name is in doubt."""
    return re.compile(_LONG), tuple((re.compile(pair), plain) for pair, plain in _PAIRS), re.compile(_TWINS)


def to_ascii(word: str) -> str:
    """The word with the marks of romanisation taken off: Chūnin becomes Chunin."""
    return word if word.isascii() else word.translate(_PLAIN)


def romanisation_key(word: str) -> str:
    """The same for spellings that differ only by romanisation: Chūnin, Chuunin, Chunin; Tenma, Temma stay apart only
    by their m before b or p."""
    long, pairs, _ = _compiled()
    key = to_ascii(long.sub("o", word.lower())).replace("'", "").replace("-", "")
    for pattern, plain in pairs:
        key = pattern.sub(plain, key)
    return key


def slip_key(word: str) -> str:
    """The romanisation key with doubled consonants made single as well: the same for a common kind of slip."""
    return _compiled()[2].sub(r"\1", romanisation_key(word))


def loose_key(word: str) -> str:
    """The slip key for older romanisations as well, and with l as r: a last resort."""
    key = slip_key(word)
    for strict, loose in _LOOSE:
        key = key.replace(strict, loose)
    return key


def is_romaji(word: str) -> bool:
    """Whether a word can be Japanese in Latin letters: Hiroko and Shinnosuke, not Sauske or Rebecca."""
    return re.fullmatch(_ROMAJI, to_ascii(word.lower())) is not None
