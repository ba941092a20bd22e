"""German: compounds, and nouns with a capital."""

from __future__ import annotations

from fanlint.language.base import Language
from fanlint.text.typography import Typography

LANGUAGE = Language(
    "de",
    typography=Typography(opening="„", openers="„»", nouns_capital=True),
    same=(("ß", "ss"),),  # daß, as it was written before 1996
    typed=(("ss", "ß"), ("ae", "ä"), ("oe", "ö"), ("ue", "ü")),
    links=("", "s", "es", "n", "en", "er", "e"),
    possessives=("s", "'s", "’s", "'", "’"),
    doubled=frozenset("und ein eine einen einem einer mit oder ich wir von für".split()),
)
