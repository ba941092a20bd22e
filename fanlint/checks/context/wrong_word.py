"""A real word that is almost certainly in the wrong place."""

from __future__ import annotations

from fanlint.doubts import DoubtRule
from fanlint.english.confusables import Level


class WrongWord(DoubtRule):
    """Finds a real word in the wrong place, which a dictionary cannot reveal: “she rapped her arms around him”.

    fanlint has learnt from old novels which words appear around each of two words that writers confuse. It reports a
    word only if the other one fits far better. It looks at three words on each side and does not know your plot, so
    check each suggestion. To learn how two such words differ, run “fanlint explain loose/lose”.
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
