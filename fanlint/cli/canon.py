"""``fanlint canon``: the fandoms that fanlint knows, what it knows of one, and how it gets to know another."""

from __future__ import annotations

import os

import click

from fanlint.canon.load import find_canon, read_canon, shipped_canons
from fanlint.cli import output
from fanlint.folders import shown
from fanlint.project import Project
from fanlint.session import canon_folders


@click.group("canon")
def command() -> None:
    """Show what fanlint knows of a fandom, or teach it one."""


@command.command("list")
def list_() -> None:
    """List the fandoms."""
    rows: list[tuple[str, ...]] = []
    for name, path in sorted(shipped_canons(_folders()).items()):
        canon = read_canon(path)
        rows.append((name, f"{len(canon.characters)} characters, {len(canon.terms)} terms"))
    output.put(table(rows) if rows else "No canon is installed.\n")


@command.command("show")
@click.argument("name")
def show(name: str) -> None:
    """Show the characters and terms of the canon NAME."""
    canon = read_canon(find_canon(name, _folders()))
    people = [(person.given, person.family, ", ".join(person.aliases)) for person in canon.characters]
    terms = [(term.name, term.kind, ", ".join((*term.variants, *term.english))) for term in canon.terms]
    output.put(
        f"Characters ({len(people)})\n\n{table([('given', 'family', 'also'), *people])}\n"
        f"Terms ({len(terms)})\n\n{table([('name', 'kind', 'also'), *terms])}"
    )


@command.command("search")
@click.argument("word")
@click.option("--in", "name", metavar="NAME", help="Look in this canon only.")
def search(word: str, name: str | None) -> None:
    """Look for WORD in all canons, in any spelling."""
    from fanlint.canon.review import forms_of, found

    paths = {name: find_canon(name, _folders())} if name else shipped_canons(_folders())
    rows: list[tuple[str, ...]] = []
    for canon, path in sorted(paths.items()):
        for entry in found(read_canon(path), word):
            first, *others = forms_of(entry)
            rows.append((canon, first, entry.kind, ", ".join(others)))
    if not rows:
        output.put(f"No canon has “{word}”, or anything near it.\n")
        raise click.exceptions.Exit(1)
    output.put(table([("canon", "name", "kind", "also"), *rows]))


@command.command("check")
@click.argument("file")
def check(file: str) -> None:
    """Look FILE (a canon's path or name) over: names that stand twice, near twins, English words.

    The exit code is 1 when a name stands twice; the rest are only notes.
    """
    from fanlint.canon.review import doubts
    from fanlint.language.en.lexicon import Lexicon

    found = list(doubts(read_canon(find_canon(file, _folders())), Lexicon.load()))
    faults = sum(doubt.is_fault for doubt in found)
    output.put("".join(f"{'fault' if doubt.is_fault else 'note'}: {doubt.text}\n" for doubt in found))
    notes = len(found) - faults
    shown_counts = f"{faults} {'fault' if faults == 1 else 'faults'} and {notes} {'note' if notes == 1 else 'notes'}"
    output.put(f"Found {shown_counts}.\n" if found else "All is well.\n")
    if faults:
        raise click.exceptions.Exit(1)


@command.command("diff")
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
def diff(first: str, second: str) -> None:
    """Show what canon B has otherwise than canon A (paths or names).

    - is only in A, + only in B, ~ in both and different. The exit code is 1 when there is a difference.
    """
    from fanlint.canon.review import differences

    lines = list(differences(*(read_canon(find_canon(name, _folders())) for name in (first, second))))
    output.put("".join(line + "\n" for line in lines) or "They say the same.\n")
    if lines:
        raise click.exceptions.Exit(1)


@command.command("add")
@click.argument("name")
@click.argument("entries", nargs=-1, required=True)
@click.option("--kind", default="character", help="What they are: character, place, rank, technique …")
def add(name: str, entries: tuple[str, ...], kind: str) -> None:
    """Put ENTRIES (names, given name first) into the canon NAME of this folder's stories.

    Where there is none yet, it is begun: with all that the canon of this name which ships with fanlint has, or empty.
    """
    from fanlint.canon_build.entries import Entry
    from fanlint.canon_build.write import add_entry
    from fanlint.formats.save import write_whole

    path = _own_path(name)
    shipped = shipped_canons(_folders()).get(name)
    if shipped is not None and not os.path.exists(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(shipped, "rb") as file:
            write_whole(path, file.read())
    added = 0
    for entry in entries:
        given, _, family = entry.rpartition(" ") if kind == "character" and " " in entry else (entry, "", "")
        person = {"given": given, **({"family": family} if family else {})}
        made = Entry("character", person) if kind == "character" else Entry("term", {"name": entry, "kind": kind})
        added += add_entry(path, {"name": name, "id": name}, made)
    read_canon(path)
    output.put(f"Added {added} to {shown(path)}.\n" if added else f"Nothing to add: {shown(path)} has them.\n")


@command.command("build")
@click.argument("name")
@click.option("--wiki", metavar="URL", help="Ask this wiki: the address of its first page, or of its api.php.")
@click.option("--dump", metavar="FILE", help="Read a MediaWiki XML export: .xml, .gz, .bz2, .xz or .7z.")
@click.option(
    "--pages", metavar="FILE", multiple=True, help="Read a saved page: HTML, wikitext or text. May be repeated."
)
@click.argument("more", nargs=-1, metavar="[FILE]...")
@click.option(
    "--contact", envvar="FANLINT_CONTACT", help="How the wiki's people can reach you: an e-mail address, a page."
)
@click.option("--category", default="", help="Only the pages of this category of the wiki.")
@click.option("--limit", type=click.IntRange(1), help="Only the first so many pages.")
@click.option("--since", metavar="REVISION|last", help="Fetch what has changed since the last build, or this revision.")
@click.option("--real-people", is_flag=True, help="Take actors, authors and other real people in, too.")
@click.option("--output-file", "-o", metavar="PATH", help="Where to write; otherwise where --canon NAME finds it.")
def build(name: str, **options: object) -> None:
    """Build the canon NAME from a fandom's wiki, a dump of it, or saved pages.

    What you have corrected in it stays as it is. What was fetched is kept, so building again needs no net.
    """
    from fanlint.cli.building import run

    path = options.pop("output_file") or _own_path(name)
    run(name, str(path), shipped_canons(), **options)  # type: ignore[arg-type]


def table(rows: list[tuple[str, ...]]) -> str:
    """Rows as lines with their columns under one another."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join(
        "  ".join(f"{cell:<{wide}}" for cell, wide in zip(row, widths, strict=True)).rstrip() + "\n" for row in rows
    )


def _folders() -> tuple[str, ...]:
    return canon_folders(Project().folder_settings(os.getcwd()))


def _own_path(name: str) -> str:
    """Where the project keeps its canon of this name."""
    plain = name.lower().replace(" ", "-")
    if not plain or os.path.basename(plain) != plain or plain.endswith(".toml"):
        raise click.UsageError(f"“{name}” cannot name a canon: use letters, digits and hyphens, as in harry-potter.")
    return os.path.join(_folders()[-1], f"{plain}.toml")
