"""A space on the wrong side of a bracket, or none at all: “late( as always)”, “(as always)late”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_RIGHT = {"(": " (", "( ": " (", " ( ": " (", ")": ") ", " )": ") ", " ) ": ") "}
_SHORTEST = 2  # letters; “word(s)” and “f(x)” are right


class SpaceAtBracket(Rule):
    """A space stands before an opening bracket and after a closing one, and none inside.

    fanlint looks only between whole words, so that word(s) and the faces made of marks are left alone.
    """

    scope = Document
    safety = Safety.UNSAFE
    message = "A space belongs outside the bracket, and none inside."
    examples = (
        "He was late{( ->  (}as always) again.",
        "He was late{(  ->  (}as always{) -> ) }again.",
        "He was late (as always) again.",
        "It was clean(ish) and (in)famous.",
        "He wore the shirt(s) of his brother :( and f(x) was unknown.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for index in tokens.gaps_among(_RIGHT):
            if not 0 < index < len(tokens):
                continue
            before, after = tokens.words[index - 1], tokens.words[index]
            whole = before[-1].isalpha() and after[0].isalpha() and min(len(before), len(after)) >= _SHORTEST
            if whole and _stands_apart(index, tokens.gaps) and story.knows(before) and story.knows(after):
                yield self.found(tokens.gap_span(index), _RIGHT[tokens.gaps[index]])


def _stands_apart(index: int, gaps: list[str]) -> bool:
    """Whether more than one word stands in the bracket, so that it is no part of a word: clean(ish)."""
    inside = gaps[index + 1] if "(" in gaps[index] else gaps[index - 1]
    return inside == " "
