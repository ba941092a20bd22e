"""``fanlint check``: the command that is meant when none is named."""

from __future__ import annotations

import sys
from typing import Any

import click

from fanlint.cli.options import asked_for, items
from fanlint.config import PROFILES, VARIETIES
from fanlint.report import FORMATS


def _commas(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The items of a flag that may be repeated and may hold lists with commas."""
    return tuple(item for value in values for item in items(value))


def _profiles(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    return [name for name in PROFILES if name.startswith(incomplete)]


@click.command("check", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATHS | -]...")
@click.option("--fix", is_flag=True, help="Mend what is certain, and save.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: mend what is only likely, too.")
@click.option("--diff", is_flag=True, help="Show what --fix would change; save nothing.")
@click.option("--select", multiple=True, callback=_commas, metavar="RULES", help="Use only these rules or folders.")
@click.option("--ignore", multiple=True, callback=_commas, metavar="RULES", help="Leave these rules or folders out.")
@click.option("--extend-select", multiple=True, callback=_commas, metavar="RULES", help="Use these rules as well.")
@click.option("--profile", metavar="NAME", shell_complete=_profiles, help=f"Which rules are on: {', '.join(PROFILES)}.")
@click.option("--canon", multiple=True, callback=_commas, metavar="NAME", help="The fandom; repeat it for a crossover.")
@click.option("--english", type=click.Choice(VARIETIES), help="The English you write.")
@click.option("--language", metavar="CODE", help="The language you write, such as es or de; without it, en.")
@click.option("--output-format", type=click.Choice(FORMATS), help="How to show what was found.")
@click.option(
    "-o", "--output-file", type=click.Path(dir_okay=False), metavar="FILE", help="Write the report to a file."
)
@click.option("--statistics", is_flag=True, help="Only count, by rule.")
@click.option("--show-settings", is_flag=True, help="Show the settings of each file, and who set them.")
@click.option("--show-files", is_flag=True, help="List the files that would be checked.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever was found.")
@click.option("--exit-non-zero-on-fix", is_flag=True, help="Exit with 1 if anything was mended.")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input; its ending tells the format.")
@click.option("--force-exclude", is_flag=True, help="Leave out what “exclude” says, even if named here.")
@click.option("--config", type=click.Path(), metavar="FILE", help="Use this config file.")
@click.option("--isolated", is_flag=True, help="Use no config file.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="When to use colour.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing when nothing is found; show no progress.")
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **given: Any) -> None:
    """Check drafts, and mend what is certain with --fix.

    PATHS are files or folders; - is standard input. In folders, fanlint looks for .txt and .md files.
    """
    from fanlint.cli.checking import check_paths

    if not paths:
        if sys.stdin.isatty():
            raise click.UsageError("Name a draft or a folder to check, or - for standard input.", ctx)
        paths = ("-",)
    if given["config"] and given["isolated"]:
        raise click.UsageError("--config and --isolated contradict each other.", ctx)
    ctx.exit(check_paths(*asked_for(paths, given)))
