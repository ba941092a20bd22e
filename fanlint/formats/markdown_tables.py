"""Cuts a line of a Markdown table into its cells."""

from __future__ import annotations

import re

_RULE = r"[ \t]*+:?-++:?[ \t]*+"
_RULES = re.compile(rf"\|?{_RULE}(?:\|{_RULE})*+\|?[ \t]*$")
_PIPE = re.compile(r"\\.|(\|)")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of a line without the spaces and tabs around it."""
    while start < end and text[start] in " \t":
        start += 1
    while end > start and text[end - 1] in " \t":
        end -= 1
    return start, end


def cells_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of a line, without the spaces around them; the outer pipes may be missing."""
    start, end = trimmed(text, start, end)
    edges = [found.start() for found in _PIPE.finditer(text, start, end) if found[1]]
    starts = [start, *(edge + 1 for edge in edges)]
    cells = [trimmed(text, *cell) for cell in zip(starts, [*edges, end], strict=True)]
    if edges and edges[0] == start:
        del cells[0]
    if edges and edges[-1] == end - 1 and cells:
        del cells[-1]
    return cells


def is_ruled(text: str, header: tuple[int, int], rule: tuple[int, int]) -> bool:
    """Whether two lines begin a table: ``| a | b |`` over ``|---|---|``."""
    return bool(_RULES.match(text, *rule)) and len(cells_of(text, *header)) == len(cells_of(text, *rule))
