"""The command line: arguments to engine to report to exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fanlint.cli.options import Asked

# Name -> (module, what it does). The line is here so that `fanlint --help` need not import them all.
COMMANDS = {
    "check": ("check", "Check drafts, and mend what is certain with --fix."),
    "explain": ("explain", "Explain a rule, with examples."),
    "stats": ("stats", "Show stories in numbers: words, dialogue, speakers, sentences."),
    "rules": ("rules", "List all rules, and which are on."),
    "init": ("init", "Set up a folder of stories: fandom and English."),
    "accept": ("accept", "Keep what is found now, and never be told of it again."),
    "words": ("words", "Add words that are right in your stories, or list them."),
    "canon": ("canon", "Show what fanlint knows of a fandom, or build it from a wiki."),
    "new": ("new", "Begin a rule of your own."),
    "completion": ("completion", "Print what your shell needs to complete fanlint's commands."),
}


def run(args: Sequence[str] | None = None) -> int:
    """Run a command line (by default that of the process) and give its exit code."""
    from fanlint.cli import plain

    asked = plain.read(sys.argv[1:] if args is None else args)
    return _click(args) if asked is None else _check(asked)


def _click(args: Sequence[str] | None) -> int:
    from fanlint.cli.commands import run_command  # click: 17 ms, more than a page takes

    return run_command(args)


def _check(asked: Asked) -> int:
    from fanlint.cli import output
    from fanlint.cli.checking import check_paths
    from fanlint.errors import FanlintError

    try:
        return check_paths(*asked)
    except FanlintError as error:
        output.complain(error)
        return 2
    except KeyboardInterrupt:
        return 130
