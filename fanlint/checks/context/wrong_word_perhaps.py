"""A real word that may be in the wrong place."""

from __future__ import annotations

from fanlint.doubts import DoubtRule
from fanlint.english.confusables import Level
from fanlint.model import Severity


class WrongWordPerhaps(DoubtRule):
    """Finds a real word that may be in the wrong place.

    This is context/wrong-word with the lowest threshold. It is meant for a last check of a finished story, and about
    half of its findings may be false alarms.
    """

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
