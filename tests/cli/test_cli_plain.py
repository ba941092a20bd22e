"""Command lines that are read without click are read as click reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlint.cli import COMMANDS, plain
from fanlint.cli.check import command
from fanlint.cli.commands import cli
from fanlint.cli.options import Asked, asked_for

PLAIN = [
    ["a.txt"],
    ["check", "a.txt", "b.md"],
    ["-"],
    ["--fix", "a.txt", "-q"],
    ["a.txt", "--select", "spelling,dialogue/", "--select=canon", "--ignore", " grammar , style"],
    ["--canon", "naruto", "--canon", "bleach", "--english=uk", "a.txt"],
    ["--output-format", "json", "--output-format", "concise", "a.txt"],
    ["--color=never", "--profile", "strict", "--stdin-filename", "ch1.md", "-", "--quiet", "--isolated"],
    ["check", "check"],
    ["check", "rules"],
    ["--fix", "rules"],
    ["rules.txt", "folder"],
]
LEFT_TO_CLICK = [
    [],
    ["check"],
    ["--version"],
    ["--help"],
    ["a.txt", "--help"],
    ["rules"],
    ["chekc"],
    ["missing.txt"],
    ["--fix"],
    ["a.txt", "--english", "fr"],
    ["a.txt", "--english"],
    ["a.txt", "--english="],
    ["a.txt", "--color", "sometimes"],
    ["a.txt", "--output-format", "xml"],
    ["a.txt", "--output-file", "report.txt"],
    ["a.txt", "--config", "b.toml"],
    ["a.txt", "--selct", "spelling"],
    ["a.txt", "--select", "--fix"],
    ["a.txt", "-qh"],
    ["--", "a.txt"],
    ["*.txt"],
    [""],
]


@pytest.fixture(autouse=True)
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.md", "rules.txt", *COMMANDS):
        (tmp_path / name).touch()
    (tmp_path / "folder").mkdir()


def as_click_reads(args: list[str]) -> Asked:
    ctx = command.make_context("check", args[1:] if args[0] == "check" else list(args))
    given: dict[str, Any] = dict(ctx.params)
    return asked_for(given.pop("paths"), given)


@pytest.mark.parametrize("args", PLAIN, ids=" ".join)
def test_plain_lines(args: list[str]) -> None:
    asked = plain.read(args)
    assert asked == as_click_reads(args)
    assert asked is not None
    assert asked[2] == as_click_reads(args)[2]


@pytest.mark.parametrize("args", LEFT_TO_CLICK, ids=" ".join)
def test_lines_that_are_left_to_click(args: list[str]) -> None:
    assert plain.read(args) is None


# The names that are not there, and the drafts' own, are the same whatever folder a test runs in.
WORDS = st.sampled_from(
    [*plain.SWITCHES, *plain.LISTS, *plain.VALUES, "-", "/", "check", "us", "json", "x,y", "--canon=a", "--x", "-h"]
)


@given(st.lists(WORDS, min_size=1, max_size=6))
def test_no_line_is_read_otherwise(args: list[str]) -> None:
    asked = plain.read(args)
    if asked is not None:
        assert asked == as_click_reads(args)


def test_flags_are_those_of_click() -> None:
    options = {name: option for option in command.params if isinstance(option, click.Option) for name in option.opts}
    assert all(options[flag].is_flag for flag in plain.SWITCHES)
    assert all(options[flag].multiple for flag in plain.LISTS)
    assert not any(options[flag].multiple or options[flag].is_flag for flag in plain.VALUES)
    several_values = {flag for flag in plain.VALUES if isinstance(options[flag].type, click.Choice)}
    assert several_values == {flag for flag in plain.VALUES if not plain._may_be(flag, "no value")}
    for flag in several_values:
        assert all(plain._may_be(flag, value) for value in options[flag].type.choices)


def test_no_command_is_taken_for_a_draft() -> None:
    assert set(COMMANDS) == set(cli.list_commands(click.Context(cli)))
    assert not any(plain.read([name, *more]) for name in COMMANDS if name != "check" for more in ([], ["a.txt"]))
