"""What an unknown word of a draft may be in a canon: the near misses of its names and terms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from fanlint.canon.model import Canon, Character, Known
from fanlint.canon.romanisation import slip_key
from fanlint.story import Story
from fanlint.text.case import is_shouted
from fanlint.text.distance import edit_distance


class NearMiss(NamedTuple):
    """A word of the canon that a draft's word nearly is. ``distance`` 0: only a doubled letter or vowel length apart."""

    known: Known
    distance: int


class Matcher:
    """Looks words up in a canon by nearness. ``ordinary`` are canon words that are plain English as well: no targets."""

    def __init__(self, canon: Canon, story: Story) -> None:
        self._canon = canon
        self._story = story

    @cached_property
    def _targets(self) -> dict[int, list[str]]:
        """Lower-case canon words by length: all parts of names, and the terms that are no English words."""
        lexicon = self._story.lexicon
        found: dict[int, list[str]] = {}
        for word, known in self._canon.words.items():
            if len(word) >= 3 and (known.is_name or not lexicon.is_common(word)):
                found.setdefault(len(word), []).append(word)
        return found

    @cached_property
    def _slips(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for words in self._targets.values():
            for word in words:
                found.setdefault(slip_key(word), []).append(word)
        return found

    def near(self, word: str) -> list[NearMiss]:
        """The canon's words nearest to ``word`` (as written, no possessive), all at the same least distance."""
        lower = word.lower()
        best: dict[str, NearMiss] = {}
        for target in self._slips.get(slip_key(lower), ()):
            known = self._canon.words[target]
            best[known.forms[0]] = NearMiss(known, 0)
        most = 0 if best else 1 if len(lower) >= 4 else 0
        if not best and len(lower) >= 9:
            most = 2
        for limit in range(1, most + 1):
            for length in range(len(lower) - limit, len(lower) + limit + 1):
                for target in self._targets.get(length, ()):
                    if edit_distance(lower, target, limit) == limit:
                        known = self._canon.words[target]
                        best[known.forms[0]] = NearMiss(known, limit)
            if best:
                break
        return list(best.values())


def draft_form(known: Known, counts: Mapping[str, int], word: str) -> str:
    """The spelling of a canon word that this draft uses most, else the plain one; in the case of ``word``."""
    used = max(known.forms, key=lambda form: counts.get(form, 0))
    form = used if counts.get(used, 0) else _plain(known)
    if is_shouted(word):
        return form.upper()
    if known.lower_too and word[0].islower():
        return form.lower()
    return form if form[0].isupper() or known.lower_too and word[0].islower() else form[0].upper() + form[1:]


def _plain(known: Known) -> str:
    """The usual spelling in ASCII where it has one."""
    return next((form for form in known.forms if form.isascii()), known.forms[0])


def partner(character: Character, word: str) -> str | None:
    """The other word of a character's name, given one of them in any case: Haruno for Sakura."""
    lower = word.lower()
    if not character.family:
        return None
    if lower in map(str.lower, character.forms(character.given)):
        return character.family
    if lower in map(str.lower, character.forms(character.family)):
        return character.given
    return None
