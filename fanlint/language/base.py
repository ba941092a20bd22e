"""What a language is to us: closed lists and endings, for look-up in a dictionary that lacks most inflected forms."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from fanlint.language import ENGLISH
from fanlint.text.typography import Typography


class Paradigm(NamedTuple):
    """Forms that a word has without a dictionary's saying so: a known stem + ``base`` may end in ``endings`` instead.

    Where there are ``changes`` (as written, as in the dictionary), the stem must have gone through one of them.
    """

    bases: tuple[str, ...]
    endings: frozenset[str]
    changes: tuple[tuple[str, str], ...] = ()


class Language(NamedTuple):
    """One language. Words and endings are in lower case, with straight apostrophes, in NFC."""

    code: str
    typography: Typography = Typography()
    # What may stand before an apostrophe and a whole word: l(’homme), dell(’arte).
    elided: frozenset[str] = frozenset()
    # Words hung on to a verb without a hyphen, (da)me(lo), and how the verb then ends.
    enclitics: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    paradigms: tuple[Paradigm, ...] = ()
    # Spellings that are as good: as written, as in the dictionary.
    same: tuple[tuple[str, str], ...] = ()
    # What is typed where a letter is missing on the keyboard, and the letter.
    typed: tuple[tuple[str, str], ...] = ()
    # Frequent words that the dictionary lacks.
    words: frozenset[str] = frozenset()
    # What may stand between the parts of a compound; none where words are not joined.
    links: tuple[str, ...] = ()
    # What a name may carry at its end.
    possessives: tuple[str, ...] = ()
    # Small words that cannot rightly follow themselves.
    doubled: frozenset[str] = frozenset()
    # The worth (see suggest.py) from which a word is likely to have been meant.
    enough: float = 5.7
    # … and what is taken from it for an ordinary wrong letter, where too many words are missing to trust one.
    doubt: float = 0.0
    # Letters at the end of a word in which a difference is rather another form than a slip.
    ending: int = 0


@cache
def languages() -> tuple[str, ...]:
    """The codes of all languages there are words for, English first."""
    from spellchecker import SpellChecker  # 20 ms: only where a language is named

    return (ENGLISH, *sorted(set(SpellChecker.languages()) - {ENGLISH}))


@cache
def language(code: str) -> Language:
    """What we know of a language; of one that nobody has described, only that its dictionary may lack forms."""
    from importlib import import_module
    from importlib.util import find_spec

    name = f"fanlint.language.descriptions.{code}"
    if len(code) != 2 or find_spec(name) is None:
        return Language(code, doubt=1.0, ending=4)
    found: Language = import_module(name).LANGUAGE
    return found


def paradigm(bases: str, endings: str, changes: str = "") -> Paradigm:
    """A paradigm from lists in words; “-” stands for no ending at all, “ie>e” for a change."""
    return Paradigm(
        tuple("" if base == "-" else base for base in bases.split()),
        frozenset("" if ending == "-" else ending for ending in endings.split()),
        tuple((written, kept) for written, _, kept in (change.partition(">") for change in changes.split())),
    )
