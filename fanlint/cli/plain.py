"""Reads the plain command lines of check, those with valid paths and flags and nothing else, without click.

Click takes 17 ms to import and set up, more than it takes to check a page. Everything else (help, another command, a
mistake, a missing file) is left to click; a test keeps the two in step.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from fanlint.cli import COMMANDS

if TYPE_CHECKING:
    from fanlint.cli.options import Asked

SWITCHES = (
    "--fix",
    "--unsafe-fixes",
    "--diff",
    "--statistics",
    "--show-settings",
    "--show-files",
    "--exit-zero",
    "--exit-non-zero-on-fix",
    "--force-exclude",
    "--isolated",
    "-q",
    "--quiet",
)
LISTS = ("--select", "--ignore", "--extend-select", "--canon")
VALUES = ("--profile", "--english", "--output-format", "--stdin-filename", "--color")
_EXPANDED = frozenset("*?[]~$%")  # what the shell of Windows leaves for the program to expand


def read(args: Sequence[str]) -> Asked | None:
    """What a command line asks of check, or None if click has to read it."""
    command = args[0] if args and args[0] in COMMANDS else "check"
    if command != "check" or "_FANLINT_COMPLETE" in os.environ:
        return None
    if any(not arg or _EXPANDED.intersection(arg) for arg in args):
        return None
    paths: list[str] = []
    given: dict[str, Any] = {}
    lists: dict[str, str] = {}
    rest = iter(args[1:] if args[:1] == [command] else args)
    for arg in rest:
        if arg == "-" or (not arg.startswith("-") and os.access(arg, os.R_OK)):
            paths.append(arg)
        elif arg in SWITCHES:
            given["quiet" if arg == "-q" else _name(arg)] = True
        else:
            flag, equals, value = arg.partition("=")
            value = value if equals else next(rest, "")
            if not value or value.startswith("-"):
                return None
            if flag in LISTS:
                lists[flag] = f"{lists.get(flag, '')},{value}"
            elif flag in VALUES and _may_be(flag, value):
                given[_name(flag)] = value
            else:
                return None
    if not paths:
        return None
    from fanlint.cli.options import asked_for, items  # with the settings, which other commands may not need

    given.update((_name(flag), items(value)) for flag, value in lists.items())
    return asked_for(paths, given)


def _name(flag: str) -> str:
    return flag.removeprefix("--").replace("-", "_")


def _may_be(flag: str, value: str) -> bool:
    """Whether a flag that has a few values has this one."""
    if flag == "--english":
        from fanlint.config import VARIETIES

        return value in VARIETIES
    if flag == "--output-format":
        from fanlint.report import FORMATS

        return value in FORMATS
    return flag != "--color" or value in ("auto", "always", "never")
