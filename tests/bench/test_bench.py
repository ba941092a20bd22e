"""Each bench runs with fanlint alone, on files of a few lines."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent.parent


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    """Two misspellings, one of them with a capital; what else the file has cannot be asked."""
    path = tmp_path / "pairs.tsv"
    path.write_text("surjery\tsurgery\nThurzday\tThursday\nform\tfrom\nfrom\tform\nalot\ta lot\n", encoding="utf-8")
    return path


def bench(name: str, *args: str | Path) -> list[list[str]]:
    """The lines of the tables that it prints, each as its fields."""
    command = [sys.executable, f"bench/{name}.py", "--tool", "fanlint", *map(str, args)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return [line.split() for line in done.stdout.splitlines()]


def test_peers(pairs: Path) -> None:
    *name, n, accepted, percent, first, five, _ = bench("peers", "--pairs", pairs)[-1]
    assert name[0] == "fanlint"
    assert (n, accepted, percent, first, five) == ("2", "0.0", "%", "100.0", "100.0")


def test_detect(pairs: Path, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Kaelith drew her sword. The crowd fell back from Kaelith, and a grobnar hid.\n", encoding="utf-8")
    lines = bench("detect", "--pairs", pairs, "--text", text)
    missed, alarms = (line[2:] for line in lines if line and line[0] == "fanlint")
    assert missed == ["0.0", "%", "0.0", "%"], "a day is no name, even inside a sentence"
    assert alarms == ["714.3", "0.0"]


def test_novel(tmp_path: Path) -> None:
    lines = bench("novel", "--words", "600", "--runs", "1")
    assert ["fanlint", "--select", "spelling"] in [line[:3] for line in lines]
    rows = [line for line in lines if line[-1:] == ["MB"]]
    assert len(rows) == 4, "two commands, on a novel and on a page"
    assert "1.00" in rows[0] and "1.00" in rows[2]


def test_names(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("They saw Kaelith go. " * 700, encoding="utf-8")
    command = [sys.executable, "bench/names.py", "--text", str(text), "--names", "6", "--thin", "9"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    lines = [line.split() for line in done.stdout.splitlines()]
    every = [line for line in lines if line[:2] == ["all", "kinds"]]
    assert [line[3] for line in every] == ["100.0", "100.0"], "beside and alone"
    assert [line[-2:] for line in lines if line[:1] == ["all"] and line not in every] == [["0", "0.00"], ["0", "0.00"]]


def test_rules() -> None:
    command = [sys.executable, "bench/rules.py", "--words", "800", "--runs", "1"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    lengths, _, folders = done.stdout.partition("\n\n")
    assert [line.split()[0] for line in lengths.splitlines()] == ["100", "200", "400", "800"]
    assert {"dialogue", "spelling", "context"} <= {line.split()[0] for line in folders.splitlines()}
    assert "style" not in folders, "those are off by default"
