"""Reads cues.toml: by what words wikis and plain pages tell what a name is."""

from __future__ import annotations

import os
from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Any

from fanlint.toml import load_toml

_AFTER_HEAD = frozenset("about according and appearing at based by for from in of on or that to who with".split())


class Cues:
    """The words of cues.toml, ready for looking up."""

    def __init__(self, table: dict[str, Any]) -> None:
        self._table = table
        prose = table["prose"]
        self.titles = frozenset(prose["titles"])
        self.never = frozenset(prose["never"])
        self.counted = frozenset(prose["counted"])
        self.particles = frozenset(prose["particles"])
        self.kind_of_word: dict[str, str] = {
            word: kind for kind, words in reversed(table["kinds"].items()) for word in words
        }

    @classmethod
    def load(cls) -> Cues:
        return cls(load_toml(os.path.join(os.path.dirname(os.path.abspath(__file__)), "cues.toml")))

    @cached_property
    def name_templates(self) -> dict[str, tuple[str, ...]]:
        """What each place of a template like {{nihongo}} holds, by the template's name."""
        return {name: tuple(one["places"]) for one in self._table["template"] for name in one["names"]}

    @cached_property
    def parameters(self) -> dict[str, str]:
        """What an infobox's parameter holds: name, native, romaji, alias or literal."""
        box = self._table["infobox"]
        return {parameter: role for role in ("alias", "literal", "romaji", "native", "name") for parameter in box[role]}

    def is_infobox(self, template: str) -> bool:
        """Whether a template's name, folded, says that it is an infobox."""
        words = template.split()
        return any(mark in template for mark in self._table["infobox"]["marks"]) or (
            len(words) <= 2 and bool(self.kind_in(words))
        )

    def kind_in(self, words: Iterable[str]) -> str:
        """The first kind, in the order of cues.toml, that one of these words names; “” for none."""
        found = {self.kind_of_word[word] for word in words if word in self.kind_of_word}
        return next((kind for kind in self._table["kinds"] if kind in found), "")

    def kind(self, categories: Iterable[str], infobox: str) -> str:
        """What a page is about, by its infobox's name (folded), else its categories."""
        return self.kind_in(infobox.split()) or self.kind_in(head(category)[-1] for category in categories)

    def is_left_out(self, title: str) -> bool:
        """Whether a title says that its page is about no name."""
        return any(fnmatchcase(title.lower(), pattern) for pattern in self._table["leave-out"]["titles"])

    def is_outside(self, categories: Iterable[str], templates: Iterable[str], infobox: str, real_people: bool) -> bool:
        """Whether a page is about no name of the fandom; ``templates`` and ``infobox`` are folded names."""
        tables = [self._table["leave-out"], *([] if real_people else [self._table["real-people"]])]
        heads = {" ".join(words[-length:]) for words in map(head, categories) for length in (1, 2, 3)}
        return any(not set(table["templates"]).isdisjoint(templates) for table in tables) or (
            not self.kind_in(infobox.split()) and any(not heads.isdisjoint(table["categories"]) for table in tables)
        )


def folded(name: str) -> str:
    """A template's or parameter's name as cues.toml writes it: small letters, words parted by single spaces."""
    return " ".join(name.replace("_", " ").replace("-", " ").replace("/", " ").replace(":", " ").lower().split())


def head(category: str) -> list[str]:
    """The words that say what a category collects: “Female Characters” of “Female Characters from the North”."""
    words = folded(category).split()
    end = next((at for at, word in enumerate(words) if word in _AFTER_HEAD and at), len(words))
    return words[:end] or [""]
