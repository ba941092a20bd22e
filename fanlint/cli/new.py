"""``fanlint new rule``: a commented start for a rule of one's own, which passes its own examples."""

from __future__ import annotations

import os
import re

import click

from fanlint.cli import output
from fanlint.errors import ConfigError
from fanlint.project import Project

_PYTHON = '''\
"""{title}: finds “very unique” where “unique” is enough. Change all of this."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint import Document, Finding, Rule, Safety, Severity, Span, Story


class {class_name}(Rule):
    """*Unique* means that there is no other, so nothing can be more or less unique.

    `fanlint explain {name}` shows these lines: say what is wrong, why, and when it is right after all.
    """

    # A HINT is a note. A WARNING or an ERROR makes fanlint exit with 1.
    severity = Severity.WARNING
    # SAFE: --fix corrects it. UNSAFE: --fix --unsafe-fixes does. MANUAL: the writer does.
    safety = Safety.UNSAFE
    message = "*Unique* does not need *very*."
    # In braces: what must be found -> what the fix makes of it. Give at least two with braces and two without.
    examples = (
        "It was a {{very unique -> unique}} sword.",
        "What a {{very unique -> unique}} idea!",
        "It was a unique sword.",
        "He was very sure of it.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        for found in re.finditer(r"\\bvery unique\\b", item.text):
            yield self.found(Span(*found.span()), "unique")
'''

_TOML = """\
# {name}: finds “very unique” where “unique” is enough. Change all of this.
[{table}]
# swap replaces a phrase; avoid only reports it. CONTRIBUTING.md describes the other kinds.
kind = "swap"
# What fanlint tells the writer.
message = "*Unique* does not need *very*."
# What `fanlint explain {name}` shows.
explain = "*Unique* means that there is no other, so nothing can be more or less unique."
# A hint is a note. A warning or an error makes fanlint exit with 1.
severity = "warning"
# safe: --fix corrects it; unsafe: --fix --unsafe-fixes does; manual: the writer does.
safety = "unsafe"
# In braces: the mistake -> what it becomes. a|b is either of the two, * any one word.
swap = ["{{very unique -> unique}}"]
# Give at least two that it finds and two that it does not.
examples = [
  "It was a {{very unique -> unique}} sword.",
  "What a {{very unique -> unique}} idea!",
  "It was a unique sword.",
  "He was very sure of it.",
]
"""

_NAME = re.compile(r"[a-z][a-z0-9-]*/[a-z][a-z0-9-]*")


@click.group("new")
def command() -> None:
    """Start a rule of your own."""


@command.command("rule")
@click.argument("name", metavar="FOLDER/NAME")
@click.option("--toml", "as_toml", is_flag=True, help="Write a rule of phrases, without code.")
@click.option("--in", "home", default="rules-of-ours", show_default=True, metavar="FOLDER", help="Where to put it.")
def rule(name: str, as_toml: bool, home: str) -> None:
    """Start the rule FOLDER/NAME, for example wording/very-unique."""
    if not _NAME.fullmatch(name):
        raise click.UsageError(f"“{name}” cannot name a rule. Write it in lower case, like wording/very-unique.")
    project = Project()
    settings = project.folder_settings(os.getcwd())
    if name in project.session_of(settings).catalog.names:
        raise ConfigError(name, "there is a rule with this name already.", "Choose another name.")
    folder, table = name.split("/")
    if as_toml:
        path = os.path.join(_phrases_folder(home), f"{folder}.toml")
        _append(path, table, _TOML.format(name=name, table=table))
    else:
        path = os.path.join(home, "checks", folder, table.replace("-", "_") + ".py")
        class_name = "".join(part.capitalize() for part in table.split("-"))
        title = table.replace("-", " ").capitalize()
        _write(path, _PYTHON.format(name=name, class_name=class_name, title=title))
    output.put(f"Wrote {path}. Open it to write your rule.\n")
    if os.path.abspath(home) not in settings.plugins:
        output.put(f'To turn it on, add this to fanlint.toml:\n\n  plugins = ["{home.replace(os.sep, "/")}"]\n')


def _phrases_folder(home: str) -> str:
    """Where a folder of rules keeps its TOML: in ``rules``, unless it already has TOML files of its own."""
    inner = os.path.join(home, "rules")
    has_own = os.path.isdir(home) and any(name.endswith(".toml") for name in os.listdir(home))
    return home if has_own and not os.path.isdir(inner) else inner


def _write(path: str, text: str) -> None:
    if os.path.lexists(path):
        raise ConfigError(path, "exists already, and nothing was changed.", "Choose another name.")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _append(path: str, table: str, text: str) -> None:
    """Append a table to a file of rules, which may not exist yet."""
    from fanlint.toml import load_toml

    if not os.path.exists(path):
        _write(path, text)
        return
    if table in load_toml(path, cached=False):
        raise ConfigError(path, f"has a rule “{table}” already, and nothing was changed.", "Choose another name.")
    with open(path, "a", encoding="utf-8", newline="\n") as file:
        file.write("\n" + text)
