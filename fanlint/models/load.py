"""The shipped models, each loaded when first asked for and once for all drafts. They hold no state of a draft."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fanlint.models.confusions import Confusions
    from fanlint.models.omissions import SmallWords


@cache
def confusions() -> Confusions:
    """The models of which of two words belongs in a place."""
    from fanlint.models.confusions import Confusions  # only for rules about words in the wrong place

    return Confusions.load()


@cache
def small_words() -> SmallWords:
    """The models of where a small word is missing, or one too many."""
    from fanlint.models.omissions import SmallWords  # only for rules about these

    return SmallWords.load()
