"""The distinct words of a text: how often each stands, and how often with a capital that no sentence start explains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from fanlint.text.tokens import Tokens, fold

_I_FORMS = frozenset({"i'm", "i'll", "i've", "i'd"})


class Vocabulary:
    """Counts by exact form; ``inside`` counts only words that begin neither a sentence nor a speech."""

    def __init__(self, tokens: Tokens, openers: Iterable[int]) -> None:
        self.counts: Counter[str] = Counter(tokens.words)
        self.inside: Counter[str] = self.counts.copy()
        self.inside.subtract(Counter(tokens.words[index] for index in openers))

    def __contains__(self, word: str) -> bool:
        return word in self.counts

    @cached_property
    def names(self) -> frozenset[str]:
        """Forms with a capital within sentences and hardly ever in lower case: Sakura, Konoha, but also Monday."""
        return frozenset(
            word
            for word, count in self.inside.items()
            if count > 0
            and word[0].isupper()
            and (len(word) > 1 and not word.isupper() and fold(word) not in _I_FORMS)
            and self.counts.get(word.lower(), 0) * 3 <= self.counts[word]
        )
