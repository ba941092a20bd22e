"""Findings as text: a person's report, or one of the forms that other programs read."""

from collections.abc import Callable
from typing import NamedTuple

from fanlint.errors import UnknownName, nearest
from fanlint.formats.base import Source
from fanlint.model import Finding

FORMATS: tuple[str, ...] = ("full", "concise", "json", "json-lines", "sarif", "github", "rdjson", "junit")

Describe = Callable[[str], str]


class Checked(NamedTuple):
    """One linted file; ``path`` is as the user named it, "-" for standard input."""

    path: str
    source: Source
    findings: tuple[Finding, ...]


class Outcome(NamedTuple):
    """One run: its files, how many findings ``--fix`` fixed, and a line for each file that could not be read.

    ``tip`` is a line of advice about the whole run, for people.
    """

    files: tuple[Checked, ...]
    fixed: int = 0
    errors: tuple[str, ...] = ()
    tip: str = ""


class Style(NamedTuple):
    """How to show it: ``width`` in terminal columns; ``fix`` and ``unsafe`` say which flags this run had."""

    color: bool = False
    width: int = 100
    fix: bool = False
    unsafe: bool = False


def render(format: str, outcome: Outcome, style: Style, describe: Describe | None = None) -> str:
    """The whole report, ending in a newline unless it is empty; findings come in the order in which one reads.

    ``describe`` gives a rule's explanation, for the formats that carry a table of rules.
    Raises UnknownName for a format that is not in FORMATS.
    """
    if format not in FORMATS:
        raise UnknownName("output format", format, nearest(format, FORMATS))
    from importlib import import_module  # each format is loaded only when it is asked for

    module = import_module("fanlint.report." + ("json_object" if format == "json" else format.replace("-", "_")))
    write: Callable[[Outcome, Style, Describe | None], str] = module.render
    return write(outcome._replace(files=tuple(map(_in_order, outcome.files))), style, describe)


def _in_order(checked: Checked) -> Checked:
    # Findings as such sort by rule; a report is read along the draft.
    return checked._replace(findings=tuple(sorted(checked.findings, key=lambda finding: (finding.span, finding))))


def statistics(format: str, outcome: Outcome, style: Style) -> str:
    """Counts by rule, commonest first, as JSON for the formats “json” and “json-lines”, else as a table for people.

    The table is empty when nothing was found; it marks what ``--fix`` can fix.
    """
    from fanlint.report import counts  # only for --statistics

    if format not in ("json", "json-lines"):
        return counts.statistics(outcome, style)
    from fanlint.report.json_object import statistics as as_json

    return as_json(counts.counts(outcome, style))
