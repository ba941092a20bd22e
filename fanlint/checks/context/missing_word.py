"""A small word left out: surely."""

from __future__ import annotations

from fanlint.checks.lapses import YIELDS, MissingWordRule
from fanlint.models.confusions import Level


class MissingWord(MissingWordRule):
    """A small word that the fingers left out: “he threw the bag over shoulder”. The eye puts it back, and reads on.

    fanlint has learnt from old novels which words stand side by side, and speaks up only at a gap that they hardly
    ever leave. It knows some seventy small words (the, a, of, to, his, had …) and offers those that fit; which one was
    meant only you know.
    """

    level = Level.DEFAULT
    yields_to = YIELDS
    examples = (
        "There was a knock {on door -> on the door} of the house.",
        "He was {able get -> able to get} something to eat at the inn.",
        "He threw the bag over his shoulder and walked to the door.",
        "She sat in silence and looked from side to side.",
    )
