"""``fanlint words``: the writer's own words, one a line in a file that people can read."""

from __future__ import annotations

import os
from collections.abc import Iterable

import click

from fanlint.cli import output
from fanlint.config import read_words, word_of
from fanlint.folders import shown
from fanlint.project import Project

HEADING = """\
# Words and names that are right in these stories, one a line.
# fanlint words add WORD puts one in; you may as well write it here yourself.
"""


@click.group("words")
def command() -> None:
    """Add words that are right in your stories, or list them."""


@command.command("add")
@click.argument("words", nargs=-1, required=True)
def add(words: tuple[str, ...]) -> None:
    """Add WORDS to the words file of this folder's stories."""
    path = _path()
    added = add_words(path, words)
    count = "1 word" if len(added) == 1 else f"{len(added)} words"
    output.put(f"Added {count} to {shown(path)}.\n" if added else f"Nothing to add: {shown(path)} has them.\n")


@command.command("list")
def list_() -> None:
    """List the words of the words file."""
    output.put("".join(f"{word}\n" for word in read_words(_path())))


def _path() -> str:
    return Project().folder_settings(os.getcwd()).words_path


def add_words(path: str, words: Iterable[str]) -> list[str]:
    """Put words into a words file, sorted whatever their case, comments at its head. Gives those that were new."""
    from fanlint.formats.save import write_whole

    known = set(read_words(path))  # an unreadable file is refused here, before anything is written
    added = [
        word for word in dict.fromkeys(" ".join(word.split()) for word in words) if word_of(word) and word not in known
    ]
    if not added:
        return []
    text = HEADING
    if os.path.exists(path):
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    comments = [line for line in lines if not word_of(line)]
    entries = sorted((line for line in (*lines, *added) if word_of(line)), key=lambda line: (line.casefold(), line))
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    write_whole(path, "".join(line + "\n" for line in (*comments, *entries)).encode())
    return added
