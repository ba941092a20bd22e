"""``fanlint stats``: a story in numbers."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from fanlint import formats
from fanlint.cli import output
from fanlint.config import FLAGS, Layer
from fanlint.errors import FanlintError, UnreadableFile
from fanlint.files import find_drafts
from fanlint.project import Project

if TYPE_CHECKING:
    from fanlint.stats.screen import Look

_STDIN = "-"
_FORMATS = ("full", "json")
_TOLD = 10  # distinctive words shown on the screen
_KEPT = 50  # … and in JSON


@click.command("stats", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATHS | -]...")
@click.option("--canon", multiple=True, metavar="NAME", help="The fandom; repeat it for a crossover.")
@click.option("--output-format", "format", type=click.Choice(_FORMATS), default="full", help="Tables or JSON.")
@click.option("--config", type=click.Path(), metavar="FILE", help="Use this config file.")
@click.option("--isolated", is_flag=True, help="Use no config file.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="When to use colour.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    canon: tuple[str, ...],
    format: str,
    config: str | None,
    isolated: bool,
    color: str,
) -> None:
    """Show stories in numbers: words, dialogue, speakers, names, sentences and readability.

    PATHS are files or folders; - is standard input. Without PATHS, fanlint counts the current folder. Several files get
    a line each and a total.
    """
    paths = paths or (".",)
    if config and isolated:
        raise click.UsageError("Use either --config or --isolated, not both.", ctx)
    project = Project(Layer({"canon": canon}, FLAGS) if canon else None, config=config, isolated=isolated)
    named = [path for path in paths if path != _STDIN]
    found = find_drafts(named, lambda folder: project.folder_settings(folder).exclude)
    drafts = [*(draft.path for draft in found.drafts), *([_STDIN] if _STDIN in paths else [])]
    ctx.exit(_show(drafts, project, list(found.errors), format, color))


def _show(paths: list[str], project: Project, errors: list[FanlintError], format: str, color: str) -> int:
    """Count and print; 2 where something could not be read."""
    from fanlint.language.en.lexicon import Lexicon
    from fanlint.stats.numbers import add, count, telling

    files = []
    for path in paths:
        try:
            source = formats.parse(path, sys.stdin.buffer.read()) if path == _STDIN else formats.read(path)
        except UnreadableFile as error:
            errors.append(error)
            continue
        files.append((path, count(project.session(path).story(source.document))))
    total = add([numbers for _, numbers in files])
    words = telling(total, Lexicon.load(), _KEPT if format == "json" else _TOLD)
    if format == "json":
        from fanlint.stats.record import render as as_json

        output.put(as_json(files, total, words, [str(problem) for problem in errors]))
    elif files:
        from fanlint.stats.screen import render

        output.put(render(files, total, words, _look(color)))
    for problem in errors:
        output.complain(problem)
    if not files and not errors:
        click.echo("fanlint: no drafts found. fanlint looks for .txt and .md files.", err=True)
    return 2 if errors else 0


def _look(color: str) -> Look:
    """What the terminal can show."""
    from fanlint.stats.screen import Look

    try:
        "█×–".encode(sys.stdout.encoding or "ascii")
        bar = "█"
    except UnicodeEncodeError:
        bar = "#"
    return Look(output.columns(sys.stdout), output.wants_color(color, sys.stdout), bar)
