"""``fanlint canon``: the fandoms that fanlint knows, and what it knows of one."""

from __future__ import annotations

import os

import click

from fanlint.canon.load import find_canon, read_canon, shipped_canons
from fanlint.cli import output
from fanlint.project import Project, canon_folders


@click.group("canon")
def command() -> None:
    """Show what fanlint knows of a fandom."""


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


def table(rows: list[tuple[str, ...]]) -> str:
    """Rows as lines with their columns under one another."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join(
        "  ".join(f"{cell:<{wide}}" for cell, wide in zip(row, widths, strict=True)).rstrip() + "\n" for row in rows
    )


def _folders() -> tuple[str, ...]:
    return canon_folders(Project().folder_settings(os.getcwd()))
