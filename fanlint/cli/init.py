"""``fanlint init``: sets up a folder of stories with two questions."""

from __future__ import annotations

import os

import click

from fanlint.canon.load import find_canon, shipped_canons
from fanlint.cli import output
from fanlint.cli.words import HEADING
from fanlint.config import FILES, FOLDER, VARIETIES
from fanlint.errors import UnknownName

_NAMES = {"us": "American", "uk": "British", "ca": "Canadian", "au": "Australian"}
_EITHER = "any"

_CONFIG = """\
# How fanlint checks the stories in this folder. A line that begins with # is switched off.

# The fandom, so that its names and terms are known; several for a crossover: ["naruto", "bleach"].
{canon}

# The English you write: us, uk, ca or au. Without this line all are right.
{english}

# How strict to be: "default", "strict", or "beta-read" for all a beta reader might say.
# profile = "default"

# Rules you do not want. “fanlint rules” lists them all, “fanlint explain RULE” explains one.
# ignore = ["typography"]

# Files and folders to leave out.
# exclude = ["notes/", "*-old.txt"]

# Names and words of your own go into {words}, one a line.
"""


@click.command("init")
@click.option("--canon", metavar="NAME", help="The fandom.")
@click.option("--english", type=click.Choice(VARIETIES), help="The English you write.")
@click.option("--yes", is_flag=True, help="Ask nothing.")
@click.pass_context
def command(ctx: click.Context, canon: str | None, english: str | None, yes: bool) -> None:
    """Set up this folder of stories: fandom and English. Nothing that is there is overwritten."""
    words = os.path.join(FOLDER, "words.txt")
    standing = [name for name in FILES[:2] if os.path.lexists(name)]
    if standing:
        click.echo(f"fanlint: {standing[0]} is here already; nothing was changed. Open it to change it.", err=True)
        ctx.exit(2)
    if canon:
        find_canon(canon)
    if canon is None and not yes:
        canon = _ask_canon()
    if english is None and not yes:
        answer = click.prompt(
            "Which English do you write? (" + ", ".join(f"{code}: {name}" for code, name in _NAMES.items()) + ")",
            type=click.Choice((*VARIETIES, _EITHER)),
            default=_EITHER,
            show_choices=False,
        )
        english = None if answer == _EITHER else answer
    from fanlint.formats.save import write_whole

    text = _CONFIG.format(
        canon=f'canon = "{canon}"' if canon else '# canon = "naruto"',
        english=f'english = "{english}"' if english else '# english = "uk"',
        words=words.replace(os.sep, "/"),
    )
    written = ["fanlint.toml"]
    write_whole("fanlint.toml", text.encode())
    if not os.path.lexists(words):
        os.makedirs(FOLDER, exist_ok=True)
        write_whole(words, HEADING.encode())
        written.append(words)
    output.put(f"Wrote {' and '.join(written)}. Now try: fanlint .\n")


def _ask_canon() -> str | None:
    """Ask for the fandom until it is one that is known, or none."""
    known = sorted(shipped_canons())
    while True:
        answer = click.prompt(
            f"Which fandom? (known: {', '.join(known) or 'none yet'}; leave it empty for none)",
            default="",
            show_default=False,
        ).strip()
        if not answer:
            return None
        try:
            find_canon(answer)
        except UnknownName as error:
            click.echo(str(error)[:1].upper() + str(error)[1:])
        else:
            return str(answer)
