"""``fanlint explain``: a rule in words and examples, or how comments in a draft speak to fanlint."""

from __future__ import annotations

import os

import click

from fanlint.cli import output
from fanlint.cli.rules import one_line
from fanlint.language import ENGLISH
from fanlint.model import Safety, Severity
from fanlint.project import Project
from fanlint.rules.rule import ANY_LANGUAGE, Rule, brief, parse_example

_SEVERITY = {
    Severity.ERROR: "A fault.",
    Severity.WARNING: "Very likely a fault.",
    Severity.HINT: "A note: it never makes fanlint exit with 1.",
}
_SAFETY = {
    Safety.SAFE: "“--fix” mends it.",
    Safety.UNSAFE: "“--fix --unsafe-fixes” mends it; look at what it did.",
    Safety.MANUAL: "It is yours to mend.",
}

COMMENTS = """\
Comments in a draft tell fanlint what to leave alone. Readers do not see them in Markdown or HTML; in plain text they
do, so there “fanlint accept” is the better way.

  <!-- fanlint: ignore dialogue/space-inside-quotes -- she is drunk -->
      leaves that rule alone on this line; what follows “--” is for you
  <!-- fanlint: ignore-next-line spelling -->
      leaves all rules of the folder “spelling” alone on the next line
  <!-- fanlint: off grammar -->  …  <!-- fanlint: on grammar -->
      leaves them alone between the two
  <!-- fanlint: ignore-file typography -->
      leaves them alone in the whole file
  <!-- fanlint: words Miravel, chakra-weave -->
      these words are right in this file

Without a rule, ignore, ignore-next-line, off and ignore-file are about all rules. A comment that ignores nothing is
reported, so that none is left behind.
"""


@click.command("explain")
@click.argument("rules", nargs=-1, required=True)
def command(rules: tuple[str, ...]) -> None:
    """Explain RULES: what they find and why, with examples.

    “explain comments” tells how to leave something alone; “explain loose/lose”, or either word, how to tell them apart.
    """
    project = Project()
    catalog = project.session_of(project.folder_settings(os.getcwd())).catalog
    parts = []
    for name in rules:
        plain = name.rstrip("/")
        if plain == "comments":
            parts.append(COMMENTS)
        elif plain in catalog.names:
            parts.append(explanation(catalog.load(plain)))
        elif lessons := _lessons(plain):
            parts.append(lessons)
        else:
            found = [catalog.load(one) for one in catalog.matching(plain)]
            wide = max(len(rule.name) for rule in found)
            parts.append("".join(f"{rule.name:<{wide}}  {one_line(rule)}\n" for rule in found))
    output.put("\n".join(parts))


def _lessons(words: str) -> str:
    """How to tell a word, or two parted by a slash, from what it is mixed up with; empty for all else."""
    from fanlint.language.en.confusion_sets import about  # only when no rule is named

    first, _, second = words.lower().replace("’", "'").partition("/")
    found = [(other, lesson) for other, lesson in about(first) if second in ("", other)]
    parts = [[f"{first}, {other}", "", *filter(None, lesson)] for other, lesson in found]
    return "\n".join("\n".join(lines) + "\n" for lines in parts)


def explanation(rule: Rule) -> str:
    """All that a writer may want to know of a rule."""
    lines = [rule.name, "", *rule.explanation.splitlines(), ""]
    lines += [f"{_SEVERITY[rule.severity]} {_SAFETY[rule.safety]}", ""]
    if said := languages(rule):
        lines += [said, ""]
    examples = [parse_example(notation) for notation in rule.examples]
    if any(example.marks for example in examples):
        fandoms = ", ".join(rule.example_canon)
        lines.append(f"Found, with the canon {fandoms}:" if fandoms else "Found:")
        for example in examples:
            if example.marks:
                lines += _before_and_after(example.text, example.fixed)
        lines.append("")
    if not all(example.marks for example in examples):
        lines.append("Left alone:")
        lines += [
            f"    {brief(line)}" for example in examples if not example.marks for line in example.text.splitlines()
        ]
        lines.append("")
    ways = {
        f"fanlint --ignore {rule.name} …": "this time",
        f'ignore = ["{rule.name}"]': "for good, in fanlint.toml",
        f"<!-- fanlint: ignore {rule.name} -->": "on one line, at its end",
    }
    wide = max(map(len, ways))
    lines += ["To switch it off:", *(f"    {way:<{wide}}  {when}" for way, when in ways.items())]
    return "\n".join(lines) + "\n"


def languages(rule: Rule) -> str:
    """For which languages a rule is, in a sentence; nothing for one that is for English only."""
    if rule.languages == (ENGLISH,):
        return ""
    names = [code for code in rule.languages if code != ANY_LANGUAGE and code[0] != "-"]
    left_out = [code[1:] for code in rule.languages if code[0] == "-"]
    if ANY_LANGUAGE in rule.languages:
        return "For all languages" + (f" but {', '.join(left_out)}" if left_out else "") + "."
    return f"For these languages: {', '.join(names)}."


def _before_and_after(before: str, after: str) -> list[str]:
    lines = [f"  - {brief(line)}" for line in before.splitlines()]
    if after != before:
        lines += [f"  + {brief(line)}" for line in after.splitlines()]
    return lines
