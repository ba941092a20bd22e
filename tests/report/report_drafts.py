"""Small drafts and findings in them, for the tests of every format."""

from __future__ import annotations

from fanlint.formats import parse
from fanlint.formats.base import Source
from fanlint.model import Finding, Fix, Safety, Severity, Span, replace
from fanlint.report import Checked, Outcome, Style, render

PLAIN = Style(color=False, width=80)


def draft(text: str, encoding: str = "utf-8", path: str = "draft.txt") -> Source:
    return parse(path, text.encode(encoding))


def place(source: Source, text: str, nth: int = 0) -> Span:
    """The span of the nth occurrence (from 0) of ``text``."""
    at = -1
    for _ in range(nth + 1):
        at = source.document.text.index(text, at + 1)
    return Span(at, at + len(text))


def fault(
    source: Source,
    text: str,
    *fixes: Fix,
    rule: str = "spelling/non-word",
    message: str = "This is no word.",
    severity: Severity = Severity.ERROR,
    nth: int = 0,
    also: tuple[Span, ...] = (),
) -> Finding:
    return Finding(rule, place(source, text, nth), message, severity, fixes, also)


def misspelt(source: Source, text: str, *choices: str, safety: Safety = Safety.SAFE) -> Finding:
    span = place(source, text)
    return fault(source, text, *(replace(span, choice, safety) for choice in choices))


def outcome(source: Source, *findings: Finding, path: str | None = None) -> Outcome:
    return Outcome((Checked(source.path if path is None else path, source, findings),))


def full(source: Source, *findings: Finding, style: Style = PLAIN) -> str:
    return render("full", outcome(source, *findings), style)
