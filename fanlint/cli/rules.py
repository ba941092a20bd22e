"""``fanlint rules``: all rules, and which are on."""

from __future__ import annotations

import os
import sys

import click

from fanlint.cli import output
from fanlint.config import FLAGS, Layer
from fanlint.model import Safety
from fanlint.project import Project
from fanlint.rules.rule import Rule

FIXES = {Safety.SAFE: "--fix", Safety.UNSAFE: "--unsafe-fixes", Safety.MANUAL: ""}


@click.command("rules")
@click.argument("folders", nargs=-1)
@click.option("--profile", metavar="NAME", help="Show which rules this profile turns on.")
@click.option("--output-format", "format", type=click.Choice(("full", "json")), default="full", help="A table or JSON.")
def command(folders: tuple[str, ...], profile: str | None, format: str) -> None:
    """List all rules, or those in FOLDERS, and show which are on."""
    project = Project(Layer({"profile": profile}, FLAGS) if profile else None)
    session = project.session_of(project.folder_settings(os.getcwd()))
    catalog = session.catalog
    on = {rule.name for rule in session.rules()}
    names = sorted({name for folder in folders for name in catalog.matching(folder)}) if folders else catalog.names
    rules = [catalog.load(name) for name in names]
    output.put(_json(rules, on) if format == "json" else _table(rules, on))


def one_line(rule: Rule) -> str:
    """The first sentence of a rule's explanation."""
    text = " ".join((rule.explanation or rule.message).split())
    end = min((at + 1 for mark in (". ", "! ", "? ", ".” ") if (at := text.find(mark)) > 0), default=len(text))
    return text[:end].rstrip()


def _table(rules: list[Rule], on: set[str]) -> str:
    wide = max((len(rule.name) for rule in rules), default=0)
    fixes = max(map(len, FIXES.values()))
    most = output.columns(sys.stdout)
    lines = []
    for rule in rules:
        state = "on" if rule.name in on else "off"
        line = f"{rule.name:<{wide}}  {state:<3}  {FIXES[rule.safety]:<{fixes}}  {one_line(rule)}"
        lines.append(line if len(line) <= most else line[: most - 1] + "…")
    return "".join(line + "\n" for line in lines)


def _json(rules: list[Rule], on: set[str]) -> str:
    import json

    table = [
        {
            "name": rule.name,
            "on": rule.name in on,
            "severity": rule.severity.name.lower(),
            "safety": rule.safety.name.lower(),
            "languages": rule.languages,
            "summary": one_line(rule),
            "explanation": rule.explanation,
            "examples": rule.examples,
        }
        for rule in rules
    ]
    return json.dumps({"version": 1, "rules": table}, ensure_ascii=False, indent=1) + "\n"
