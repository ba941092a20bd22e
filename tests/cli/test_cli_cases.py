"""Runs every case in cases/: a command line, the files it meets, and what it must say and leave behind.

A case is a TOML file with ``args``; ``stdin``; ``[files]`` (path = content, or a table of text and encoding);
``plugins`` (folders of plugins/ to put there); ``[links]``; ``read-only``; ``[env]``; ``process = true`` for a real
process. Expected are ``exit``, ``stdout`` and ``stderr`` (whole, or ``…-contains``), ``[after]`` like ``[files]``, and
``absent``. ``pytest --update`` rewrites exit, stdout, stderr and after where they are given.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner

from fanlint.cli.commands import cli

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.toml"))
KEYS = set(
    "about args stdin files plugins links read-only env process exit stdout stderr stdout-contains stderr-contains "
    "stdout-lacks after absent".split()
)


class Ran(NamedTuple):
    exit: int
    stdout: str
    stderr: str


def data_of(content: str | dict[str, str]) -> bytes:
    """The bytes of a file in a case; UTF-16 gets its byte-order mark."""
    if isinstance(content, str):
        return content.encode()
    return content["text"].encode(content["encoding"])


def prepare(case: dict[str, Any], folder: Path) -> None:
    for name in case.get("plugins", ()):
        shutil.copytree(HERE / "plugins" / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name, content in case.get("files", {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data_of(content))
    for name, target in case.get("links", {}).items():
        (folder / name).symlink_to(target)
    for name in case.get("read-only", ()):
        (folder / name).chmod(0o444)


def run_in_process(case: dict[str, Any]) -> Ran:
    result = CliRunner().invoke(cli, case["args"], input=case.get("stdin", "").encode(), env=case.get("env"))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)


def run_process(case: dict[str, Any]) -> Ran:
    project = HERE.parent.parent
    env = {**os.environ, "PYTHONPATH": str(project), **case.get("env", {})}
    done = subprocess.run(
        [sys.executable, "-m", "fanlint", *case["args"]],
        input=case.get("stdin", "").encode(),
        capture_output=True,
        env=env,
        timeout=60,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update: bool) -> None:
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    assert not set(case) - KEYS, f"unknown keys in {path.name}"
    assert case.get("about"), f"{path.name} does not say what it is about"
    monkeypatch.chdir(tmp_path)
    prepare(case, tmp_path)
    ran = run_process(case) if case.get("process") else run_in_process(case)
    assert "Traceback" not in ran.stderr, ran.stderr
    if update:
        path.write_text(updated(path.read_text(encoding="utf-8"), case, ran, tmp_path), encoding="utf-8")
        return
    if "stdout" in case:
        assert ran.stdout == case["stdout"]
    if "stderr" in case:
        assert ran.stderr == case["stderr"]
    for stream in ("stdout", "stderr"):
        for piece in case.get(f"{stream}-contains", ()):
            assert piece in getattr(ran, stream)
    for piece in case.get("stdout-lacks", ()):
        assert piece not in ran.stdout
    assert ran.exit == case["exit"], ran.stderr
    for name, content in case.get("after", {}).items():
        assert (tmp_path / name).read_bytes() == data_of(content), name
    for name in case.get("absent", ()):
        assert not (tmp_path / name).exists(), name


def updated(text: str, case: dict[str, Any], ran: Ran, folder: Path) -> str:
    """The text of a case with what was put out now."""
    head, mark, after = text.partition("\n[after]\n")
    for key in ("exit", "stdout", "stderr"):
        if key in case:
            head = replaced(head, key, getattr(ran, key))
    for name, content in case.get("after", {}).items():
        if isinstance(content, str):
            after = replaced(after, f'"{name}"', (folder / name).read_bytes().decode())
    return head + mark + after


def replaced(text: str, key: str, value: str | int) -> str:
    """``text`` with another value for a key."""
    form = re.compile(rf"^{re.escape(key)} = (?:'''.*?'''|\"[^\n]*\"|'[^\n]*'|\d+)$", re.M | re.S)
    assert form.search(text), f"no {key} to update"
    return form.sub(lambda _: f"{key} = {written(value)}", text, count=1)


def written(value: str | int) -> str:
    """A value as TOML: several lines as they are, anything unprintable escaped."""
    if isinstance(value, int):
        return str(value)
    plain = all(char.isprintable() or char == "\n" for char in value) and "'''" not in value
    if plain and "\n" in value[:-1]:
        return f"'''\n{value}'''"
    if plain and '"' in value and "'" not in value and "\n" not in value:
        return f"'{value}'"
    return '"' + "".join(map(escaped, value)) + '"'


def escaped(char: str) -> str:
    short = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return short.get(char) or (char if char.isprintable() else f"\\u{ord(char):04x}")


def test_there_are_real_processes() -> None:
    real = [path for path in CASES if "\nprocess = true" in path.read_text(encoding="utf-8")]
    assert len(real) >= 10
