"""A missing or misplaced space beside a bracket: “late( as always)”, “(as always)late”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_RIGHT = {"(": " (", "( ": " (", " ( ": " (", ")": ") ", " )": ") ", " ) ": ") "}
_MIN_LETTERS = 2  # Shorter words beside a bracket can be right: word(s), f(x). Set by hand.


class SpaceAtBracket(Rule):
    """Finds a missing or misplaced space beside a bracket: “late( as always)”, “(as always)late”.

    A space belongs before an opening bracket and after a closing one, but not inside the brackets. fanlint checks only
    brackets between whole words, so it leaves “word(s)” and emoticons alone.
    """

    scope = Document
    safety = Safety.UNSAFE
    message = "Put a space outside the bracket and none inside."
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
            whole = before[-1].isalpha() and after[0].isalpha() and min(len(before), len(after)) >= _MIN_LETTERS
            if whole and _holds_phrase(index, tokens.gaps) and story.knows(before) and story.knows(after):
                yield self.found(tokens.gap_span(index), _RIGHT[tokens.gaps[index]])


def _holds_phrase(index: int, gaps: list[str]) -> bool:
    """Whether the bracket holds more than one word, so that it cannot be part of a word: clean(ish)."""
    inside = gaps[index + 1] if "(" in gaps[index] else gaps[index - 1]
    return inside == " "
