"""A word at whose place another is expected: perhaps."""

from __future__ import annotations

from fanlint.doubts import DoubtRule
from fanlint.model import Severity
from fanlint.models.confusions import Level


class WrongWordPerhaps(DoubtRule):
    """The same as context/wrong-word with the lowest bar: for a last look, where every second finding may be false."""

    severity = Severity.HINT
    level = Level.HUNT
    yields_to = (
        "canon/",
        "capitals/",
        "confusions/",
        "context/wrong-word",
        "context/wrong-word-likely",
        "dialogue/",
        "eggcorns/",
        "fused/",
        "grammar/",
        "spelling/",
        "split-words/",
    )
    examples = (
        "It was the {hole -> whole} truth.",
        "She pulled her {rap -> wrap} closer about her.",
        "He fell into a hole.",
        "She rapped on the door twice and waited.",
    )
