"""Compounds that English writes as one word, by their halves."""

from __future__ import annotations

import os
from functools import cache


@cache
def solid_compounds() -> tuple[tuple[str, str], ...]:
    """The halves of each, in lower case: ("book", "shelf"). Made by tools/build_compounds.py."""
    path = os.path.join(os.path.dirname(__file__), "data", "compounds.txt")
    with open(path, encoding="ascii") as file:
        return tuple((first, second) for first, _, second in (line.rstrip("\n").partition(" ") for line in file))
