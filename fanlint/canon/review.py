"""Reviews a canon: duplicate names, names that are nearly the same or English words, differences from another."""

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
    """Something in a canon to look at; ``is_mistake`` if it is certainly wrong."""

    text: str
    is_mistake: bool


def _entries(canon: Canon) -> tuple[Character | Term, ...]:
    return (*canon.characters, *canon.terms)


def forms_of(entry: Character | Term) -> list[str]:
    """Every form of an entry, the usual one first."""
    if isinstance(entry, Term):
        return [*entry.forms, *entry.english]
    spellings = [form for forms in entry.spellings.values() for form in forms]
    return [entry.name, *entry.aliases, *spellings]


def doubts(canon: Canon, lexicon: Lexicon) -> Iterator[Doubt]:
    """Duplicates first, then names that are nearly the same, then names that are English words."""
    entries = _entries(canon)
    places: defaultdict[tuple[bool, str], list[str]] = defaultdict(list)
    for entry in entries:
        # “Adar”, a character, and “adar”, the Elvish word, are not duplicates.
        for key, form in {(form.islower(), form.lower()): form for form in _whole_names(entry)}.items():
            places[key].append(f"{entry.name}" if entry.name == form else f"{entry.name} (“{form}”)")
    for (_, form), names in places.items():
        if len(names) > 1:
            yield Doubt(f"{len(names)} entries have the name “{form}”: {', '.join(names)}.", True)
    for first, second in _near_twins(entries):
        yield Doubt(f"“{first}” and “{second}” are nearly the same. Is one of them a mistake?", False)
    words = dict.fromkeys(
        word
        for entry in canon.characters
        for word in (*entry.given.split(), *entry.family.split())
        if lexicon.is_common(word.lower())
    )
    if words:
        listed = ", ".join(words)
        yield Doubt(f"These names are also English words, so they are accepted in lower case: {listed}.", False)


def _whole_names(entry: Character | Term) -> list[str]:
    """Every name by which an entry is known as a whole: members of a family may share its spellings."""
    if isinstance(entry, Term):
        return [*entry.forms, *entry.english]
    given = [entry._replace(given=form).name for form in entry.spellings.get(entry.given, ())]
    family = [entry._replace(family=form).name for form in entry.spellings.get(entry.family, ())]
    return [entry.name, *entry.aliases, *given, *family]


def _near_twins(entries: tuple[Character | Term, ...]) -> Iterator[tuple[str, str]]:
    """Words of different entries that are one letter apart and not romanisations of the same name."""
    words = {
        word.lower(): word
        for entry in entries
        for word in entry.name.replace("-", " ").split()
        if len(word) >= _LONG_ENOUGH and word[0].isupper()
    }
    holes: defaultdict[str, list[str]] = defaultdict(list)  # words by what is left without one of their letters
    for lower in words:
        for rest in {lower[:at] + lower[at + 1 :] for at in range(len(lower))} | {lower}:
            holes[rest].append(lower)
    pairs = {(one, other) for group in holes.values() for one in group for other in group if one < other}
    for one, other in sorted(pairs):
        if edit_distance(one, other, 1) == 1 and romanisation_key(one) != romanisation_key(other):
            yield words[one], words[other]


def found(canon: Canon, word: str) -> list[Character | Term]:
    """The entries that contain a word, in any spelling; else those with a word like it."""
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
