"""A small word too many: likely."""

from __future__ import annotations

from fanlint.checks.lapses import YIELDS, ExtraWordRule
from fanlint.models.confusions import Level


class ExtraWordLikely(ExtraWordRule):
    """The same as context/extra-word with a lower bar: more slips are found, and there are some false alarms."""

    level = Level.STRICT
    yields_to = (*YIELDS, "context/extra-word", "context/missing-word")
    examples = (
        "He was{ the -> } going to tell her everything.",
        "The rain had{ the -> } stopped, and they went on.",
        "She sat at one of the empty desks.",
        "He had had enough of all that.",
    )
