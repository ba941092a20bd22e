"""Which pairs of words are learnt, and together with which others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from fanlint.language.en.confusion_sets import pairs_of, paths
from fanlint.toml import load_toml

PROJECT = Path(__file__).resolve().parent.parent
FORMS = PROJECT / "tools" / "confusable-forms.txt"
_RARE = 1500
"""Uses below which a pair of a family (rapped and wrapped) learns from all rare ones of the family."""
_LEAST = 30
"""Uses that either word must have in the training text."""
_DOUBLES = frozenset("stop step drop grab drag hug nod grin sob trip admit prefer begin".split())


class Group(NamedTuple):
    """Pairs that one model is learnt from, and their kind (see Direction.kind)."""

    kind: str
    pairs: tuple[tuple[str, str], ...]


def groups(count: Callable[[str], int]) -> list[Group]:
    """All groups, no pair twice; ``count`` gives the uses of a word in the training text."""
    found: list[Group] = []
    seen: set[frozenset[str]] = set()

    def add(kind: str, pairs: list[str], together: bool) -> None:
        fresh = []
        for pair in pairs:
            one, other = pair.split("/")
            if one != other and frozenset((one, other)) not in seen and min(count(one), count(other)) >= _LEAST:
                seen.add(frozenset((one, other)))
                fresh.append((one, other))
        if together and fresh:
            found.append(Group(kind, tuple(fresh)))
        elif not together:
            found.extend(Group(kind, (pair,)) for pair in fresh)

    for path in paths():
        for table in load_toml(path, cached=False).values():
            pairs = pairs_of(table, "words")
            rare = [pair for pair in pairs if min(map(count, pair.split("/"))) < _RARE]
            add("sense", [pair for pair in pairs if pair not in rare], together=False)
            add("sense", rare, together=True)
    for paragraph in FORMS.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in paragraph.splitlines() if not line.startswith("#")]
        if lines:
            kind, words = lines[0].removesuffix(":"), " ".join(lines[1:]).split()
            if kind == "verbs":
                add("past", [f"{verb}/{past(verb)}" for verb in words], together=True)
                add("third", [f"{verb}/{third(verb)}" for verb in words], together=True)
                add("ing", [f"{verb}/{progressive(verb)}" for verb in words], together=True)
            else:
                add(kind.removesuffix("+"), words, together=kind.endswith("+"))
    return found


def past(verb: str) -> str:
    """The past of a regular verb."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + (verb[-1] if verb in _DOUBLES else "") + "ed"


def third(verb: str) -> str:
    """The third person of a regular verb."""
    if verb.endswith(("s", "sh", "ch", "x")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "s"


def progressive(verb: str) -> str:
    """The -ing form of a regular verb."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if verb in _DOUBLES else "") + "ing"
