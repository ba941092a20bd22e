"""A star of emphasis with its space on the wrong side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.blocks import Block

# Compiled on use: in most drafts nothing is starred.
_TORN = r"(?<![^\s\"“(—])(?P<star>[*_])(?P<inside>[^\W_][^*_\n]{0,60}) (?P=star)(?=[^\W_])"


class EmphasisEnd(Rule):
    """The star that ends an emphasis stands right behind its last word: I *hate* you.

    With the space before it, most programs take it for a beginning and show the stars themselves.
    """

    scope = Block
    safety = Safety.UNSAFE
    languages = ("any",)
    message = "The mark that ends the emphasis stands right behind the word."
    examples = (
        "I {*hate * -> *hate* }you.",
        '"I {_really mean _ -> _really mean_ }it."',
        "I *hate* you.",
        "I *hate* you *and* him.",
        "*waves *hugs *leaves",
        "Two * three * four.",
    )

    def check(self, item: Block, story: Story) -> Iterator[Finding]:
        text = story.document.text
        for mark in "*_":
            if text.count(mark, *item.span) == 2:
                found = re.compile(_TORN).search(text, *item.span)
                if found and found["star"] == mark:
                    right = f"{mark}{found['inside']}{mark} "
                    yield self.found(Span(*found.span()), right)
