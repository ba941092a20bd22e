"""English without our own data: pyspellchecker stands in, and the writer is told once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fanlint import lint_text
from fanlint.cli import run
from fanlint.errors import LostData
from fanlint.language import load as shipped
from fanlint.language.en.bigrams import Pairs
from fanlint.language.en.lexicon import Lexicon

TEXT = "The surjery had gone well, and nobody in the house knew of it. She was happy."


@pytest.fixture(autouse=True)
def _nothing_is_loaded_yet() -> Iterator[None]:
    """What is loaded once for all drafts of a run is let go of, before and after."""
    for loaded in (shipped._english, shipped._suggester):
        loaded.cache_clear()
    yield
    for loaded in (shipped._english, shipped._suggester):
        loaded.cache_clear()


def gone(*_: object) -> Lexicon:
    raise FileNotFoundError(2, "No such file or directory", "lexicon.bin")


@pytest.mark.parametrize("part", [Lexicon, Pairs])
def test_what_is_lost_is_replaced(part: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(part, "load", gone)
    with pytest.warns(LostData, match=r"lexicon\.bin") as told:
        found = lint_text(TEXT)
    assert len(told) == 1
    assert [TEXT[one.span.start : one.span.end] for one in found] == ["surjery"]
    assert found[0].fixes[0].edits[0].text == "surgery"


@pytest.mark.parametrize("content", [b"", b"FANLEX01", b"torn, and no lexicon at all"])
def test_a_torn_file_is_as_good_as_none(content: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    torn = tmp_path / "lexicon.bin"
    torn.write_bytes(content)
    load = Lexicon.load
    monkeypatch.setattr(Lexicon, "load", lambda: load(str(torn)))
    with pytest.warns(LostData, match="cannot be read"):
        assert lint_text("She was happy in the house.") == []


def test_the_command_line_tells_it_in_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Lexicon, "load", gone)
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert run(["--isolated", "--output-format", "concise", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.out.count("surjery") == 2
    assert len(said.err.splitlines()) == 1
    assert said.err.startswith("fanlint: its word lists cannot be read (")
