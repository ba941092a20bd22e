"""Pages in many voices: how people speak, cry out, write to each other and to their readers is never an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from fanlint import lint_text

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_voice_is_left_alone(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = [(one.rule, text[one.span.start : one.span.end]) for one in lint_text(text)]
    assert found == []
