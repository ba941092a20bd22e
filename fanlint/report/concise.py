"""One line for each finding, ``path:line:column: rule: message``, and a last line that sums up."""

from __future__ import annotations

from fanlint.model import Finding, Safety, Severity
from fanlint.report import Checked, Describe, Outcome, Style
from fanlint.report.counts import summary
from fanlint.report.places import fixable, place_of, shown_path
from fanlint.report.screen import BOLD, CYAN, DIM, RED, YELLOW, paint, shown

_COLORS = {Severity.ERROR: (RED,), Severity.WARNING: (YELLOW,), Severity.HINT: (DIM,)}
_MARKS = {Safety.SAFE: " [*]", Safety.UNSAFE: " [~]", Safety.MANUAL: ""}


def render(outcome: Outcome, style: Style, describe: Describe | None = None) -> str:  # noqa: ARG001
    rows = [_row(checked, finding, style) for checked in outcome.files for finding in checked.findings]
    return "\n".join([*rows, summary(outcome, style)])


def _row(checked: Checked, finding: Finding, style: Style) -> str:
    place = place_of(checked.source, finding).start
    path = paint(shown(shown_path(checked.path)), BOLD, color=style.color)
    rule = paint(finding.rule, *_COLORS[finding.severity], color=style.color)
    mark = paint(_MARKS[fixable(checked.source, finding)], CYAN, color=style.color)
    return f"{path}:{place.line}:{place.column}: {rule}: {shown(finding.message)}{mark}"
