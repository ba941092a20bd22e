"""Writes a canon file, and keeps what a fan has corrected in the one that was there."""

from __future__ import annotations

import io
import json
import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from fanlint.canon_build.entries import Entry, sort_key
from fanlint.errors import BadCanon
from fanlint.formats.save import write_whole

HEADER = """\
# Names for fanlint, built by “fanlint canon build”. Correct it freely, then build again whenever you like:
#
# - An entry that you change or add is yours from then on: it gets the line `hand = true`, and no build touches it, nor
#   the comments in it or right above it.
# - An entry that you delete does not come back: its name goes into `ignored`, in the table below. You may put names
#   there yourself, also single spellings and aliases. Take one out, and the next build brings it back.
# - In the table [canon], `name`, `id`, `also`, `language` and `ignored` are yours; the rest is written anew.
#
# fanlint tells your changes by the file {record}, which says what it wrote itself. Keep the two together:
# without it, everything in this file counts as yours.
#
# `via` says where a name came from: title, redirect, lead, infobox, template or text; `page`, which page, if it is
# called otherwise.
"""
_KEYS = (
    "given", "name", "family", "native", "order", "fixed", "spellings", "variants", "aliases", "honorifics", "kind",
    "capital", "plural", "english", "page", "via", "hand",
)  # fmt: skip
_OWN = ("name", "id", "also", "language")  # of [canon]: what a fan may have corrected
_WIDTH = 120
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_HEAD = re.compile(r"^\[\[(character|term)\]\]", re.M)
_RULE = "# " + "-" * 78
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


class Kept(NamedTuple):
    """An entry of a canon file with its text, comments and all."""

    entry: Entry
    text: str


class Saved(NamedTuple):
    """What a build has done to a file: how many entries it has now, came in, went, are the fan's or are left out."""

    entries: int
    new: int
    gone: int
    yours: int
    ignored: int
    was_alone: bool  # there was a file, but no record of what fanlint had written


def save_canon(path: str, about: Mapping[str, Any], entries: Iterable[Entry]) -> Saved:
    """Write the entries to ``path``, merged with the fan's corrections of the file that is there."""
    old_about, old = read_entries(path)
    record = _read_record(path)
    built = {entry.key: entry for entry in entries}
    yours: dict[tuple[str, str], Kept] = {}
    before: set[tuple[str, str]] = set()
    for kept in old:
        before.add(kept.entry.key)
        if _is_yours(kept.entry, record):
            yours[kept.entry.key] = kept
    ignored = {str(name): None for name in old_about.get("ignored", ())}
    ignored |= {name: None for table, name in record or () if (table, name.lower()) not in before}
    left_out = {name.lower() for name in ignored}
    fresh = {
        key: Kept(bare, "")
        for key, entry in built.items()
        if key not in yours and entry.name.lower() not in left_out and (bare := _without(entry, left_out))
    }
    everything = sorted((*fresh.values(), *yours.values()), key=lambda kept: sort_key(kept.entry))
    table = {**about, **{key: old_about[key] for key in _OWN if key in old_about}, "ignored": list(ignored)}
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    write_whole(path, _file(path, table, everything).encode())
    write_whole(record_path(path), _record(kept.entry for kept in fresh.values()).encode())
    after = {kept.entry.key for kept in everything}
    return Saved(
        len(after), len(after - before), len(before - after), len(yours), len(ignored), bool(before) and record is None
    )


def add_entry(path: str, about: Mapping[str, Any], entry: Entry) -> bool:
    """Put one entry of the fan's into the file, which is made if it is not there; False if it has the name already."""
    old_about, old = read_entries(path)
    if entry.key in (kept.entry.key for kept in old):
        return False
    text = block(Entry(entry.table, {**entry.fields, "hand": True}))
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            text = f"{file.read().rstrip()}\n\n{text}"
    else:
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        text = f"[canon]\n{_pairs({**about, **old_about})}\n{text}"
    write_whole(path, text.encode())
    return True


