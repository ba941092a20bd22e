"""A small word left out: likely."""

from __future__ import annotations

from fanlint.checks.lapses import YIELDS, MissingWordRule
from fanlint.models.confusions import Level


class MissingWordLikely(MissingWordRule):
    """The same as context/missing-word with a lower bar: more slips are found, and there are some false alarms."""

    level = Level.STRICT
    yields_to = (*YIELDS, "context/extra-word", "context/missing-word")
    examples = (
        "He threw the bag {over shoulder -> over his shoulder} and walked to the door.",
        "She {wanted know -> wanted to know} how he had done it.",
        "He threw the bag over his shoulder and walked to the door.",
        "She sat in silence and looked from side to side.",
    )
