"""``fanlint completion``: what a shell needs to complete fanlint's commands."""

from __future__ import annotations

import click

from fanlint.cli import output
from fanlint.cli.commands import cli

_WHERE = {
    "bash": 'eval "$(fanlint completion bash)"          # in ~/.bashrc',
    "zsh": 'eval "$(fanlint completion zsh)"           # in ~/.zshrc',
    "fish": "fanlint completion fish | source           # in ~/.config/fish/config.fish",
    "powershell": "fanlint completion powershell | Out-String | Invoke-Expression   # in $PROFILE",
}


@click.command("completion", epilog="\b\n" + "\n".join(_WHERE.values()))
@click.argument("shell", type=click.Choice(tuple(_WHERE)))
def command(shell: str) -> None:
    """Print a script that lets your shell complete fanlint's commands. Load it in your shell's startup file:"""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"This version of click cannot complete {shell}. Try: pip install --upgrade click")
    output.put(kind(cli, {}, "fanlint", "_FANLINT_COMPLETE").source().strip() + "\n")
