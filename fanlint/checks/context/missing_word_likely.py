"""A place where a small word is probably missing."""

from __future__ import annotations

from fanlint.checks.lapses import YIELDS, MissingWordRule
from fanlint.english.confusables import Level


class MissingWordLikely(MissingWordRule):
    """Finds a place where a small word is probably missing.

    This is context/missing-word with a lower threshold: it finds more mistakes and gives some false alarms.
    """

    level = Level.STRICT
    yields_to = (*YIELDS, "context/extra-word", "context/missing-word")
    examples = (
        "He threw the bag {over shoulder -> over his shoulder} and walked to the door.",
        "She {wanted know -> wanted to know} how he had done it.",
        "He threw the bag over his shoulder and walked to the door.",
        "She sat in silence and looked from side to side.",
    )
