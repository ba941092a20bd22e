"""A place where a small word is almost certainly missing."""

from __future__ import annotations

from fanlint.checks.lapses import YIELDS, MissingWordRule
from fanlint.english.confusables import Level


class MissingWord(MissingWordRule):
    """Finds a place where a small word is missing: “he threw the bag over shoulder”.

    Such mistakes are hard to see in your own text, because you know what should be there. fanlint has learnt from old
    novels which words appear next to each other, and it reports two words only if they hardly ever do. It knows about
    seventy small words (the, a, of, to, his, had …) and suggests those that fit; only you know which one you meant.
    """

    level = Level.DEFAULT
    yields_to = YIELDS
    examples = (
        "There was a knock {on door -> on the door} of the house.",
        "He was {able get -> able to get} something to eat at the inn.",
        "He threw the bag over his shoulder and walked to the door.",
        "She sat in silence and looked from side to side.",
    )
