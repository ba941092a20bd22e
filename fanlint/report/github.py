"""Workflow commands of GitHub Actions, which shows them as annotations on the lines of a pull request."""

from __future__ import annotations

from fanlint.model import Finding, Severity
from fanlint.report import Checked, Describe, Outcome, Style
from fanlint.report.advice import advice
from fanlint.report.places import place_of, shown_path

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def render(outcome: Outcome, style: Style, describe: Describe | None = None) -> str:  # noqa: ARG001
    rows = [_row(checked, finding) for checked in outcome.files for finding in checked.findings]
    rows += [f"::error title=fanlint::{_data(shown_path(line))}" for line in outcome.errors]
    return "".join(row + "\n" for row in rows)


def _row(checked: Checked, finding: Finding) -> str:
    start, end = place_of(checked.source, finding)
    properties = {"file": shown_path(checked.path), "line": start.line, "endLine": end.line}
    if start.line == end.line:  # GitHub takes no columns over several lines
        properties |= {"col": start.column, "endColumn": end.column}
    properties["title"] = f"fanlint ({finding.rule})"
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    message = " ".join(filter(None, (finding.message, advice(checked.source, finding))))
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
