"""The report for a writer: each finding underlined in its line of the draft, with what to do about it."""

from __future__ import annotations

from fanlint.model import Finding, Safety, Severity, Span
from fanlint.report import Checked, Describe, Outcome, Style
from fanlint.report.advice import advice
from fanlint.report.counts import UNKNOWN_NAME, summary, tally
from fanlint.report.places import Range, fixable, place_of, shown_path
from fanlint.report.screen import (
    BOLD,
    CYAN,
    DIM,
    GREEN,
    INVERSE,
    RED,
    TIE,
    YELLOW,
    excerpt,
    mentions,
    paint,
    shown,
    width,
    wrap,
)

_COLORS = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.HINT: CYAN}
_NARROWEST = 40  # columns; a narrower terminal wraps by itself
_MOST_LINES = 6
_NAMES = f"Names not in any canon (add them with `{TIE.join(('fanlint', 'words', 'add', 'NAME'))}`):"


def render(outcome: Outcome, style: Style, describe: Describe | None = None) -> str:  # noqa: ARG001
    style = style._replace(width=max(style.width, _NARROWEST))
    several = len(outcome.files) > 1
    parts: list[str] = []
    for checked in outcome.files:
        if checked.findings:
            if several:
                parts.append(_heading(checked, style))
            parts += _file(checked, style)
    if outcome.tip:
        rows = wrap([(outcome.tip, ())], style.width - 2, style.color)
        parts.append("\n".join("  " + row for row in rows))
    return "\n\n".join([*parts, summary(outcome, style)])


def _heading(checked: Checked, style: Style) -> str:
    found = tally(Outcome((checked,)))
    path = paint(shown(shown_path(checked.path)), BOLD, color=style.color)
    return f"{path}: {', '.join(found.parts)}"


def _file(checked: Checked, style: Style) -> list[str]:
    """A paragraph for each finding, and one for all names that are not in any canon."""
    one_by_one = [finding for finding in checked.findings if finding.rule != UNKNOWN_NAME]
    names = [finding for finding in checked.findings if finding.rule == UNKNOWN_NAME]
    places = [place_of(checked.source, finding) for finding in one_by_one]
    gutter = max((len(str(place.start.line)) for place in places), default=0) + 2
    parts = [_finding(checked, *item, gutter, style) for item in zip(one_by_one, places, strict=True)]
    return [*parts, _names(checked, names, style)] if names else parts


def _finding(checked: Checked, finding: Finding, place: Range, gutter: int, style: Style) -> str:
    rows = [*_quotation(checked, finding, place, gutter, style)]
    indent = " " * (gutter + 1)
    said = [
        (finding.message, (DIM,) if finding.severity is Severity.HINT else ()),
        (advice(checked.source, finding), (GREEN,)),
        (_further(checked, finding.also), (DIM,)),
    ]
    rows += [indent + mentions(row, color=style.color) for row in wrap(said, style.width - len(indent), style.color)]
    where = f"{shown(shown_path(checked.path))}:{place.start.line}:{place.start.column}"
    remark = _remark(fixable(checked.source, finding), finding, style)
    rows.append(indent + paint("  ".join(filter(None, (where, finding.rule, remark))), DIM, color=style.color))
    return "\n".join(rows)


def _quotation(checked: Checked, finding: Finding, place: Range, gutter: int, style: Style) -> tuple[str, ...]:
    """The line of the draft, cut to the terminal, and the underline."""
    start, end = place
    line = checked.source.line(start.line)
    stop = end.column - 1 if end.line == start.line else len(line)
    # One column stays free for a mark after the last character.
    before, found, after = excerpt(line, start.column - 1, stop, style.width - gutter - 4)
    color = _COLORS[finding.severity]
    mark = "~" if finding.severity is Severity.HINT else "^"
    under = mark * max(width(found), 1) + "…" * (end.line > start.line and end.column > 1)
    quoted = before + paint(found, INVERSE if found.isspace() else BOLD, color=style.color) + after
    underline = " " * width(before) + paint(under, color, color=style.color)
    margins = (paint(f"{number:>{gutter}} |", DIM, color=style.color) for number in (start.line, ""))
    return tuple(f"{margin} {text}".rstrip() for margin, text in zip(margins, (quoted, underline), strict=True))


def _further(checked: Checked, also: tuple[Span, ...]) -> str:
    if not also:
        return ""
    lines = list(dict.fromkeys(str(checked.source.locate(span.start).line) for span in also))
    numbers = ", ".join(lines[:_MOST_LINES]) + ", …" * (len(lines) > _MOST_LINES)
    places = "place" if len(also) == 1 else "places"
    return f"And {len(also):,} more {places}: {'line' if len(lines) == 1 else 'lines'} {numbers}."


def _remark(sure: Safety, finding: Finding, style: Style) -> str:
    """What to know before deciding: whether a flag fixes it, and whether it is only a note."""
    note = "note" if finding.severity is Severity.HINT else ""
    if sure is Safety.MANUAL or (style.fix and (style.unsafe or sure is Safety.SAFE)):
        return note
    return "  ".join(filter(None, (note, "[--fix]" if sure is Safety.SAFE else "[--unsafe-fixes]")))


def _names(checked: Checked, findings: list[Finding], style: Style) -> str:
    """All unknown names in one list, commonest first."""
    items = []
    for finding in sorted(findings, key=lambda finding: -len(finding.also)):
        name = shown(checked.source.document.slice(finding.span))
        times = f" ×{len(finding.also) + 1}" if finding.also else ""
        item = f"{name}{times} (line {checked.source.locate(finding.span.start).line})"
        items.append(item.replace(" ", TIE))
    title = wrap([(_NAMES, (BOLD,))], style.width - 2, style.color)
    rows = wrap([(", ".join(items), ())], style.width - 4, style.color)
    return "\n".join(["  " + row for row in title] + ["    " + row for row in rows])
