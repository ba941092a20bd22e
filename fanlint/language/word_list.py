"""Which words a language has: pyspellchecker's dictionary, and the regular forms that it lacks."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from fanlint.language.base import Language, Paradigm, language

if TYPE_CHECKING:
    from spellchecker import SpellChecker

_STEM = 2  # letters that must stand before an ending
_PART = 4  # letters of the shortest part of a compound
_NEAR_END = 5  # letters of a stem's end in which it may change before an ending
_COMMON = 4.0  # log10 of the uses per billion words of an everyday word


def normal(word: str) -> str:
    """The key under which a word is looked up: lower case, straight apostrophes, accents joined to their letters."""
    return unicodedata.normalize("NFC", word.lower().replace("’", "'"))


@cache
def plain(letters: str) -> str:
    """Letters without their accents; й is a letter of its own."""
    if "й" in letters:
        return "й".join(map(plain, letters.split("й")))
    return "".join(char for char in unicodedata.normalize("NFD", letters) if not unicodedata.combining(char))


class Words:
    """The words of one language, judged in any case: pyspellchecker keeps no capitals.

    It answers what ``fanlint.language.en.lexicon.Lexicon`` answers, as far as a list of words with counts can.
    """

    def __init__(self, about: Language, checker: SpellChecker) -> None:
        """Use the dictionary of ``checker``: lower-case words with their uses."""
        self.about = about
        self._checker = checker
        self._counts: Mapping[str, int] = checker.word_frequency.dictionary
        self._total: int = max(checker.word_frequency.total_words, 1)
        self._accepted: dict[str, bool] = {}
        self._by_ending: dict[str, list[Paradigm]] = {}
        for one in about.paradigms:
            for ending in one.endings:
                self._by_ending.setdefault(ending, []).append(one)
        self._longest = max(map(len, self._by_ending), default=0)

    @classmethod
    def load(cls, code: str) -> Words:
        """The words of the language with this code, read once in a process (50 to 450 ms)."""
        return _load(code)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and word in self._counts

    def accepts(self, word: str) -> bool:
        """Whether ``word`` is in the dictionary, or a regular form, an elision or a compound of what is."""
        key = normal(word)
        if key not in self._accepted:
            self._accepted[key] = self._accepts(key)
        return self._accepted[key]

    def _accepts(self, key: str) -> bool:
        if self._is_listed(key):
            return True
        head, apostrophe, tail = key.partition("'")
        if apostrophe:
            if apostrophe + tail in self.about.possessives:
                return self.accepts(head)
            return head in self.about.elided and self.accepts(tail)
        return self._is_form(key) or self._has_enclitics(key) or self._is_compound(key)

    def _is_listed(self, key: str) -> bool:
        if key in self._counts or key in self.about.words:
            return True
        return any(other in self._counts for written, kept in self.about.same for other in replaced(key, written, kept))

    def _is_form(self, key: str) -> bool:
        return any(base in self._counts for base in self._bases(key))

    def _bases(self, key: str) -> Iterator[str]:
        """What the dictionary would have of a word if it is a regular form."""
        for size in range(min(self._longest, len(key) - _STEM) + 1):
            cut = len(key) - size
            for bases, _, changes in self._by_ending.get(key[cut:], ()):
                for stem in _changed(key[:cut], changes) if changes else (key[:cut],):
                    for base in bases:
                        yield stem + base

    def _has_enclitics(self, key: str) -> bool:
        """Whether the word is a verb with one or two pronouns hung on to it; its accent may come from them alone."""
        stems = {key[: -len(one)] for one in self.about.enclitics if key.endswith(one)}
        stems |= {stem[: -len(one)] for stem in stems for one in self.about.enclitics if stem.endswith(one)}
        return any(
            (stem.endswith(self.about.hosts) or bare != stem)
            and any(self._is_listed(form) or self._is_form(form) for form in {stem, bare})
            for stem in stems
            if (bare := plain(stem))
        )

    def _is_compound(self, key: str) -> bool:
        """Whether the word falls into two or three known ones of four letters or more, linked as German links them."""
        return bool(self.about.links) and len(key) >= 2 * _PART and self._parts(key, 3)

    def _parts(self, key: str, most: int) -> bool:
        for cut in range(_PART, len(key) - _PART + 1) if most > 1 else ():
            tail = key[cut:]
            if (self._is_listed(tail) or (len(tail) >= 2 * _PART and self._parts(tail, most - 1))) and any(
                key[:cut].endswith(link) and cut - len(link) >= _PART and key[: cut - len(link)] in self._counts
                for link in self.about.links
            ):
                return True
        return False

    @property
    def letters(self) -> frozenset[str]:
        """The letters of the language, with and without accents."""
        return frozenset(filter(str.isalpha, self._checker.word_frequency.letters))

    def near(self, key: str) -> set[str]:
        """The words that one letter put in, left out, replaced or swapped makes of ``key``."""
        edits = self._checker.edit_distance_1(key)
        return set(filter(self.is_word, edits))

    def is_word(self, key: str) -> bool:
        """Whether the dictionary has ``key``, or has it as a regular form of another word."""
        return key in self._counts or key in self.about.words or self._is_form(key)

    # Facts about a word.

    def frequency(self, word: str) -> float:
        """log10 of the uses of ``word`` per billion words, guessed for a regular form; 0.0 where it is unknown."""
        key = normal(word)
        if key in self.about.words:
            return _COMMON
        count = (
            self._counts.get(key, 0) or max((self._counts.get(base, 0) for base in self._bases(key)), default=0) / 10
        )
        return math.log10(count / self._total * 1e9) if count else 0.0

    def is_common(self, word: str) -> bool:
        return self.frequency(word) >= _COMMON

    def is_proper(self, word: str) -> bool:  # noqa: ARG002
        """False: whether a word is known with a capital only, these lists do not tell."""
        return False

    def is_rare(self, word: str) -> bool:  # noqa: ARG002
        """False: which words nearly always stand for another, these lists do not tell."""
        return False

    def at_home(self, word: str, english: str) -> bool:  # noqa: ARG002
        """True: these lists know of no varieties."""
        return True


def replaced(word: str, old: str, new: str) -> list[str]:
    """``word`` with one ``old`` replaced by ``new``, for each place."""
    found, at = [], word.find(old)
    while at >= 0:
        found.append(word[:at] + new + word[at + len(old) :])
        at = word.find(old, at + 1)
    return found


def _changed(stem: str, changes: tuple[tuple[str, str], ...]) -> list[str]:
    """What a stem may be in the dictionary, by a change near its end: sient, sent."""
    found = []
    for written, kept in changes:
        at = stem.rfind(written)
        if at > 0 and at >= len(stem) - _NEAR_END:
            found.append(stem[:at] + kept + stem[at + len(written) :])
    return found


@cache
def _load(code: str) -> Words:
    from spellchecker import SpellChecker  # with its data 50 to 450 ms: only for other languages, or when ours are lost

    return Words(language(code), SpellChecker(language=code, distance=1))
