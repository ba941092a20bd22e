"""Drafts as they stand on the sites: every line is taken for what it is, and nothing in them is found fault with.

In ``structures``, drafts are parted by ``====``, and each line begins with the first letter of its kind: (n)ote,
(p)aragraph, (h)eading, (b)reak, (v)erse, (c)hat. ``-`` is a further blank line. Lines stand apart, but for those of
verse.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from fanlint import lint_text
from fanlint.text.blocks import BlockKind
from fanlint.text.document import Document

KINDS = {kind.value[0]: kind for kind in BlockKind if kind is not BlockKind.CODE}
FILES = sorted((Path(__file__).parent / "structures").glob("*.txt"))
DRAFTS = {
    f"{path.stem}-{number}": draft
    for path in FILES
    for number, draft in enumerate(path.read_text(encoding="utf-8").strip("\n").split("\n====\n"), 1)
}


def read(draft: str) -> tuple[str, list[tuple[int, BlockKind]]]:
    """The text of a draft, and where each line begins with its kind."""
    lines = draft.split("\n")
    text = ""
    places = []
    for before, line in pairwise(["", *lines]):
        kind, _, content = line.partition("|")
        if text and not (kind == "v" and before.startswith("v")):
            text += "\n"
        text += "\n" if text else ""
        if content:
            places.append((len(text), KINDS[kind]))
            text += content
    return text, places


@pytest.mark.parametrize("name", DRAFTS)
def test_every_line_is_taken_for_what_it_is(name: str) -> None:
    text, places = read(DRAFTS[name])
    document = Document(text)
    found = []
    for at, _ in places:
        block = document.block_at(at)
        assert block is not None
        found.append((text[at:].split("\n")[0], block.kind))
    assert found == [(text[at:].split("\n")[0], kind) for at, kind in places]


@pytest.mark.parametrize("name", DRAFTS)
def test_nothing_is_found_fault_with(name: str) -> None:
    text, _ = read(DRAFTS[name])
    found = [one for one in lint_text(text) if one.rule != "structure/note-in-story"]
    assert [(one.rule, text[one.span.start : one.span.end]) for one in found] == []
