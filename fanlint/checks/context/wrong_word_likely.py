"""A word at whose place another is expected: likely."""

from __future__ import annotations

from fanlint.doubts import DoubtRule
from fanlint.models.confusions import Level


class WrongWordLikely(DoubtRule):
    """The same as context/wrong-word with a lower bar: more slips are found, and there are some false alarms."""

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
