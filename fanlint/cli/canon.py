"""``fanlint canon``: the fandoms that fanlint knows, what it knows about one, and how to teach it another."""

from __future__ import annotations

import os

import click

from fanlint.canon.load import find_canon, read_canon, shipped_canons
from fanlint.cli import output
from fanlint.folders import shown
from fanlint.project import Project
from fanlint.report.counts import count
from fanlint.session import canon_folders


@click.group("canon")
def command() -> None:
    """Show what fanlint knows about a fandom, or teach it another."""


@command.command("list")
def list_() -> None:
    """List the canons that fanlint knows, with yours marked."""
    folders = _folders()
    rows: list[tuple[str, ...]] = []
    for name, path in sorted(shipped_canons(folders).items()):
        canon = read_canon(path)
        size = f"{count(len(canon.characters), 'character')}, {count(len(canon.terms), 'term')}"
        rows.append((name, size, "yours" if os.path.dirname(path) in folders else ""))
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
@click.option("--in", "name", metavar="NAME", help="Search only this canon.")
def search(word: str, name: str | None) -> None:
    """Search all canons for WORD, in any spelling."""
    from fanlint.canon.review import forms_of, found

    paths = {name: find_canon(name, _folders())} if name else shipped_canons(_folders())
    rows: list[tuple[str, ...]] = []
    for canon, path in sorted(paths.items()):
        for entry in found(read_canon(path), word):
            first, *others = forms_of(entry)
            rows.append((canon, first, entry.kind, ", ".join(others)))
    if not rows:
        output.put(f"No canon contains “{word}” or anything like it.\n")
        raise click.exceptions.Exit(1)
    output.put(table([("canon", "name", "kind", "also"), *rows]))


@command.command("check")
@click.argument("file")
def check(file: str) -> None:
    """Check FILE (the path or name of a canon) for duplicate names, names that are nearly the same, and English words.

    The exit code is 1 if two entries have the same name. The rest are only notes.
    """
    from fanlint.canon.review import doubts
    from fanlint.language.en.lexicon import Lexicon

    found = list(doubts(read_canon(find_canon(file, _folders())), Lexicon.load()))
    mistakes = sum(doubt.is_mistake for doubt in found)
    notes = len(found) - mistakes
    output.put("".join(f"{'mistake' if doubt.is_mistake else 'note'}: {doubt.text}\n" for doubt in found))
    if mistakes:
        output.put(f"{file}: {count(mistakes, 'mistake')}" + (f", {count(notes, 'note')}.\n" if notes else ".\n"))
    else:
        output.put(f"No mistakes found in {file}" + (f", only {count(notes, 'note')}.\n" if notes else ".\n"))
    if mistakes:
        raise click.exceptions.Exit(1)


@command.command("diff")
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
def diff(first: str, second: str) -> None:
    """Show how canon B differs from canon A (paths or names).

    - is only in A, + only in B, ~ in both but different. The exit code is 1 if there is a difference.
    """
    from fanlint.canon.review import differences

    lines = list(differences(*(read_canon(find_canon(name, _folders())) for name in (first, second))))
    output.put("".join(line + "\n" for line in lines) or "The two canons are the same.\n")
    if lines:
        raise click.exceptions.Exit(1)


@command.command("add")
@click.argument("name")
@click.argument("entries", nargs=-1, required=True)
@click.option("--kind", default="character", help="What they are: character, place, rank, technique …")
def add(name: str, entries: tuple[str, ...], kind: str) -> None:
    """Add ENTRIES (names, given name first) to your own canon NAME in this folder.

    If there is none yet, it starts as a copy of the canon of that name that comes with fanlint, or else empty.
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
    output.put(
        f"Added {added} to {shown(path)}.\n"
        if added
        else f"Nothing to add: {shown(path)} has {'it' if len(entries) == 1 else 'them'} already.\n"
    )


@command.command("build")
@click.argument("name")
@click.option("--wiki", metavar="URL", help="Use this wiki: the address of its main page or its api.php.")
@click.option("--dump", metavar="FILE", help="Read a MediaWiki XML export: .xml, .gz, .bz2, .xz or .7z.")
@click.option(
    "--pages", metavar="FILE", multiple=True, help="Read a saved page (HTML, wikitext or text). May be repeated."
)
@click.argument("more", nargs=-1, metavar="[FILE]...")
@click.option(
    "--contact",
    envvar="FANLINT_CONTACT",
    help="How the wiki's administrators can reach you: an email address or a web page.",
)
@click.option("--category", default="", help="Use only the pages in this category of the wiki.")
@click.option("--limit", type=click.IntRange(1), help="Use only this many pages.")
@click.option("--since", metavar="REVISION|last", help="Fetch what has changed since the last build or this revision.")
@click.option("--real-people", is_flag=True, help="Include actors, authors and other real people.")
@click.option(
    "--output-file", "-o", metavar="PATH", help="Where to write the canon. [default: where --canon NAME finds it]"
)
def build(name: str, **options: object) -> None:
    """Build the canon NAME from a fandom's wiki, a dump of it, or saved pages.

    Your corrections to the canon are kept. So is everything that was fetched, so you can build again offline.
    """
    from fanlint.cli.building import run

    path = options.pop("output_file") or _own_path(name)
    run(name, str(path), shipped_canons(), **options)  # type: ignore[arg-type]


def table(rows: list[tuple[str, ...]]) -> str:
    """Rows as lines with aligned columns."""
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
        raise click.UsageError(f"“{name}” cannot name a canon. Use letters, digits and hyphens, as in harry-potter.")
    return os.path.join(_folders()[-1], f"{plain}.toml")
