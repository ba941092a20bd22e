"""English without our own data: pyspellchecker stands in, and the writer is told once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import fanlint
from fanlint import lint_text
from fanlint.language import load as shipped
from fanlint.language.en.bigrams import Pairs
from fanlint.language.en.lexicon import Lexicon

TEXT = "The surjery had gone well, and nobody in the house knew of it. She was happy."


@pytest.fixture(autouse=True)
def _nothing_is_loaded_yet() -> Iterator[None]:
    """What is loaded once for all drafts of a run is let go of, before and after."""
    fanlint._sessions.clear()
    for loaded in (shipped._english, shipped._suggester, shipped._log_once):
        loaded.cache_clear()
    yield
    fanlint._sessions.clear()
    for loaded in (shipped._english, shipped._suggester, shipped._log_once):
        loaded.cache_clear()


def gone(*_: object) -> Lexicon:
    raise FileNotFoundError(2, "No such file or directory", "lexicon.bin")


@pytest.mark.parametrize("part", [Lexicon, Pairs])
def test_what_is_lost_is_replaced(
    part: type, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(part, "load", gone)
    found = lint_text(TEXT)
    assert len(caplog.records) == 1
    assert "lexicon.bin" in caplog.text
    assert [TEXT[one.span.start : one.span.end] for one in found] == ["surjery"]
    assert found[0].fixes[0].edits[0].text == "surgery"


@pytest.mark.parametrize("content", [b"", b"FANLEX01", b"torn, and no lexicon at all"])
def test_a_torn_file_is_as_good_as_none(
    content: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    torn = tmp_path / "lexicon.bin"
    torn.write_bytes(content)
    load = Lexicon.load
    monkeypatch.setattr(Lexicon, "load", lambda: load(str(torn)))
    assert lint_text("She was happy in the house.") == []
    assert "cannot be read" in caplog.text


def test_the_command_line_says_so_in_one_line(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    code = """
import sys
from fanlint.cli import run
from fanlint.language.en.lexicon import Lexicon
def gone():
    raise FileNotFoundError(2, "No such file or directory", "lexicon.bin")
Lexicon.load = gone
sys.exit(run(["--isolated", "--output-format", "concise", sys.argv[1]]))
"""
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, encoding="utf-8")
    assert done.returncode == 1
    assert done.stdout.count("surjery") == 2
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("fanlint: ")
