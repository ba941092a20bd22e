"""A stutter with a letter that does not match its word: “T-shank you”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule, Where
from fanlint.story import Story
from fanlint.text.case import match_case
from fanlint.text.document import Document

_HYPHEN = "-"
# Frequencies as log10 of uses per billion words: below the first, a word is too rare to be stuttered on; from the
# second on, it is common. Set by hand.
_RARE, _FREQUENT = 3.4, 5.0


class StutterLetter(Rule):
    """Finds a stutter with a letter that does not match its word: “T-shank you,” she said.

    A stutter repeats the first sound of the word: “Th-thank you!” or “T-thank you!” fanlint asks only if the word is
    rare and the stuttered letter would make it a very common one, so it leaves “T-shirt” and “X-ray” alone.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    where = Where.SPEECH
    message = "Did you mean “{right}”? A stutter repeats the first sound of its word."
    examples = (
        '"{T-shank -> T-thank} you!"',
        "\"I {d-fon't -> d-don't} know.\"",
        '"T-thank you! Th-thank you!"',
        '"They put on a T-shirt after the X-ray."',
        '"She had the T-bone, and used the f-word."',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for index in tokens.gap_places.get(_HYPHEN, ()):
            if not 0 < index < len(tokens) or len(tokens.words[index - 1]) != 1:
                continue
            sound, word = tokens.words[index - 1], tokens.words[index]
            alone = _HYPHEN not in (tokens.gaps[index - 1][-1:], tokens.gaps[index + 1][:1])
            if not alone or not sound.isalpha() or not word.islower() or word[0] == sound.lower() or len(word) < 4:
                continue
            meant = sound.lower() + word[1:]
            if story.lexicon.frequency(word) < _RARE and story.lexicon.frequency(meant) >= _FREQUENT:
                right = f"{sound}{_HYPHEN}{match_case(word, meant)}"
                yield self.found(tokens.span(index - 1, index), right, right=right)
