"""Words understood by their form: contractions, possessives, numbers, elongations, sounds, living affixes,
hyphens."""

from __future__ import annotations

import re
from collections.abc import Callable

Known = Callable[[str], bool]
"""Whether a word stands in the lexicon, in the case it is given in."""

_HOSTS = frozenset(
    """i you he she it we they who what where when why how there here this that these those one
    somebody someone something everybody everyone everything nobody nothing anybody anyone anything mine yours
    y'all ya yeh now then else so which everyone both all some""".split()
)
_ENDINGS = frozenset("'d 'll 've 're 's 'd've 'll've 'm".split())
_AUXILIARIES = frozenset(
    """is are was were do does did have has had can could would should must might may need dare
    ought ca wo sha ai mus may use""".split()
)

ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
NUMBER = re.compile(
    r"(?:\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|'s|am|pm|k|m|x|d|ish|km|cm|mm|kg|lb|lbs|ft|mph|kph|hp|mg|ml|gb|mb|hz|c|f|p)?"
    r"|'\d\ds|[a-z]{1,2}\d+[a-z]?|\d+[a-z])",
    re.IGNORECASE,
)
_RUN = re.compile(r"([a-z])\1{2,}", re.IGNORECASE)
_LONG_PAIR = re.compile(r"([aeiou])\1", re.IGNORECASE)
_SOUND = re.compile(
    r"a+h+|a+(?:r|u)*g+h+|ar+g+h*|[aeou]+w+|b+r+|bz+t?|e+k+|e+p+|e+w+|f+f+t+|g+a+h+|g+r+|g+a+k+|h+[aeou]+h*|(?:h[aeiou]+){2,}h?|"
    r"h+m+(?:p+h+)?|h+n+|h+r+m+|k?y+a+h*|m+|m+h+m+|m+p+h+|n+g+h+|n+[ao]+h*|o+h+|o+w+|o+f+|p+f+t*|p+s+h+|p+s+t+|(?:a?ha)+h?|"
    r"r+a+w*r+|r+o+a+r+|s+h+|s+s+|t+c+h+|t+s+k+|u+g+h+|u+h+|u+m+|u+r+g*h*|v+r+o+m+|w+a+h+|w+h*e+|w+h*o+a*h*|w+o+o+|"
    r"y+a+y+|y+e+a+h*|y+e+p+|y+o+w+|z+|b+a+h+|d+u+h+|e+h+|a+w+|i+c+k+|m+w+a+h+|(?:mwa)?(?:ha){2,}h?|(?:he){2,}h?|(?:lol)+",
    re.IGNORECASE,
)

_PREFIXES = tuple(
    """un re non pre mis over out under semi anti super counter inter multi mega ultra hyper pseudo quasi
    neo micro mini auto ex dis bio cyber techno electro psycho demi half mid post sub trans co de self
    fore great step by al wanna""".split()
)
_SOLID = frozenset(
    """un re non pre mis over out under semi anti super counter multi mega ultra hyper pseudo micro mini
    cyber techno post""".split()
)
_HYPHEN_ONLY = frozenset(
    """er ed ing ish esque ness ly y like wise less th est ist type sama san kun chan sensei senpai sempai
    dono nee nii hime style a in teen""".split()
)
_SUFFIXES = tuple("""lessly lessness ishly ishness less ness ish like ward wards worthy proof""".split())


def elongated(word: str) -> str | None:
    """The word drawn out in `word` ("Nooooo" -> "No", "riiight" -> "right"), or None when no letter is
    repeated thrice.

    A run of three is a slip of the key more often than a drawl, so three count only for a vowel, at either
    end of the word, or in a drawn-out sound; four count anywhere. The shortest reading is given; `drawls`
    gives them all.
    """
    return next(iter(drawls(word)), None)


def drawls(word: str) -> list[str]:
    """What `word` may draw out, shortest first: every long run taken as one letter, or as two."""
    runs = list(_RUN.finditer(word))
    if not runs or len(runs) > 3:
        return []
    for run in runs:
        long = run.end() - run.start() > 3
        edge = run.end() == len(word) or run.start() == 0
        if not (long or edge or run.group(1) in "aeiouAEIOU"):
            return []
    readings = [""]
    last = 0
    for run in runs:
        between = word[last : run.start()]
        first = run.group()[0]
        rest = run.group(1).lower() if word[:2] != word[:2].upper() else run.group(1)
        # Three in the middle are one drawn out; a double made three ("seeen") is a slip.
        end = run.end() == len(word)
        parts = (first, first + rest) if end or run.end() - run.start() > 3 else (first,)
        readings = [r + between + part for r in readings for part in parts]
        last = run.end()
    return [r + word[last:] for r in readings]


