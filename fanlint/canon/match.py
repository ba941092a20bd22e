"""What an unknown word of a draft may be in a canon: the near misses of its names and terms."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from fanlint.canon.model import Canon, Character, Known
from fanlint.canon.romanisation import slip_key
from fanlint.text.case import is_shouted
from fanlint.text.distance import edit_distance

if TYPE_CHECKING:
    from fanlint.english.lexicon import Lexicon
    from fanlint.languages.lexicon import Words


class NearMiss(NamedTuple):
    """A word of the canon that a draft's word nearly is. ``distance`` 0: only a double letter or vowel length apart."""

    known: Known
    distance: int


class Matcher:
    """Looks words up in a canon by nearness. Canon words that are everyday English as well are no targets."""

    def __init__(self, canon: Canon, lexicon: "Lexicon | Words") -> None:
        self._canon = canon
        self._lexicon = lexicon
        self._near: dict[str, list[NearMiss]] = {}

    @cached_property
    def _targets(self) -> dict[str, list[str]]:
        """Lower-case canon words by first letter: all parts of names, and the terms that are no everyday words."""
        found: dict[str, list[str]] = {}
        for word, known in self._canon.words.items():
            if len(word) >= 3 and (known.is_name or not self._lexicon.is_common(word)):
                found.setdefault(word[0], []).append(word)
        return found

    def near(self, word: str) -> list[NearMiss]:
        """The canon's words nearest to ``word`` (as written, no possessive), all at the same least distance."""
        lower = word.lower()
        if lower not in self._near:
            self._near[lower] = self._twins(lower) or self._neighbours(lower)
        return self._near[lower]

    def _twins(self, lower: str) -> list[NearMiss]:
        """Words that differ only by a doubled letter or the length of a vowel; the first letter is then the same."""
        key = slip_key(lower)
        twins = [target for target in self._targets.get(lower[0], ()) if slip_key(target) == key]
        return self._misses(dict.fromkeys(twins, 0))

    def _neighbours(self, lower: str) -> list[NearMiss]:
        most = 2 if len(lower) >= 9 else 1 if len(lower) >= 4 else 0
        letters = set(lower)
        distances: dict[str, int] = {}
        for targets in self._targets.values() if most else ():
            for target in targets:
                # A slip changes at most two letters of the set; this spares most alignments.
                if abs(len(target) - len(lower)) <= most and len(letters.symmetric_difference(target)) <= 2 * most:
                    distance = edit_distance(lower, target, most)
                    if distance <= most:
                        distances[target] = distance
        least = min(distances.values(), default=0)
        return self._misses({target: distance for target, distance in distances.items() if distance == least})

    def _misses(self, distances: Mapping[str, int]) -> list[NearMiss]:
        """One near miss for each canon word, whatever number of its spellings is near."""
        found: dict[str, NearMiss] = {}
        for target, distance in distances.items():
            known = self._canon.words[target]
            found.setdefault(known.forms[0], NearMiss(known, distance))
        return list(found.values())


def draft_form(known: Known, counts: Mapping[str, int], word: str) -> str:
    """The spelling of a canon word that this draft uses most, else the plain one; in the case of ``word``."""
    used = max(known.forms, key=lambda form: counts.get(form, 0))
    form = used if counts.get(used, 0) else _plain(known)
    if is_shouted(word):
        return form.upper()
    if known.lower_too and word[0].islower():
        return form.lower()
    return form if form[0].isupper() or (known.lower_too and word[0].islower()) else form[0].upper() + form[1:]


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
