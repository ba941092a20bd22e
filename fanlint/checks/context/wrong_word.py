"""A word at whose place another is expected: surely."""

from __future__ import annotations

from fanlint.doubts import DoubtRule
from fanlint.models.confusions import Level


class WrongWord(DoubtRule):
    """A real word in the wrong place, which no list of words shows: “she rapped her arms around him”.

    fanlint has learnt from old novels which words stand around either word of a pair, and speaks up only where the
    other one fits far better. It sees three words on each side and knows nothing of the plot: have a look. “fanlint
    explain loose/lose” tells two words apart.
    """

    level = Level.DEFAULT
    yields_to = (
        "canon/",
        "capitals/",
        "confusions/",
        "dialogue/",
        "eggcorns/",
        "fused/",
        "grammar/",
        "spelling/",
        "split-words/",
    )
    examples = (
        "The cat licked {it's -> its} paws and slept.",
        "They {where -> were} very tired.",
        "He was going to {loose -> lose} his mind.",
        "It's late, and the cat licked its paws.",
        "Where were they? They were very tired.",
    )
