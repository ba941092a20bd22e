"""What stands in our pages: fenced blocks, the commands in them, and the files that they show."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from fanlint.cli.commands import cli

PROJECT = Path(__file__).parent.parent
_FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.S | re.M)
_FILE = re.compile(r"^In `([^`\n]+)`:\n\n```\w+\n(.*?)^```$", re.S | re.M)
_OPTION = re.compile(r"(?<![\w/-])--[a-z][a-z-]*[a-z]")


class Ran(NamedTuple):
    exit: int
    output: str


def page(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    """The contents of the fenced blocks in a language."""
    return [content for named, content in _FENCED.findall(text) if named == language]


def files(text: str) -> dict[str, str]:
    """The files that a page shows, each after a line “In `path`:”."""
    return dict(_FILE.findall(text))


def commands(text: str) -> list[str]:
    """The lines for a shell that call fanlint, in blocks and within sentences."""
    shown = [line for block in blocks(text, "sh") for line in block.splitlines()]
    shown += [line.removeprefix("$ ") for block in blocks(text, "console") for line in block.splitlines()]
    shown += re.findall(r"`(fanlint [^`]+)`", _FENCED.sub("", text))
    return [line for line in shown if line.startswith("fanlint ")]


def options(text: str) -> set[str]:
    """Everything that looks like a flag; comments of fanlint's, whose “--” begins a reason, have none."""
    return set(_OPTION.findall(text))


def run(command: str) -> Ran:
    """Run a line that calls fanlint; it is answered whatever it may ask."""
    _, *args = shlex.split(command, comments=True)
    answers = "naruto\nuk\n"
    if "<" in args:
        at = args.index("<")
        answers = Path(args[at + 1]).read_text(encoding="utf-8")
        del args[at : at + 2]
    result = CliRunner().invoke(cli, args, input=answers)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.output)
