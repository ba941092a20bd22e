"""A stutter written with full stops instead of hyphens: “d.d.didn't”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Edit, Finding, Fix, Safety, Span
from fanlint.rules.rule import Rule, Where
from fanlint.story import Story
from fanlint.text.document import Document

_DOT = "."
_MAX_SOUND = 2  # Maximum number of letters in a stuttered sound. Set by hand.


class StutterDots(Rule):
    """Finds a stutter written with full stops instead of hyphens: “d.d.didn't”.

    Full stops between single letters look like an abbreviation. Hyphens join a stutter (“d-d-didn't”), and dots show a
    pause (“I... I didn't”). fanlint leaves initials and abbreviations such as “U.S.” alone.
    """

    scope = Document
    safety = Safety.UNSAFE
    where = Where.SPEECH
    message = "Write a stutter with hyphens: “{right}”."
    examples = (
        "\"I {d.d.didn't -> d-d-didn't} mean to.\"",
        '"{W.what -> W-what} was that?"',
        '"I d-d-didn\'t mean to."',
        '"The U.S.ship came at 5 p.m.promptly."',
        '"I... I didn\'t. D. Dawson did."',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for index in tokens.gap_places.get(_DOT, ()):
            if not 0 < index < len(tokens) or not _is_stutter(index, item):
                continue
            first = index - 1
            if len(tokens.words[index]) <= _MAX_SOUND:
                continue  # This is another stuttered sound; the word itself comes later.
            while first > 0 and tokens.gaps[first] == _DOT and tokens.keys[first - 1] == tokens.keys[first]:
                first -= 1
            if tokens.gaps[first] == _DOT:
                continue  # This is an abbreviation, such as “U.S.”
            span = tokens.span(first, index)
            right = item.slice(span).replace(_DOT, "-")
            fix = Fix((Edit(Span(*span), right),), self.safety, f"Write “{right}”.")
            yield self.found(span, right=right, fixes=(fix,))


def _is_stutter(index: int, document: Document) -> bool:
    """Whether the word at ``index`` starts with the sound before it, and that sound is not an initial."""
    sound, word = document.tokens.words[index - 1], document.tokens.words[index]
    return len(sound) <= _MAX_SOUND and sound.isalpha() and word.islower() and word.startswith(sound.lower())