def is_number(word: str) -> bool:
    """Whether `word` is a number or holds one as its head: "42", "3rd", "1990s", "'80s", "10pm", "B2"."""
    return NUMBER.fullmatch(word) is not None


def is_roman(word: str) -> bool:
    """Whether `word` is a Roman numeral in capitals: "XIV"."""
    return word != "" and ROMAN.fullmatch(word) is not None


def is_sound(word: str) -> bool:
    """Whether `word` is an interjection or a noise, however long it is drawn: "Hmmm", "Aaargh", "pffft",
    "ahahaha"."""
    return _SOUND.fullmatch(word) is not None


def is_contraction(word: str, known: Known) -> bool:
    """Whether `word` (straight apostrophe) joins words as English does: "she'd've", "mustn't", "London's",
    "goin'"."""
    lower = word.lower()
    at = lower.find("'")
    if at < 0:
        return False
    if lower.endswith("n't") and lower[:-3] in _AUXILIARIES:
        return True
    if lower.endswith("n't've") and lower[:-6] in _AUXILIARIES:
        return True
    if lower[:at] in _HOSTS and lower[at:] in _ENDINGS:
        return True
    if lower.endswith(("'s", "'ll", "'d", "'ve", "'re")) and lower.count("'") == 1 and at > 0:
        return known(word[:at]) or (at > 1 and is_number(word[:at]))
    if at == len(lower) - 1:
        return is_clipped(word[:-1], known) or (lower[-2:-1] == "s" and known(word[:-1]))
    if at == 0:
        return (known(word[1:]) and len(word) > 3) or any(known(head + word[1:]) for head in "ht")
    return False


def is_clipped(word: str, known: Known) -> bool:
    """Whether `word`, written with an apostrophe after it, is one whose end is not said: goin', an', ol',
    tha'."""
    lower = word.lower()
    if lower.endswith("in") and len(lower) > 3:
        return known(word + "g")
    return lower in (
        "an",
        "o",
        "ol",
        "wi",
        "th",
        "tha",
        "jus",
        "mos",
        "lil",
        "t",
        "fo",
        "mo",
        "po",
        "co",
        "doan",
        "i",
        "y",
        "d",
    )


def is_derived(word: str, known: Known) -> bool:
    """Whether a living affix makes `word` of a known one: "unbuttonable", "moonless", "re-tied",
    "Muggleish"."""
    lower = word.lower()
    if len(lower) < 7 or not lower.isalpha():
        return False
    for prefix in _SOLID:
        if lower.startswith(prefix) and len(lower) - len(prefix) >= 5 and known(word[len(prefix) :].lower()):
            return True
    for suffix in _SUFFIXES:
        stem = word[: -len(suffix)]
        if lower.endswith(suffix) and len(stem) >= 4:
            if stem[-1] == "i" and known(stem[:-1] + "y"):
                return True
            if known(stem) and not (
                stem[-1] == "y" and stem[-2] not in "aeiou" and suffix.startswith(("ness", "less"))
            ):
                return True
    if lower.endswith("ly") and len(lower) > 7:
        stem = word[:-2]
        return stem.endswith(("ed", "ing", "ful", "less", "ish", "ous", "ive", "al")) and known(stem)
    return False


def is_hyphenated(word: str, known: Known) -> bool:
    """Whether every part of `word` between hyphens is a word, a living prefix or ending, or a number."""
    parts = [part for part in word.split("-") if part]
    if not parts or (len(parts) == 1 and "-" not in word):
        return False
    return all(_is_part(part, i, known) for i, part in enumerate(parts))


def _is_part(part: str, place: int, known: Known) -> bool:
    lower = part.lower()
    if (place == 0 and lower in _PREFIXES) or (place and lower in _HYPHEN_ONLY):
        return True
    if known(part) or (known(part.capitalize()) and part != lower) or understood(part, known):
        return True
    return place > 0 and lower.endswith("s") and known(part[:-1])


def understood(word: str, known: Known) -> bool:
    """Whether `word`, folded to ASCII as far as it goes and not itself known, is English by its form."""
    if not word:
        return False
    if any(c.isdigit() for c in word):
        return is_number(word) or ("-" in word and is_hyphenated(word, known))
    if "-" in word:
        return is_hyphenated(word, known) or is_sound(word.replace("-", ""))
    if "'" in word and is_contraction(word, known):
        return True
    if is_sound(word) or is_roman(word):
        return True
    return any(known(reading) or is_sound(reading) for reading in drawls(word))
