"""A small word that almost certainly does not belong in its sentence."""

from __future__ import annotations

from fanlint.checks.lapses import YIELDS, ExtraWordRule
from fanlint.english.confusables import Level


class ExtraWord(ExtraWordRule):
    """Finds a small word that does not belong in its sentence: “she sat at of one of the desks”.

    Such a word is often left over from an earlier version of the sentence. fanlint has learnt from old novels which
    words appear next to each other, and it reports a small word (the, a, of, to …) only where that word hardly ever
    appears. Sometimes the mistake is really in a word nearby, so read the sentence before you remove anything.
    """

    level = Level.DEFAULT
    yields_to = (*YIELDS, "context/missing-word")
    examples = (
        "He did{ the -> } not know what to say.",
        "She sat at{ of -> } one of the empty desks.",
        "She sat at one of the empty desks.",
        "He had had enough of all that.",
    )
