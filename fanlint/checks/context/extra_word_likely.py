"""A small word that probably does not belong in its sentence."""

from __future__ import annotations

from fanlint.checks.lapses import YIELDS, ExtraWordRule
from fanlint.english.confusables import Level


class ExtraWordLikely(ExtraWordRule):
    """Finds a small word that probably does not belong in its sentence.

    This is context/extra-word with a lower threshold: it finds more mistakes and gives some false alarms.
    """

    level = Level.STRICT
    yields_to = (*YIELDS, "context/extra-word", "context/missing-word")
    examples = (
        "He was{ the -> } going to tell her everything.",
        "The rain had{ the -> } stopped, and they went on.",
        "She sat at one of the empty desks.",
        "He had had enough of all that.",
    )
