"""The command line: arguments to engine to report to exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fanlint.cli.options import Asked

# Name -> (module, what it does). The line is here so that `fanlint --help` need not import them all.
COMMANDS = {
    "check": ("check", "Check drafts; with --fix, also correct what is certain."),
    "explain": ("explain", "Explain a rule, with examples."),
    "stats": ("stats", "Show stories in numbers: words, dialogue, speakers, sentences."),
    "rules": ("rules", "List all rules and show which are on."),
    "init": ("init", "Set up a folder of stories: its fandom and its English."),
    "accept": ("accept", "Accept what is found now, so that it is not reported again."),
    "words": ("words", "Add words that are right in your stories, remove or list them."),
    "canon": ("canon", "Show what fanlint knows about a fandom, or build a canon from a wiki."),
    "new": ("new", "Start a rule of your own."),
    "completion": ("completion", "Print a script that lets your shell complete fanlint's commands."),
    "help": ("help", "Show help for fanlint or one of its commands."),
    "version": ("version", "Show the version of fanlint."),
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
