"""Applies fixes: whole, none within what another relied on, again and again until nothing is left to fix."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from fanlint.errors import FightingRules
from fanlint.formats.base import Source
from fanlint.model import Edit, Finding, Fix, Safety, Span

_MOST_PASSES = 100
_MOST_GROWTH = 10_000  # code points; a text that more than doubles is being fed by its own fixes


class Fixed(NamedTuple):
    """A source with its fixes applied, the findings fixed on the way, and those that are left."""

    source: Source
    fixed: tuple[Finding, ...]
    left: tuple[Finding, ...]


def fix(source: Source, check: Callable[[Source], list[Finding]], safety: Safety) -> Fixed:
    """Apply every first fix that is at least as sure as ``safety``; ``check`` gives the findings of a source in order.

    Raises FightingRules, naming them, when a text comes back that was seen before, or grows without end.
    """
    fixed: list[Finding] = []
    seen: dict[str, int] = {}
    history: list[list[str]] = []
    while True:
        found = check(source)
        chosen = _choose(found, source, safety)
        if not chosen:
            return Fixed(source, tuple(fixed), tuple(found))
        text = source.written
        grown = bool(seen) and len(text) > 2 * len(next(iter(seen))) + _MOST_GROWTH
        if text in seen or grown or len(history) >= _MOST_PASSES:
            rules = {rule for names in history[seen.get(text, -2) :] for rule in names}
            raise FightingRules(source.path, tuple(sorted(rules)))
        seen[text] = len(history)
        history.append([finding.rule for finding in chosen])
        fixed += chosen
        source = source.apply(_edits(chosen))


def _edits(chosen: list[Finding]) -> list[Edit]:
    return sorted(edit for finding in chosen for edit in finding.fixes[0].edits)


def _choose(findings: list[Finding], source: Source, safety: Safety) -> list[Finding]:
    """Findings whose first fix is to be applied in this pass: whole, and none within what another relied on."""
    chosen: list[Finding] = []
    guarded = bytearray(len(source.document.text) + 1)  # 1 for every code point that a chosen fix relied on
    for finding in findings:
        if not finding.fixes or finding.fixes[0].safety < safety or not source.can_apply(finding.fixes[0]):
            continue
        guards = _guards(finding, finding.fixes[0])
        if not any(1 in guarded[start:end] for start, end in guards):
            chosen.append(finding)
            for start, end in guards:
                guarded[start:end] = b"\1" * (end - start)
    return chosen


def _guards(finding: Finding, fix: Fix) -> list[Span]:
    """The places a fix relied on: what it found and what it changes, with one code point each side."""
    spans = [finding.span, *(edit.span for edit in fix.edits)]
    return [Span(max(0, span.start - 1), span.end + 1) for span in spans]
