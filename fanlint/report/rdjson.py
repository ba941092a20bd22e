"""The diagnostic format of reviewdog, whose columns are bytes of UTF-8 from 1."""

from __future__ import annotations

from typing import Any

from fanlint.formats.base import Location, Source
from fanlint.model import Edit, Finding, Fix, Severity, Span, splice
from fanlint.report import Checked, Describe, Outcome, Style
from fanlint.report.advice import MOST_CHOICES
from fanlint.report.json_object import dump
from fanlint.report.places import Range, in_file, new_text, place_of, shown_path

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.HINT: "INFO"}


def render(outcome: Outcome, style: Style, describe: Describe | None = None) -> str:  # noqa: ARG001
    diagnostics = [_diagnostic(checked, finding) for checked in outcome.files for finding in checked.findings]
    return dump({"source": {"name": "fanlint"}, "diagnostics": diagnostics}) + "\n"


def _diagnostic(checked: Checked, finding: Finding) -> dict[str, Any]:
    source = checked.source
    diagnostic: dict[str, Any] = {
        "message": finding.message,
        "location": {"path": shown_path(checked.path), "range": _range(source, place_of(source, finding))},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    fixes = [fix for fix in finding.fixes if source.can_apply(fix)]
    if fixes:
        diagnostic["suggestions"] = [_suggestion(source, fix) for fix in fixes[:MOST_CHOICES]]
    return diagnostic


def _suggestion(source: Source, fix: Fix) -> dict[str, Any]:
    """One range and its new text: each suggestion is taken alone, and a fix is applied whole or not at all."""
    start, end = in_file(source, fix.hull)
    raw = source.written[start.offset : end.offset]
    edits = []
    for span, text in fix.edits:
        begin, stop = in_file(source, span).span
        edits.append(Edit(Span(begin - start.offset, stop - start.offset), new_text(source, text)))
    return {"range": _range(source, in_file(source, fix.hull)), "text": splice(raw, edits)}


def _range(source: Source, place: Range) -> dict[str, Any]:
    return {"start": _position(source, place.start), "end": _position(source, place.end)}


def _position(source: Source, place: Location) -> dict[str, int]:
    before = source.line(place.line)[: place.column - 1]
    return {"line": place.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
