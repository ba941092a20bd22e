"""``fanlint explain``: a rule in words and examples, or the comments that fanlint understands."""

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
    Severity.ERROR: "A mistake.",
    Severity.WARNING: "Very likely a mistake.",
    Severity.HINT: "A note, which never makes fanlint exit with 1.",
}
_SAFETY = {
    Safety.SAFE: "--fix corrects it.",
    Safety.UNSAFE: "--fix --unsafe-fixes corrects it; check the result.",
    Safety.MANUAL: "You correct it yourself.",
}

COMMENTS = """\
Comments in a draft tell fanlint what to ignore. Readers do not see them in Markdown or HTML. In plain text they do, so
“fanlint accept” is the better choice there.

  <!-- fanlint: ignore dialogue/space-inside-quotes -- she is drunk -->
      ignores that rule on this line; the text after “--” is for you
  <!-- fanlint: ignore-next-line spelling -->
      ignores all rules in the folder “spelling” on the next line
  <!-- fanlint: off grammar -->  …  <!-- fanlint: on grammar -->
      ignores them between the two comments
  <!-- fanlint: ignore-file typography -->
      ignores them in the whole file
  <!-- fanlint: words Miravel, chakra-weave -->
      accepts these words in this file

Without a rule, “ignore”, “ignore-next-line”, “off” and “ignore-file” apply to all rules. fanlint reports a comment that
ignores nothing, so that you can remove it.
"""


@click.command("explain")
@click.argument("rules", nargs=-1, required=True)
def command(rules: tuple[str, ...]) -> None:
    """Explain RULES: what they find and why, with examples.

    “explain comments” shows how to make fanlint ignore something. “explain loose/lose”, or either word, explains how
    the two differ.
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
    """How a word, or two separated by a slash, differs from what it is confused with; empty for anything else."""
    from fanlint.language.en.confusion_sets import about  # only when no rule is named

    first, _, second = words.lower().replace("’", "'").partition("/")
    found = [(other, lesson) for other, lesson in about(first) if second in ("", other)]
    parts = [[f"{first}, {other}", "", *filter(None, lesson)] for other, lesson in found]
    return "\n".join("\n".join(lines) + "\n" for lines in parts)


def explanation(rule: Rule) -> str:
    """Everything a writer may want to know about a rule."""
    lines = [rule.name, "", *rule.explanation.splitlines(), ""]
    lines += [f"{_SEVERITY[rule.severity]} {_SAFETY[rule.safety]}", ""]
    if said := languages(rule):
        lines += [said, ""]
    examples = [parse_example(notation) for notation in rule.examples]
    if any(example.marks for example in examples):
        fandoms = ", ".join(rule.example_canon)
        lines.append(f"Reported, with the canon {fandoms}:" if fandoms else "Reported:")
        for example in examples:
            if example.marks:
                lines += _before_and_after(example.text, example.fixed)
        lines.append("")
    if not all(example.marks for example in examples):
        lines.append("Not reported:")
        lines += [
            f"    {brief(line)}" for example in examples if not example.marks for line in example.text.splitlines()
        ]
        lines.append("")
    ways = {
        f"fanlint --ignore {rule.name} …": "this time",
        f'ignore = ["{rule.name}"]': "always, in fanlint.toml",
        f"<!-- fanlint: ignore {rule.name} -->": "on one line, at its end",
    }
    wide = max(map(len, ways))
    lines += ["To turn it off:", *(f"    {way:<{wide}}  {when}" for way, when in ways.items())]
    return "\n".join(lines) + "\n"


def languages(rule: Rule) -> str:
    """The languages a rule is for, in a sentence; empty if it is for English only."""
    if rule.languages == (ENGLISH,):
        return ""
    names = [code for code in rule.languages if code != ANY_LANGUAGE and code[0] != "-"]
    left_out = [code[1:] for code in rule.languages if code[0] == "-"]
    if ANY_LANGUAGE in rule.languages:
        return "For all languages" + (f" except {', '.join(left_out)}" if left_out else "") + "."
    return f"For these languages: {', '.join(names)}."


def _before_and_after(before: str, after: str) -> list[str]:
    lines = [f"  - {brief(line)}" for line in before.splitlines()]
    if after != before:
        lines += [f"  + {brief(line)}" for line in after.splitlines()]
    return lines
