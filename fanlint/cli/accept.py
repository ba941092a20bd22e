"""``fanlint accept``: accepts what is found now, so that it is not reported again."""

from __future__ import annotations

import os

import click

from fanlint import formats
from fanlint.cli import output
from fanlint.engine.suppress import Accepted, accept, load_accepted, save_accepted
from fanlint.errors import UnreadableFile
from fanlint.files import find_drafts, name_in
from fanlint.folders import shown
from fanlint.project import Project


@click.command("accept")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--rule", "rules", multiple=True, metavar="RULE", help="Accept only what this rule or folder finds.")
@click.option("--list", "listing", is_flag=True, help="List what is accepted, by file; check nothing.")
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], rules: tuple[str, ...], listing: bool) -> None:
    """Accept everything that is found in PATHS now, so that it is not reported again.

    A finding is recognised by its sentence, so it stays accepted while you write elsewhere in the draft.
    """
    project = Project()
    if listing:
        _list(project, paths, rules)
        ctx.exit(0)
    if not paths:
        raise click.UsageError("Name a draft or a folder whose findings you want to accept.", ctx)
    found = find_drafts(paths, lambda folder: project.folder_settings(folder).exclude)
    errors = list(found.errors)
    kept: dict[str, set[Accepted]] = {}
    for draft in found.drafts:
        session = project.session(draft.path)
        settings = session.settings
        wanted = {name for rule in rules for name in session.catalog.matching(rule)}
        try:
            source = formats.read(draft.path)
        except UnreadableFile as error:
            errors.append(error)
            continue
        name = name_in(settings.root, draft.path)
        findings = session.check_source(source)
        kept.setdefault(settings.accepted_path, set()).update(
            accept(finding, source, name) for finding in findings if not rules or finding.rule in wanted
        )
    for path, accepted in kept.items():
        if accepted:
            save_accepted(path, accepted | load_accepted(path))
        count = "1 finding" if len(accepted) == 1 else f"{len(accepted)} findings"
        output.put(f"Accepted {count} in {shown(path)}.\n" if accepted else "Nothing to accept.\n")
    for problem in errors:
        output.complain(problem)
    ctx.exit(2 if errors else 0)


def _list(project: Project, paths: tuple[str, ...], rules: tuple[str, ...]) -> None:
    """Print what is accepted in a project, a paragraph for each file; of PATHS and RULES only, where they are given."""
    settings = project.folder_settings(os.path.abspath(paths[0] if paths and os.path.isdir(paths[0]) else os.curdir))
    if paths and not os.path.isdir(paths[0]):
        settings = project.settings(paths[0])
    named = [name_in(settings.root, path) for path in paths]
    wanted = {name for rule in rules for name in project.session_of(settings).catalog.matching(rule)}
    by_file: dict[str, list[Accepted]] = {}
    for entry in sorted(load_accepted(settings.accepted_path)):
        in_paths = not named or any(name in (".", entry.file) or entry.file.startswith(f"{name}/") for name in named)
        if in_paths and (not rules or entry.rule in wanted):
            by_file.setdefault(entry.file, []).append(entry)
    parts = [
        f"{file}\n" + "".join(f"  {one.rule}: “{one.text}” in: {one.sentence}\n" for one in entries)
        for file, entries in by_file.items()
    ]
    output.put("\n".join(parts) or "Nothing is accepted.\n")