def read_entries(path: str) -> tuple[dict[str, Any], Iterator[Kept]]:
    """The table [canon] and the entries of a canon file with their texts; nothing where there is no file."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            blocks = _blocks(io.StringIO(file.read()))
    except FileNotFoundError:
        return {}, iter(())
    except (OSError, UnicodeDecodeError) as error:
        raise BadCanon(path, f"cannot be read, and so nothing was written: {error}.") from None
    table = _parsed(path, next(blocks))
    if table.keys() & {"character", "term"}:
        raise BadCanon(path, "has entries that fanlint cannot merge: begin each with a line [[character]] or [[term]].")
    return table.get("canon", {}), (_kept(path, one) for one in blocks)


def _kept(path: str, text: str) -> Kept:
    table = _parsed(path, text)
    kind = "character" if "character" in table else "term"
    fields = table[kind][0]
    if not isinstance(fields.get("given" if kind == "character" else "name"), str):
        raise BadCanon(path, f"an entry [[{kind}]] has no name: {fields}.")
    return Kept(Entry(kind, fields), text)


def _parsed(path: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        near = text.strip().partition("\n")[0]
        raise BadCanon(path, f"cannot be read near “{near}”, and so nothing was written: {error}. Mend it.") from None


def _blocks(lines: Iterable[str]) -> Iterator[str]:
    """What stands before the first entry, then the text of each, with the comments right above it."""
    block: list[str] = []
    comments: list[str] = []
    for line in (line.rstrip("\n") for line in lines):
        if _HEAD.match(line):
            yield _without_rules(block)
            block, comments = [*comments, line], []
        elif line.startswith("#"):
            comments.append(line)
        else:
            block += [*comments, line]
            comments = []
    yield _without_rules([*block, *comments])


def _without_rules(lines: list[str]) -> str:
    """The lines of an entry without the headings that fanlint writes between kinds."""
    kept = list(lines)
    while _RULE in kept:
        at = kept.index(_RULE)
        del kept[at : at + 3 if kept[at + 2 : at + 3] == [_RULE] else at + 1]
    return "\n".join(kept).strip() + "\n"


def _is_yours(entry: Entry, record: Mapping[tuple[str, str], str] | None) -> bool:
    if entry.fields.get("hand") or record is None:
        return True
    return record.get((entry.table, entry.name)) != _digest(entry)


def _without(entry: Entry, left_out: set[str]) -> Entry:
    """The entry without the spellings that the fan does not want."""
    if not left_out:
        return entry

    def wanted(value: Any) -> Any:
        if isinstance(value, dict):
            return {word: left for word, forms in value.items() if (left := wanted(forms))}
        return [one for one in value if one.lower() not in left_out] if isinstance(value, list) else value

    return Entry(entry.table, {key: left for key, value in entry.fields.items() if (left := wanted(value))})


# The record of what fanlint wrote.


def record_path(path: str) -> str:
    return path.removesuffix(".toml") + ".built"


def _record(entries: Iterable[Entry]) -> str:
    return "".join(f"{_digest(entry)}\t{entry.table}\t{entry.name}\n" for entry in entries)


def _read_record(path: str) -> dict[tuple[str, str], str] | None:
    """Digests by table and name; None where there is no record."""
    try:
        with open(record_path(path), encoding="utf-8") as file:
            rows = [line.rstrip("\n").split("\t") for line in file]
    except (OSError, UnicodeDecodeError):
        return None
    return {(row[1], row[2]): row[0] for row in rows if len(row) == 3}


def _digest(entry: Entry) -> str:
    from _blake2 import blake2b  # hashlib would load OpenSSL

    return blake2b(json.dumps([entry.table, entry.fields], sort_keys=True).encode(), digest_size=8).hexdigest()


# TOML.


def _file(path: str, about: Mapping[str, Any], entries: Iterable[Kept]) -> str:
    pieces = [HEADER.replace("{record}", os.path.basename(record_path(path))), f"[canon]\n{_pairs(about)}"]
    heading = ""
    for entry, text in entries:
        kind = "Characters" if entry.table == "character" else f"Terms: {entry.fields.get('kind', 'concept')}"
        if kind != heading:
            heading = kind
            pieces.append(f"{_RULE}\n# {kind}\n{_RULE}\n")
        pieces.append((text if entry.fields.get("hand") else _marked(text)) if text else block(entry))
    return "\n".join(pieces)


def _marked(text: str) -> str:
    """A fan's entry with the line that says so, right below its head."""
    return _HEAD.sub(lambda head: f"{head[0]}\nhand = true", text, count=1)


def block(entry: Entry) -> str:
    """An entry as TOML."""
    ordered = {key: entry.fields[key] for key in _KEYS if key in entry.fields}
    return f"[[{entry.table}]]\n{_pairs(ordered)}"


def _pairs(table: Mapping[str, Any]) -> str:
    return "".join(_pair(key, value) for key, value in table.items() if value not in ("", [], {}, None))


def _pair(key: str, value: Any) -> str:
    line = f"{key} = {_value(value)}\n"
    if isinstance(value, list) and len(line) > _WIDTH:
        return f"{key} = [\n" + "".join(f"  {_value(one)},\n" for one in value) + "]\n"
    return line


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return (
            '"'
            + "".join(_ESCAPES.get(char, char if char.isprintable() else f"\\U{ord(char):08x}") for char in value)
            + '"'
        )
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        inner = ", ".join(
            f"{key if _BARE.fullmatch(key) else _value(key)} = {_value(one)}" for key, one in value.items()
        )
        return f"{{ {inner} }}"
    return str(value)
