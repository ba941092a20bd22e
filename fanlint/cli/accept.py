"""``fanlint accept``: keeps what is found now, so that it is never reported again."""

from __future__ import annotations

import click

from fanlint import formats
from fanlint.cli import output
from fanlint.engine.suppress import Accepted, accept, load_accepted, save_accepted
from fanlint.errors import UnreadableFile
from fanlint.files import find_drafts, name_in
from fanlint.folders import shown
from fanlint.project import Project


@click.command("accept")
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@click.option("--rule", "rules", multiple=True, metavar="RULE", help="Keep only what this rule or folder finds.")
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], rules: tuple[str, ...]) -> None:
    """Keep all that is found in PATHS now, and never be told of it again.

    It is known again by its sentence, so it stays accepted when you write elsewhere in the draft.
    """
    project = Project()
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
