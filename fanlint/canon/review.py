"""Looks a canon over: what stands in it twice, what is an English word, what differs from another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from fanlint.canon.model import Canon, Character, Term
from fanlint.canon.romanisation import romanisation_key
from fanlint.language.en.lexicon import Lexicon
from fanlint.text.distance import edit_distance

_LONG_ENOUGH = 5  # letters; shorter names are often one letter apart


class Doubt(NamedTuple):
    """Something in a canon to look at; ``is_fault``: it is certainly wrong."""

    text: str
    is_fault: bool


def _entries(canon: Canon) -> tuple[Character | Term, ...]:
    return (*canon.characters, *canon.terms)


def forms_of(entry: Character | Term) -> list[str]:
    """Every form of an entry, the usual one first."""
    if isinstance(entry, Term):
        return [*entry.forms, *entry.english]
    spellings = [form for forms in entry.spellings.values() for form in forms]
    return [entry.name, *entry.aliases, *spellings]


def doubts(canon: Canon, lexicon: Lexicon) -> Iterator[Doubt]:
    """Doubles first, then near twins, then names that English has as words."""
    entries = _entries(canon)
    places: defaultdict[str, list[str]] = defaultdict(list)
    for entry in entries:
        for form in dict.fromkeys(map(str.lower, forms_of(entry))):
            places[form].append(entry.name)
    for form, names in places.items():
        if len(names) > 1:
            yield Doubt(f"“{form}” stands in {len(names)} entries: {', '.join(names)}.", True)
    for first, second in _near_twins(entries):
        yield Doubt(f"“{first}” and “{second}” are nearly the same. Is one of them a slip?", False)
    for entry in canon.characters:
        for word in (*entry.given.split(), *entry.family.split()):
            if lexicon.is_common(word.lower()):
                yield Doubt(f"“{word}”, of {entry.name}, is an English word: in small letters it is no slip.", False)


def _near_twins(entries: tuple[Character | Term, ...]) -> Iterator[tuple[str, str]]:
    """Words of different entries that are one letter apart and no romanisations of one another."""
    words = {
        word.lower(): word
        for entry in entries
        for word in entry.name.replace("-", " ").split()
        if len(word) >= _LONG_ENOUGH and word[0].isupper()
    }
    holes: defaultdict[str, list[str]] = defaultdict(list)  # words by what is left when one letter is taken out
    for lower in words:
        for rest in {lower[:at] + lower[at + 1 :] for at in range(len(lower))} | {lower}:
            holes[rest].append(lower)
    pairs = {(one, other) for group in holes.values() for one in group for other in group if one < other}
    for one, other in sorted(pairs):
        if edit_distance(one, other, 1) == 1 and romanisation_key(one) != romanisation_key(other):
            yield words[one], words[other]


def found(canon: Canon, word: str) -> list[Character | Term]:
    """The entries in which a word stands, in any spelling; else those with a word near it."""
    key, lower = romanisation_key(word), word.lower()
    entries = _entries(canon)
    exact = [entry for entry in entries if any(lower in form.lower() for form in forms_of(entry))]
    if exact:
        return exact
    most = 1 if len(word) < 8 else 2
    return [
        entry
        for entry in entries
        if any(
            romanisation_key(part) == key or edit_distance(part.lower(), lower, most) <= most
            for form in forms_of(entry)
            for part in form.split()
        )
    ]


def differences(first: Canon, second: Canon) -> Iterator[str]:
    """Lines as in a diff: - only in the first, + only in the second, ~ different."""
    old, new = _by_name(first), _by_name(second)
    for key in sorted(old.keys() | new.keys()):
        if key not in new:
            yield f"- {old[key].name}"
        elif key not in old:
            yield f"+ {new[key].name}"
        elif old[key] != new[key]:
            changed = [
                f"{field} {_shown(getattr(old[key], field))} → {_shown(getattr(new[key], field))}"
                for field in old[key]._fields
                if getattr(old[key], field) != getattr(new[key], field)
            ]
            yield f"~ {new[key].name}: {'; '.join(changed)}"


def _by_name(canon: Canon) -> dict[tuple[str, str], Character | Term]:
    return {(type(entry).__name__, entry.name.lower()): entry for entry in _entries(canon)}


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_shown(one)}" for key, one in value.items()) or "none"
    return str(value) or "none"
