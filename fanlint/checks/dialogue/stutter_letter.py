"""A stutter whose letter is not the first of its word."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule, Where
from fanlint.story import Story
from fanlint.text.case import match_case
from fanlint.text.document import Document

_HYPHEN = "-"
_RARE, _FREQUENT = 3.4, 5.0  # log10 of uses per billion words: a word nobody stutters on, one that everybody says


class StutterLetter(Rule):
    """Who stutters repeats the first sound of the word: “Th-thank you!” or “T-thank you!”, not “T-shank you!”

    fanlint asks only where the word that stands there is a rare one, and the letter makes an everyday one of it.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    where = Where.SPEECH
    message = "Was “{right}” meant?"
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
                yield self.found(tokens.span(index - 1, index), right, message=self.message.replace("{right}", right))
