"""``fanlint help``: the help of fanlint or of one of its commands, as ``--help`` shows it."""

from __future__ import annotations

import click

from fanlint.errors import UnknownName, nearest


@click.command("help")
@click.argument("names", metavar="[COMMAND]...", nargs=-1)
@click.pass_context
def command(ctx: click.Context, names: tuple[str, ...]) -> None:
    """Show help for fanlint or one of its commands, such as “fanlint help canon build”."""
    above = ctx.find_root()
    shown = above.command
    for name in names:
        inner = shown.get_command(above, name) if isinstance(shown, click.Group) else None
        if inner is None:
            known = shown.list_commands(above) if isinstance(shown, click.Group) else []
            raise UnknownName("command", name, nearest(name, known))
        above = click.Context(inner, parent=above, info_name=name, **inner.context_settings)
        shown = inner
    click.echo(above.get_help())
