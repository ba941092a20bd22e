"""The commands as click knows them; each is imported when it is called."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import click

from fanlint import __version__
from fanlint.cli import COMMANDS
from fanlint.errors import FanlintError, nearest


class Commands(click.Group):
    """A group whose commands are imported late, and whose first argument may be a draft instead of a command."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = __import__(f"fanlint.cli.{COMMANDS[cmd_name][0]}", fromlist=["command"])
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        completing = ctx.resilient_parsing
        if not args and not completing:
            args = ["check"]
        elif args and args[0] not in COMMANDS and args[0] not in ("--help", "-h", "--version"):
            if not completing:
                _refuse_mistyped_command(ctx, args[0])
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except FanlintError as error:
            from fanlint.cli import output  # with the reports, which --help and --version do without

            output.complain(error)
            ctx.exit(2)
        except (KeyboardInterrupt, click.Abort):  # the latter from a question
            ctx.exit(130)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem

        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]


def _refuse_mistyped_command(ctx: click.Context, first: str) -> None:
    """Say so when the first argument is not a file but looks like a mistyped command."""
    if first.isalpha() and not os.path.lexists(first) and (hint := nearest(first, tuple(COMMANDS))):
        raise click.UsageError(f"There is no file or command called “{first}”. Did you mean “{hint}”?", ctx)


@click.group(
    cls=Commands,
    name="fanlint",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="%(prog)s %(version)s", prog_name="fanlint")
def cli() -> None:
    """fanlint proofreads fan fiction, offline and fast.

    \b
      fanlint                    check the drafts in this folder
      fanlint draft.txt          check one draft
      fanlint --fix draft.txt    check it and correct what is certain
      fanlint help check         all options of check

    Exit codes: 0 nothing to fix, 1 mistakes found (or --diff would change something), 2 an error.
    """


def run_command(args: Sequence[str] | None = None) -> int:
    """Run a command line and give its exit code."""
    try:
        cli.main(args=None if args is None else list(args), prog_name="fanlint")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0 if done.code is None else 2
