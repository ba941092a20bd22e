"""An uncommon word that comes back within a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from fanlint.checks.narration import is_narrated
from fanlint.model import Finding, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_NEAR = 40  # words between the two, about three lines
_RARE = 3.2  # log10 of uses per billion words: a word that a whole novel may have once
_LENGTH = 6  # letters; shorter words slip by
_TOPIC = 4  # uses from which a word is what the story is about
_PER = 1500  # words of the draft for each echo told, the rarest words first


class Echo(Rule):
    """An uncommon word that comes twice within a few lines is heard the second time.

    It may be meant, as in a refrain. fanlint leaves names, common words and what the story is about alone, and tells
    only of the rarest.
    """

    scope = Document
    severity = Severity.HINT
    message = "“{word}” stood {distance} words before, too. Is the echo meant?"
    examples = (
        "A labyrinthine street led down to the sea. They followed its {labyrinthine} turns.",
        "The rain drummed an iridescent pattern on the glass. Beyond it the sea was grey and {iridescent}.",
        "A labyrinthine street led down to the sea. " + "It was a long way. They went on. " * 6 + "How labyrinthine.",
        "The street led down to the sea. The street was long, and the sea was cold.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        found = []
        for key, places in item.tokens.places.items():
            if len(key) < _LENGTH or not 1 < len(places) < _TOPIC or not key.isalpha():
                continue
            for first, second in pairwise(places):
                if second - first <= _NEAR and self._is_uncommon(second, first, item, story):
                    found.append((story.lexicon.frequency(key), first, second))
                    break
        found.sort()
        for _, first, second in found[: max(1, len(item.tokens) // _PER)]:
            message = self.message.replace("{word}", item.tokens.words[second])
            yield self.found(item.tokens.span(second), message=message.replace("{distance}", str(second - first)))

    def _is_uncommon(self, index: int, before: int, document: Document, story: Story) -> bool:
        """Whether the word is one of English that a reader remembers, twice in the same narration."""
        word = document.tokens.words[index]
        if not word.islower() or not 0 < story.lexicon.frequency(word) < _RARE:
            return False
        if before + 1 == index or not document.tokens.words[before].islower():
            return False
        return all(is_narrated(document, document.tokens.start(at)) for at in (before, index))
