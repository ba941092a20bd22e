"""A real word that is probably in the wrong place."""

from __future__ import annotations

from fanlint.doubts import DoubtRule
from fanlint.english.confusables import Level


class WrongWordLikely(DoubtRule):
    """Finds a real word that is probably in the wrong place.

    This is context/wrong-word with a lower threshold: it finds more mistakes and gives some false alarms.
    """

    level = Level.STRICT
    yields_to = (
        "canon/",
        "capitals/",
        "confusions/",
        "context/wrong-word",
        "dialogue/",
        "eggcorns/",
        "fused/",
        "grammar/",
        "spelling/",
        "split-words/",
    )
    examples = (
        "She asked him {weather -> whether} it was true.",
        "She {poured -> pored} over the book.",
        "The weather was fine.",
        "He poured the tea.",
    )
