"""Which of several findings about one place are kept: a rule that knows less gives way to one that knows more."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from functools import cache

from fanlint.model import Finding
from fanlint.selectors import covered

Yields = Mapping[str, tuple[str, ...]]
"""The selectors of the rules that each rule gives way to, by its name."""


def place(finding: Finding) -> tuple[object, ...]:
    """A total order: by place, then by every other field."""
    return (finding.span, finding.rule, finding.message, finding.severity, finding.fixes, finding.also)


def superseded(findings: Iterable[Finding], yields: Yields) -> list[Finding]:
    """The findings that stand, in order of place, each once.

    A finding falls if one that its rule yields to overlaps it and itself stands. Rules that yield to one another in a
    circle are settled by order of place: the first stands.
    """
    ordered = sorted(set(findings), key=place)
    above = _above(ordered, yields)
    below: dict[int, list[int]] = {}
    for index, others in above.items():
        for other in others:
            below.setdefault(other, []).append(index)
    stands: dict[int, bool] = {}
    settled = [index for index in range(len(ordered)) if index not in above]
    for index in settled:
        stands[index] = True
    waiting = {index: set(others) for index, others in above.items()}
    while len(stands) < len(ordered):
        while settled:
            decided = settled.pop()
            for index in below.get(decided, ()):
                if index in stands:
                    continue
                waiting[index].discard(decided)
                if stands[decided] or not waiting[index]:
                    stands[index] = not stands[decided]
                    settled.append(index)
        if len(stands) < len(ordered):  # only circles are left
            first = min(index for index in waiting if index not in stands)
            stands[first] = True
            settled.append(first)
            for other in waiting[first]:
                stands[other] = False
                settled.append(other)
    return [finding for index, finding in enumerate(ordered) if stands[index]]


def _above(ordered: list[Finding], yields: Yields) -> dict[int, list[int]]:
    """For the indices of findings that may have to fall, those of the overlapping findings they would fall to."""
    starts = [finding.span.start for finding in ordered]
    longest = max((end - start for _, (start, end), *_ in ordered), default=0)

    @cache  # of pairs of rules there are few
    def gives_way(rule: str, other: str) -> bool:
        return covered(yields[rule], other)

    found: dict[int, list[int]] = {}
    for index, finding in enumerate(ordered):
        if not yields[finding.rule]:
            continue
        # Whatever shares this place begins no farther before it than the longest finding is long.
        low = bisect_left(starts, finding.span.start - longest)
        high = bisect_right(starts, finding.span.end)
        others = [
            other
            for other in range(low, high)
            if other != index
            and ordered[other].span.overlaps(finding.span)
            and gives_way(finding.rule, ordered[other].rule)
        ]
        if others:
            found[index] = others
    return found
