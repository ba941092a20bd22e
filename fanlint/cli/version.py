"""``fanlint version``: the version, as ``--version`` shows it."""

from __future__ import annotations

import click

from fanlint import __version__


@click.command("version")
def command() -> None:
    """Show the version of fanlint."""
    click.echo(f"fanlint {__version__}")
