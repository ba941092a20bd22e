"""The whole run as one JSON object; docs/json-schema.json describes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from fanlint.formats.base import Source
from fanlint.model import Finding, Fix
from fanlint.report import Checked, Describe, Outcome, Style
from fanlint.report.places import in_file, new_text, place_of, shown_path, sureness, text_of

if TYPE_CHECKING:
    from fanlint.report.counts import Count

VERSION = 1

# JSON allows these inside a string, but to many readers each of them ends a line.
_ENDS_A_LINE = str.maketrans({char: f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"})


def render(outcome: Outcome, style: Style, describe: Describe | None = None) -> str:  # noqa: ARG001
    # One finding a line: two reports can be compared with diff.
    lines = ",\n".join("  " + dump(record) for record in records(outcome))
    findings = f"[\n{lines}\n ]" if lines else "[]"
    errors = dump([shown_path(line) for line in outcome.errors])
    return f'{{"version": {VERSION},\n "findings": {findings},\n "errors": {errors},\n "fixed": {outcome.fixed}}}\n'


def statistics(counts: list[Count]) -> str:
    """Counts by rule as one JSON object, a rule a line."""
    lines = ",\n".join(
        "  " + dump({"rule": each.rule, "count": each.number, "fixable": each.fixable}) for each in counts
    )
    listed = f"[\n{lines}\n ]" if lines else "[]"
    return f'{{"version": {VERSION},\n "statistics": {listed}}}\n'


def dump(value: object) -> str:
    """JSON on one line, whichever characters it holds."""
    return json.dumps(value, ensure_ascii=False).translate(_ENDS_A_LINE)


def records(outcome: Outcome) -> list[dict[str, Any]]:
    """Every finding of a run as plain values, in the order of design and schema."""
    return [_record(checked, finding) for checked in outcome.files for finding in checked.findings]


def _record(checked: Checked, finding: Finding) -> dict[str, Any]:
    source = checked.source
    place = place_of(source, finding)
    record: dict[str, Any] = {
        "path": shown_path(checked.path),
        "rule": finding.rule,
        "severity": finding.severity.name.lower(),
        "message": finding.message,
        "line": place.start.line,
        "column": place.start.column,
        "end_line": place.end.line,
        "end_column": place.end.column,
        "span": place.span,
        "text": text_of(source, finding),
        "fixes": [_fix(source, fix) for fix in finding.fixes],
    }
    if finding.also:
        record["also"] = [in_file(source, span).span for span in finding.also]
    return record


def _fix(source: Source, fix: Fix) -> dict[str, Any]:
    return {
        "title": fix.title,
        "safety": sureness(source, fix).name.lower(),
        "edits": [{"span": in_file(source, span).span, "text": new_text(source, text)} for span, text in fix.edits],
    }
