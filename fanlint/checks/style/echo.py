"""A rare word that comes back within a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from fanlint.checks.narration import is_narrated
from fanlint.model import Finding, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_MAX_DISTANCE = 40  # Maximum distance between the two uses in words, about three lines. Set by hand.
# Maximum frequency as log10 of uses per billion words; a novel may have a word this rare only once. Set by hand.
_MAX_FREQUENCY = 3.2
_MIN_LETTERS = 6  # Minimum number of letters, because readers hardly notice shorter words. Set by hand.
_SUBJECT_USES = 4  # From this many uses on, a word is part of the story's subject. Set by hand.
_WORDS_EACH = 1500  # Words of the draft for each finding, so that only the rarest words are reported. Set by hand.


class Echo(Rule):
    """Finds a rare word that the narration repeats within about three lines.

    Readers remember a rare word, so they notice when it comes back so soon. You may want the effect, as in a refrain.
    fanlint leaves alone names, common words and words that the story uses four times or more, and reports only the
    rarest words.
    """

    scope = Document
    severity = Severity.HINT
    message = "“{word}” also appears {distance} words earlier. Is the repetition intended?"
    examples = (
        "A labyrinthine street led down to the sea. They followed its {labyrinthine} turns.",
        "The rain drummed an iridescent pattern on the glass. Beyond it the sea was grey and {iridescent}.",
        "A labyrinthine street led down to the sea. " + "It was a long way. They went on. " * 6 + "How labyrinthine.",
        "The street led down to the sea. The street was long, and the sea was cold.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        found = []
        for key, places in item.tokens.places.items():
            if len(key) < _MIN_LETTERS or not 1 < len(places) < _SUBJECT_USES or not key.isalpha():
                continue
            for first, second in pairwise(places):
                if second - first <= _MAX_DISTANCE and self._is_uncommon(second, first, item, story):
                    found.append((story.lexicon.frequency(key), first, second))
                    break
        found.sort()
        for _, first, second in found[: max(1, len(item.tokens) // _WORDS_EACH)]:
            word = item.tokens.words[second]
            yield self.found(item.tokens.span(second), word=word, distance=second - first)

    def _is_uncommon(self, index: int, before: int, document: Document, story: Story) -> bool:
        """Whether both uses are in the narration, and the word is a rare English one that readers remember."""
        word = document.tokens.words[index]
        if not word.islower() or not 0 < story.lexicon.frequency(word) < _MAX_FREQUENCY:
            return False
        if before + 1 == index or not document.tokens.words[before].islower():
            return False
        return all(is_narrated(document, document.tokens.start(at)) for at in (before, index))
