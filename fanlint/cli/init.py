"""``fanlint init``: sets up a folder of stories with two questions."""

from __future__ import annotations

import os

import click

from fanlint.canon.load import find_canon, shipped_canons
from fanlint.cli import output
from fanlint.cli.words import HEADING
from fanlint.config import FILES, FOLDER, VARIETIES
from fanlint.errors import FanlintError, UnknownName

_NAMES = {"us": "American", "uk": "British", "ca": "Canadian", "au": "Australian"}
_EITHER = "any"
_QUESTION = "Which fandom? (for example naruto; separate several with commas; it is fine to leave this empty)"
_NEAREST = 3  # names to suggest for one that is not known

_CONFIG = """\
# How fanlint checks the stories in this folder. Remove the # before a setting to turn it on.

# The fandom, so that fanlint knows its names and terms. For a crossover: ["naruto", "bleach"].
{canon}

# The English you write: us, uk, ca or au. Without this line, all of them are accepted.
{english}

# How strict to be: "default", "strict", or "beta-read" for everything a beta reader might say.
# profile = "default"

# Rules you do not want. “fanlint rules” lists all rules, “fanlint explain RULE” explains one.
# ignore = ["typography"]

# Files and folders to skip.
# exclude = ["notes/", "*-old.txt"]

# Put your own names and words into {words}, one per line.
"""


@click.command("init")
@click.option("--canon", "canons", multiple=True, metavar="NAME", help="The fandom; repeat it for a crossover.")
@click.option("--english", type=click.Choice(VARIETIES), help="The English you write.")
@click.option("--yes", is_flag=True, help="Do not ask any questions.")
@click.pass_context
def command(ctx: click.Context, canons: tuple[str, ...], english: str | None, yes: bool) -> None:
    """Set up this folder of stories: its fandom and its English. No file is overwritten."""
    words = os.path.join(FOLDER, "words.txt")
    standing = [name for name in FILES[:2] if os.path.lexists(name)]
    if standing:
        click.echo(f"fanlint: {standing[0]} exists already, and nothing was changed. Open it to edit it.", err=True)
        ctx.exit(2)
    if not canons and not yes:
        canons = (click.prompt(_QUESTION, default="", show_default=False),)
    canons = tuple(dict.fromkeys(map(_known, filter(None, map(str.strip, ",".join(canons).split(","))))))
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
        canon=_setting(canons) if canons else '# canon = "naruto"',
        english=f'english = "{english}"' if english else '# english = "uk"',
        words=words.replace(os.sep, "/"),
    )
    written = ["fanlint.toml"]
    write_whole("fanlint.toml", text.encode())
    if not os.path.lexists(words):
        os.makedirs(FOLDER, exist_ok=True)
        write_whole(words, HEADING.encode())
        written.append(words)
    output.put(f"Wrote {' and '.join(written)}. Now try: fanlint\n")


def _known(name: str) -> str:
    """The name of a canon as the config is to have it; raises FanlintError, with the nearest names."""
    folders = (os.path.join(FOLDER, "canon"),)
    try:
        path = find_canon(name, folders)
    except UnknownName:
        from difflib import get_close_matches

        near = get_close_matches(name.lower().replace(" ", "-"), sorted(shipped_canons(folders)), n=_NEAREST)
        meant = f" Did you mean {' or '.join(f'“{one}”' for one in near)}?" if near else ""
        raise FanlintError(
            f"there is no canon called “{name}”.{meant} To list all canons: fanlint canon list. Nothing was written."
        ) from None
    return name if name.endswith(".toml") else os.path.basename(path).removesuffix(".toml")


def _setting(canons: tuple[str, ...]) -> str:
    quoted = [f'"{name}"' for name in canons]
    return f"canon = {quoted[0]}" if len(quoted) == 1 else f"canon = [{', '.join(quoted)}]"
