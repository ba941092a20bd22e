"""Folds the ways in which a Japanese, Korean or Chinese name is spelt in Latin letters to one key."""

from __future__ import annotations

import re

# The marks that romanisation uses, and what stands for them in plain letters.
_PLAIN = str.maketrans("āēīōūâêîôûĀĒĪŌŪÂÊÎÔÛéèáàíìóòúùǎěǐǒǔñç", "aeiouaeiouAEIOUAEIOUeeaaiioouuaeiounc")
_LONG = re.compile(r"ou|oo|oh(?=[^aeiou]|$)|ō")
_PAIRS = ((re.compile(r"uu"), "u"), (re.compile(r"aa"), "a"), (re.compile(r"ii"), "i"), (re.compile(r"m(?=[bp])"), "n"))
_TWINS = re.compile(r"([^\W\d_aeiou])\1")


def to_ascii(word: str) -> str:
    """The word with the marks of romanisation taken off: Chūnin becomes Chunin."""
    return word if word.isascii() else word.translate(_PLAIN)


def romanisation_key(word: str) -> str:
    """The same for spellings that differ only by romanisation: Chūnin, Chuunin, Chunin; Tenma, Temma stay apart only
    by their m before b or p."""
    key = to_ascii(_LONG.sub("o", word.lower())).replace("'", "").replace("-", "")
    for pattern, plain in _PAIRS:
        key = pattern.sub(plain, key)
    return key


def slip_key(word: str) -> str:
    """The romanisation key with doubled consonants made single as well: the same for a common kind of slip."""
    return _TWINS.sub(r"\1", romanisation_key(word))
