"""A small word too many: surely."""

from __future__ import annotations

from fanlint.checks.lapses import YIELDS, ExtraWordRule
from fanlint.models.confusions import Level


class ExtraWord(ExtraWordRule):
    """A small word that was left behind when the sentence was changed: “she sat at of one of the desks”.

    fanlint has learnt from old novels which words stand side by side, and speaks up only where a small word (the, a,
    of, to, his, had …) hardly ever stands. Now and then another word is the wrong one: have a look.
    """

    level = Level.DEFAULT
    yields_to = (*YIELDS, "context/missing-word")
    examples = (
        "He did{ the -> } not know what to say.",
        "She sat at{ of -> } one of the empty desks.",
        "She sat at one of the empty desks.",
        "He had had enough of all that.",
    )
