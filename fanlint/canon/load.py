"""Finds and reads canon files."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any

from fanlint.canon.model import Canon, Character, Known, Term
from fanlint.errors import BadCanon, UnknownName, nearest
from fanlint.folders import data_folder, files
from fanlint.toml import kept_under, load_toml, prepared

_NOTES = {"hand", "page", "via"}  # keys that only canon_build reads

# To guess a draft's canon from its names. In novels of no fandom, at most 3 % of the names are in any one canon; in
# fan fiction, 40 % and more are in its own.
FEWEST_NAMES = 5
_CLEARLY = 2  # times as many as in the next canon
_SHARE = 0.2  # of all names in the draft


def load_canons(names: Iterable[str], folders: Iterable[str] = ()) -> Canon:
    """The canons of these names (or paths of .toml files) as one; ``folders`` are searched before the shipped ones."""
    canons = [read_canon(find_canon(name, folders)) for name in names]
    merged = canons[0] if canons else Canon()
    for canon in canons[1:]:
        merged = merged.merged(canon)
    return merged


def shipped_canons(folders: Iterable[str] = ()) -> dict[str, str]:
    """Paths of the canon files by name; a project's own come before ours of the same name."""
    found: dict[str, str] = {}
    for folder in (data_folder("canon"), *folders):
        for path in files(folder, ".toml"):
            found[os.path.basename(path).removesuffix(".toml")] = path
    return found


def find_canon(name: str, folders: Iterable[str] = ()) -> str:
    """The path of a canon; raises UnknownName with the nearest one."""
    if name.endswith(".toml") and os.path.isfile(name):
        return name
    known = shipped_canons(folders)
    plain = name.lower().replace(" ", "-")
    if plain in known:
        return known[plain]
    for path in known.values():
        if name.lower() in map(str.lower, load_toml(path).get("canon", {}).get("also", ())):
            return path
    raise UnknownName("canon", name, nearest(plain, sorted(known)))


def canon_by_names(names: Collection[str]) -> str:
    """The shipped canon that the names of a draft come from, or "" if that is not clear.

    It reads one cached index of all shipped canons, because reading them all takes longer than checking a page.
    """
    index = _name_index()
    counts = Counter(index[name.lower()] for name in names if name.lower() in index)
    (canon, most), (_, next_most) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return canon if most >= max(FEWEST_NAMES, _CLEARLY * next_most, _SHARE * len(names)) else ""


def _name_index() -> dict[str, str]:
    """The words that only one shipped canon has, in lower case, each with the name of the canon."""
    paths = shipped_canons()
    stamps = [(name, stat.st_size, stat.st_mtime_ns) for name, path in paths.items() for stat in [os.stat(path)]]
    return kept_under(repr(stamps).encode(), lambda: _index_of(paths), "names1")


def _index_of(paths: dict[str, str]) -> dict[str, str]:
    canons: dict[str, set[str]] = {}
    for name, path in paths.items():
        for word in read_canon(path).words:
            canons.setdefault(word, set()).add(name)
    return {word: min(names) for word, names in canons.items() if len(names) == 1}


def read_canon(path: str) -> Canon:
    """One canon file; raises BadCanon with the entry that is wrong."""
    name, language, characters, terms, words = prepared(path, "canon3", lambda table: _plain(_built(path, table)))
    return Canon(
        (name,),
        map(Character._make, characters),
        map(Term._make, terms),
        language,
        {word: Known._make(known) for word, known in words.items()},
    )


def _plain(canon: Canon) -> tuple[Any, ...]:
    """A canon as plain data, which the cache can hold."""
    words = {word: tuple(known) for word, known in canon.words.items()}
    return canon.ids[0], canon.language, [*map(tuple, canon.characters)], [*map(tuple, canon.terms)], words


def _built(path: str, table: dict[str, Any]) -> Canon:
    about = table.get("canon", {})
    if not isinstance(about, dict):
        raise BadCanon(path, "needs a table [canon] with the fandom's name.")
    characters = tuple(_entry(path, Character, entry, "given") for entry in table.get("character", ()))
    terms = tuple(_entry(path, Term, entry, "name") for entry in table.get("term", ()))
    name = about.get("id") or os.path.basename(path).removesuffix(".toml")
    return Canon((name,), characters, terms, about.get("language", ""))


def _entry(path: str, kind: Any, entry: dict[str, Any], key: str) -> Any:
    """A Character or a Term from its table, with lists as tuples."""
    if not isinstance(entry.get(key), str) or not entry[key].strip():
        raise BadCanon(path, f"an entry [[{kind.__name__.lower()}]] has no “{key}”: {entry}.")
    fields = {field: _frozen(value) for field, value in entry.items() if field in kind._fields}
    if unknown := set(entry) - set(kind._fields) - _NOTES:
        field = min(unknown)
        hint = nearest(field, list(kind._fields))
        raise BadCanon(
            path, f"“{entry[key]}” has the unknown key “{field}”." + (f" Did you mean “{hint}”?" if hint else "")
        )
    try:
        return kind(**fields)
    except TypeError as error:
        raise BadCanon(path, f"“{entry[key]}”: {error}.") from None


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return value
