"""A space before the mark that ends an emphasis, instead of after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.blocks import Block

# Compiled only when needed, because most drafts have no such marks.
_TORN = r"(?<![^\s\"“(—])(?P<star>[*_])(?P<inside>[^\W_][^*_\n]{0,60}) (?P=star)(?=[^\W_])"


class EmphasisEnd(Rule):
    """Finds a space before the mark that ends an emphasis, instead of after it: “I *hate *you”.

    With the space in that place, most programs do not see the end of the emphasis and show the asterisks to readers.
    fanlint checks only paragraphs with exactly one pair of marks. It leaves actions such as “*waves *hugs” alone.
    """

    scope = Block
    safety = Safety.UNSAFE
    languages = ("any",)
    message = "Put the mark that ends the emphasis directly after the word, before the space."
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
