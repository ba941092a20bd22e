"""``fanlint check``: the command that runs when none is named."""

from __future__ import annotations

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
@click.option("--fix", is_flag=True, help="Correct what is certain, and save the drafts.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also correct what is only likely.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, but save nothing.")
@click.option(
    "--select", multiple=True, callback=_commas, metavar="RULES", help="Use only these rules or folders of rules."
)
@click.option(
    "--ignore", multiple=True, callback=_commas, metavar="RULES", help="Turn off these rules or folders of rules."
)
@click.option("--extend-select", multiple=True, callback=_commas, metavar="RULES", help="Turn on these rules as well.")
@click.option("--profile", metavar="NAME", shell_complete=_profiles, help=f"Which rules are on: {', '.join(PROFILES)}.")
@click.option("--canon", multiple=True, callback=_commas, metavar="NAME", help="The fandom; repeat it for a crossover.")
@click.option("--english", type=click.Choice(VARIETIES), help="The English you write.")
@click.option("--language", metavar="CODE", help="The language of the draft, such as es or de. [default: en]")
@click.option("--output-format", type=click.Choice(FORMATS), help="The format of the report.")
@click.option(
    "-o", "--output-file", type=click.Path(dir_okay=False), metavar="FILE", help="Write the report to a file."
)
@click.option("--statistics", is_flag=True, help="Show only the number of findings of each rule.")
@click.option("--show-settings", is_flag=True, help="Show the settings of each file and where they come from.")
@click.option("--show-files", is_flag=True, help="List the files that would be checked.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if mistakes are found.")
@click.option("--exit-non-zero-on-fix", is_flag=True, help="Exit with 1 if anything was fixed.")
@click.option(
    "--stdin-filename", metavar="NAME", help="The name of standard input in the report; its extension sets the format."
)
@click.option("--force-exclude", is_flag=True, help="Skip what “exclude” matches, even if it is named here.")
@click.option("--config", type=click.Path(), metavar="FILE", help="Use this config file.")
@click.option("--isolated", is_flag=True, help="Use no config file.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="When to use colour.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing when nothing is found, and show no progress bar.")
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **given: Any) -> None:
    """Check drafts; with --fix, also correct what is certain.

    PATHS are files or folders; - is standard input. Without PATHS, fanlint checks the current folder. In folders, it
    looks for .txt and .md files.
    """
    from fanlint.cli.checking import check_paths

    if given["config"] and given["isolated"]:
        raise click.UsageError("Use either --config or --isolated, not both.", ctx)
    ctx.exit(check_paths(*asked_for(paths or (".",), given)))
