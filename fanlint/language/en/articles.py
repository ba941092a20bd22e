"""Whether a word begins with a vowel to the ear, and so takes “an”."""

from __future__ import annotations

import re

# A vowel to the eye, but a y or a w to the ear: unicorn, use, European, one.
_CONSONANT = re.compile(
    r"uni(?!n|m|d(?!r)|r|ss)|unanim|u(?:s(?:[aeu]|ur)|ti|to|te|biq|ran|rin|rol|kul|kra|vul)|eu|ewe|one(?!i|r)|once|oui"
)
_SILENT_H = re.compile(r"hour|honest|honou?r|heir")
# Both are said and printed: an historic day, a herb garden, an hundred years (once).
_UNSURE = re.compile(r"hundred|h[eio](?:sto|rb|ro|tel)|hab|hall|hyp|hyst|hero|urb|usk|ust")
_LETTERS = frozenset("aefhilmnorsx")  # whose names begin with a vowel: an S


def takes_an(word: str) -> bool | None:
    """True for hour and apple, False for house and unicorn, None where both are right or nobody can tell.

    A single letter is judged by its name. Numbers and words with capitals inside (NASA, fMRI) give None.
    """
    if len(word) == 1:
        return word.lower() in _LETTERS if word.isalpha() else None
    if not word[0].isalpha() or not word[0].isascii() or any(map(str.isupper, word[1:])):
        return None
    lower = word.lower()
    if _UNSURE.match(lower):
        return None
    if lower[0] in "aeiou":
        return _CONSONANT.match(lower) is None
    return _SILENT_H.match(lower) is not None
