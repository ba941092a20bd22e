"""Confusion sets: words that writers mix up, and what tells them apart. They are read from rules/confusions/*.toml.

A table there is a set. The tables inside it are directions: phrases in which one of its words stands for another.
"""

import os
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from fanlint.errors import BadRule
from fanlint.folders import data_folder, files
from fanlint.toml import prepared

FOLDER = "confusions"
"""The folder of files inside ``rules``; the rules made of directions begin with its name."""
_KEYS = ("words", "phrases-only", "meaning", "memory")


class Lesson(NamedTuple):
    """One sentence that tells two words apart, and an aid to memory, which may be empty."""

    meaning: str
    memory: str


def pairs_of(table: Mapping[str, Any], *keys: str) -> list[str]:
    """The pairs of a set under the given keys, as written: “loose/lose”.

    A string holds pairs parted by spaces; a list is for words that have spaces in them: ["all ready/already"].
    """
    values = [table.get(key, ()) for key in keys]
    return [pair for value in values for pair in (value.split() if isinstance(value, str) else value)]


def lesson_of(table: Mapping[str, Any]) -> Lesson:
    """What a set says about its words."""
    return Lesson(table["meaning"], table.get("memory", ""))


def rule_tables(sets: Mapping[str, Any], path: str) -> dict[str, dict[str, Any]]:
    """The tables of phrase rules that the directions of one file stand for; raises BadRule for a set it cannot use."""
    found: dict[str, dict[str, Any]] = {}
    for name, table in sets.items():
        if problem := _problem(table):
            raise BadRule(f"{FOLDER}/{name}", problem, path)
        for direction, own in _directions(table).items():
            if direction in found:
                raise BadRule(f"{FOLDER}/{direction}", "exists twice; give one of them another name.", path)
            found[direction] = _rule_table(lesson_of(table), own)
    return found


def _directions(table: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    return {name: value for name, value in table.items() if isinstance(value, dict)}


def _rule_table(lesson: Lesson, own: Mapping[str, Any]) -> dict[str, Any]:
    """A direction with what it leaves to its set, and with the defaults."""
    made = {"kind": "swap", "severity": "error", "safety": "unsafe", **own}
    made.setdefault("message", f"Did you mean “{{right}}”? {lesson.meaning}")
    made["explain"] = " ".join(filter(None, (*lesson, own.get("explain"))))
    return made


def _problem(table: Any) -> str | None:
    """What is wrong with a set, in words that follow its name; None when nothing is."""
    if not isinstance(table, dict):
        return "is not a table. Write it as [accept-except], with its keys below."
    if unknown := set(table) - set(_KEYS) - set(_directions(table)):
        return f"has the unknown key “{min(unknown)}”. A confusion set has {', '.join(_KEYS)}, and its directions."
    pairs = pairs_of(table, "words", "phrases-only")
    if not pairs:
        return 'needs its words. Write them in pairs: words = "accept/except accepted/excepted".'
    for pair in pairs:
        if not isinstance(pair, str) or len(set(pair.split("/"))) != 2 or not all(pair.split("/")):
            return f"has “{pair}” among its words. Write two different words with a slash between: “accept/except”."
    if not isinstance(table.get("meaning"), str):
        return "needs a meaning: one sentence that tells its words apart."
    if not isinstance(table.get("memory", ""), str):
        return "needs one sentence of text for “memory”, or no memory at all."
    return None


@cache
def lessons() -> dict[frozenset[str], Lesson]:
    """What the sets say about every pair of words."""
    found: dict[frozenset[str], Lesson] = {}
    for path in paths():
        for pair, meaning, memory in prepared(path, "lessons1", _rows):
            found[frozenset(pair.split("/"))] = Lesson(meaning, memory)
    return found


def _rows(sets: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Every pair of a file with its lesson: plain data, for the cache."""
    return [(pair, *lesson_of(table)) for table in sets.values() for pair in pairs_of(table, "words", "phrases-only")]


def paths() -> list[str]:
    """The files of the shipped confusion sets, by alphabet."""
    return files(os.path.join(data_folder("rules"), FOLDER), ".toml")


def remark(written: str, intended: str) -> str:
    """One sentence that tells two words apart; empty where no set has them."""
    lesson = lessons().get(frozenset((written, intended)))
    return lesson.meaning if lesson else ""


def spelt(word: str) -> str:
    """A word of the directory as it is written: I, I'll and their like with a capital."""
    return "I" + word[1:] if word == "i" or word.startswith("i'") else word


def about(word: str) -> list[tuple[str, Lesson]]:
    """Every word that ``word`` is mixed up with, and the lesson, by alphabet."""
    return sorted((other, lesson) for pair, lesson in lessons().items() if word in pair for other in pair - {word})
