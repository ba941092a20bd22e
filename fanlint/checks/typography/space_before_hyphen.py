"""A space before the hyphen that joins an ending to a name."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_TORN = " -"
# What is joined to a word by a hyphen, and hardly ever opens an aside.
_ENDINGS = frozenset(
    "class style type like based born sized shaped colored coloured haired eyed skinned level wide proof esque ish "
    "themed grade powered made flavored flavoured scented related led controlled owned".split()
)


class SpaceBeforeHyphen(Rule):
    """A hyphen joins what stands on both its sides: a Hostile-class ship, a cat-like smile.

    The space before it parts them again. fanlint looks only at endings that hardly ever open an aside.
    """

    scope = Document
    safety = Safety.UNSAFE
    message = "No space before the hyphen."
    examples = (
        "They flew in a Hostile{ - -> -}class ship.",
        "He gave a cat{ - -> -}like smile.",
        "They flew in a Hostile-class ship.",
        "He left - like a cat - by the window.",
        "Pre- and post-class talks were short.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for index in tokens.gap_places.get(_TORN, ()):
            if 0 < index < len(tokens) and tokens.words[index] in _ENDINGS:
                yield self.found(tokens.gap_span(index), "-")
