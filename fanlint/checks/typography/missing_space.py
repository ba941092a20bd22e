"""A missing space after a punctuation mark."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_JOINTS = ("@", "/", "\\", ":", "_", "#", ".")  # Characters before a part of an address or a file name.
_MARKS = frozenset({".", "!", "?", ",", ";", ":"})
_SCHEMES = frozenset("http https ftp mailto file data re std".split())  # Words whose colon takes no space.


class MissingSpace(Rule):
    """Finds a missing space after a full stop, comma, question mark or other punctuation mark.

    fanlint checks only marks between two whole, known words. It leaves alone web addresses, times, abbreviations and
    file names, so adding the space is safe. With --fix, it adds no space after a colon, because the words may be a
    handle or a tag.
    """

    scope = Document
    safety = Safety.SAFE
    languages = ("en", "es", "fr", "de", "pt", "it", "ru")
    message = "Add a space after “{mark}”."
    examples = (
        "The door was shut{. -> . }Nobody answered.",
        "He waited{, -> , }but the rain went on.",
        "Was it over{? -> ? }She could not tell.",
        "Well{. -> . }Nobody answered.",
        "There was but one way out{: -> : }upwards.",
        "The door was shut. Nobody answered.",
        "They met at 5.30 p.m. by the gate.",
        "See www.example.org or mail me at kit@example.org.",
        "The U.S.Navy band played.",
        "Date{: -> : }16 May, by the gate.",
        "He wore his Ph.D. like a medal.",
        "At 16:30 he read Re:Zero, then 3:an.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for index in tokens.gaps_among(_MARKS):
            mark = tokens.gaps[index]
            if 0 < index < len(tokens) and self._lacks_space(index, item, story, mark):
                # A word with a colon may be a handle or a tag.
                safety = Safety.UNSAFE if mark == ":" else self.safety
                yield self.found(tokens.gap_span(index), mark + " ", mark=mark, safety=safety)

    def _lacks_space(self, index: int, document: Document, story: Story, mark: str) -> bool:
        """Whether the mark before word ``index`` lacks its space and is not part of an address or abbreviation."""
        tokens = document.tokens
        before, after = tokens.words[index - 1], tokens.words[index]
        if mark == ":":
            return _lacks_space_after_colon(index, document, story)
        if len(before) < 2 or not before[-1].islower() or not after[0].isalpha():
            return False
        if tokens.gaps[index - 1].endswith(_JOINTS) or tokens.gaps[index + 1].startswith(("@", "/", "_", ":")):
            return False
        if mark in ".?!;":
            if not (after[0].isupper() and (after[1:].islower() or after in ("I", "A"))):
                return False
            if tokens.gaps[index + 1][:2].strip() == "." and len(after) == 1 and after not in ("I", "A"):
                return False
        return story.knows(before) and (story.knows(after) or after in story.names)


def _lacks_space_after_colon(index: int, document: Document, story: Story) -> bool:
    """Whether the colon between two words lacks a space: in a date or a note, but not in a title or an address."""
    tokens = document.tokens
    before, after = tokens.words[index - 1], tokens.words[index]
    if not before.isalpha() or len(before) < 3 or before.lower() in _SCHEMES or not story.knows(before):
        return False
    if tokens.gaps[index - 1].endswith(_JOINTS) or tokens.gaps[index + 1].startswith((":", "/", "@", "_", "-")):
        return False
    return after[0].isdigit() or (after.islower() and before.islower() and len(after) > 1 and story.knows(after))
