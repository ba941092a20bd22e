"""Two dots, where one or three are meant."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.sentences import ABBREVIATIONS

_GOES_ON = ("?", "!")  # Marks that may follow an ellipsis but not a full stop.


class TwoDots(Rule):
    """Finds two dots in a row, where one or three are meant.

    A sentence ends with one dot, and an ellipsis has three. If the sentence goes on, fanlint suggests three dots first;
    otherwise it suggests a full stop first.
    """

    scope = Document
    safety = Safety.UNSAFE
    languages = ("any",)
    message = "Use one dot or three here, not two."
    examples = (
        '"Wait{.. -> ...} what?"',
        "She waited{.. -> ...} and waited.",
        "He was gone{.. -> .} The door stood open.",
        '"Wait{.. -> ...}what?"',
        '"Wait... what?"',
        "There were pens, paper, etc.. and ink.",
        "The path was ../stories then.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for index in tokens.gaps_among(gap for gap in tokens.gap_places if _is_two_dots(gap)):
            if index == 0 or tokens.keys[index - 1] in ABBREVIATIONS or len(tokens.words[index - 1]) == 1:
                continue
            if (
                tokens.gaps[index] == ".."
                and index < len(tokens)
                and not (tokens.words[index - 1].isalpha() and story.knows(tokens.words[index]))
            ):
                continue
            start = tokens.end(index - 1)
            goes_on = index < len(tokens) and not tokens.words[index][0].isupper()
            dots = ("...", ".") if goes_on or tokens.gaps[index][2:3] in _GOES_ON else (".", "...")
            yield self.found(Span(start, start + 2), *dots)


def _is_two_dots(gap: str) -> bool:
    """Whether a gap begins with exactly two dots that are not part of a path."""
    return gap.startswith("..") and gap[2:3] != "." and "/" not in gap and "\\" not in gap
