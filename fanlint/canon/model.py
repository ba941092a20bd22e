"""A canon: its characters and terms, and what any word of a draft is in it."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from fanlint.canon.romanisation import to_ascii


class Character(NamedTuple):
    """One person. ``spellings`` maps a word of the name to its other romanisations; ``honorifics`` a person addressed
    (as "Given Family", or the given name alone) to the forms this character uses."""

    given: str
    family: str = ""
    native: str = ""
    order: str = "given-first"  # in the original
    fixed: bool = False  # only the original order is right
    spellings: Mapping[str, tuple[str, ...]] = {}
    aliases: tuple[str, ...] = ()
    honorifics: Mapping[str, tuple[str, ...]] = {}
    kind: str = "character"

    @property
    def name(self) -> str:
        """The name as it is looked up: given name first, but for a name that has only one order."""
        if not self.family:
            return self.given
        return (
            f"{self.family} {self.given}"
            if self.fixed and self.order == "family-first"
            else f"{self.given} {self.family}"
        )

    def forms(self, word: str) -> tuple[str, ...]:
        """All right spellings of one word of the name, the usual one first."""
        return (word, *self.spellings.get(word, ()))


class Term(NamedTuple):
    """A rank, place, clan, technique …; ``capital`` is "always" or "either"."""

    name: str
    variants: tuple[str, ...] = ()
    kind: str = "concept"
    capital: str = "always"
    english: tuple[str, ...] = ()
    plural: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.name, *self.variants)


class Known(NamedTuple):
    """A single word of the canon: the right ``forms`` (usual one first), whether it is part of a name, and whether
    lower case is right as well."""

    forms: tuple[str, ...]
    is_name: bool
    lower_too: bool


class Canon:
    """Characters and terms of one fandom, or of several for a crossover; built once, then only read."""

    def __init__(
        self,
        ids: Iterable[str] = (),
        characters: Iterable[Character] = (),
        terms: Iterable[Term] = (),
        language: str = "",
        words: dict[str, Known] | None = None,
    ) -> None:
        """``words``, if given, are those that the entries would give, worked out before."""
        self.ids = tuple(ids)
        self.characters = tuple(characters)
        self.terms = tuple(terms)
        self.language = language
        if words is not None:
            self.words = words

    def __bool__(self) -> bool:
        return bool(self.characters or self.terms)

    @cached_property
    def words(self) -> dict[str, Known]:
        """Every single word of names, aliases and terms by its lower-case form."""
        found: dict[str, Known] = {}
        for character in self.characters:
            for name in (character.given, character.family):
                for part in name.split():
                    _add(
                        found,
                        character.forms(part) if part == name else (part, *_parts(character, name, part)),
                        True,
                        False,
                    )
            for alias in character.aliases:
                for part in alias.split():
                    if part[0].isupper():
                        _add(found, (part,), False, part.lower() in _SMALL)
            for name in (character.given, character.family, *character.aliases):
                for part in name.split():
                    # A text's words are cut at hyphens: Obi-Wan is two of them.
                    for piece in filter(None, part.split("-") if "-" in part else ()):
                        _add(found, (piece,), False, piece[0].islower())
        for term in self.terms:
            lower_too = term.capital == "either"
            for form in (*term.forms, *term.english):
                for position, part in enumerate(form.replace("-", " ").split()):
                    siblings = tuple(
                        other.replace("-", " ").split()[position]
                        for other in term.forms
                        if len(other.replace("-", " ").split()) == len(form.replace("-", " ").split())
                    )
                    ordered = siblings if form in term.forms and part in siblings else (part,)
                    _add(found, ordered, False, lower_too or part[0].islower())
            for part in term.plural.replace("-", " ").split() if term.plural != "same" else ():
                _add(found, (part,), False, lower_too or part[0].islower())
        return found

    @cached_property
    def names(self) -> dict[str, tuple[Character, ...]]:
        """Characters by every spelling of each word of their name, in lower case."""
        found: dict[str, list[Character]] = {}
        for character in self.characters:
            for name in (character.given, character.family):
                if name:
                    for form in character.forms(name):
                        found.setdefault(form.lower(), []).append(character)
        return {form: tuple(characters) for form, characters in found.items()}

    def knows(self, word: str) -> bool:
        """Whether a word, as written, is right in this canon, also as a plural in s (its possessive apart)."""
        lower = word.lower().replace("’", "'")
        known = next((self.words[one] for one in _singulars(lower) if one in self.words), None)
        return known is not None and (known.lower_too or word[0].isupper())

    def merged(self, other: "Canon") -> "Canon":
        """Both canons as one, for a crossover."""
        return Canon(
            self.ids + other.ids,
            self.characters + other.characters,
            self.terms + other.terms,
            self.language or other.language,
        )


EMPTY = Canon()

_SMALL = frozenset(["of", "the", "and", "no", "to", "in"])


def _singulars(lower: str) -> tuple[str, ...]:
    """The word, and what it may be the plural of: the Weasleys, two acromantulas, three Horcruxes, the Averies."""
    stem = lower.removesuffix("'")
    if not stem.endswith("s") or len(stem) < 4:
        return (lower,)
    more = (stem[:-2],) if stem.endswith("es") else ()
    return (lower, stem[:-1], *more, *((stem[:-3] + "y",) if stem.endswith("ies") else ()))


def _parts(character: Character, name: str, part: str) -> tuple[str, ...]:
    """Other spellings of one word of a name of several words."""
    position = name.split().index(part)
    return tuple(
        other.split()[position]
        for other in character.spellings.get(name, ())
        if len(other.split()) == len(name.split())
    )


def _add(found: dict[str, Known], forms: tuple[str, ...], is_name: bool, lower_too: bool) -> None:
    """Enter a word under each of its forms and under their plain ASCII letters, which are always right."""
    plain = tuple(to_ascii(form) for form in forms)
    every = tuple(dict.fromkeys((*forms, *plain)))
    for form in every:
        old = found.get(form.lower())
        if old is None:
            found[form.lower()] = Known(every, is_name, lower_too)
        else:
            found[form.lower()] = Known(old.forms, old.is_name or is_name, old.lower_too or lower_too)
