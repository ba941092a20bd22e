"""A space before a comma, semicolon, full stop, question mark or exclamation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# Spaces before a mark that is followed by a space, a quotation mark or the end of the text.
_SPACED_MARK = re.compile(r"(?P<space> +)(?P<mark>[,.;?!]|[?!]{2})(?=[\s\"”’]|$)")


class SpaceBeforeMark(Rule):
    """Finds a space before a comma, semicolon, full stop, question mark or exclamation mark.

    No language except French puts a space there, so it is usually a typing error and safe to remove. fanlint leaves
    alone ellipses ( ...), numbers such as .38 and emoticons.
    """

    scope = Document
    safety = Safety.SAFE
    languages = ("any", "-fr")
    message = "Remove the space before “{mark}”."
    examples = (
        "He winced{  -> }, but went on.",
        '"Well{  -> }?" she said{  -> }.',
        "He waited{ , -> , }then left{ . -> . }She stayed.",
        "He winced, but went on.",
        "It was over . . . or so he thought.",
        "And then ... nothing.",
        "« Oui ? » dit-elle.",
        "He carried a .38 and wrote :) or ;) under it.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        gaps = tokens.gaps
        spaced = [
            gap
            for gap in tokens.gap_places
            if gap.startswith(" ") and _SPACED_MARK.match(gap) and "»" not in gap and ". ." not in gap
        ]
        for index in tokens.gaps_among((" ,", " .", " ?", " !", " ;")):
            # The space is on the wrong side of the mark: “he waited ,then left”.
            mark = gaps[index].strip()
            if 0 < index < len(tokens) and tokens.words[index - 1][-1].isalpha() and _goes_on(index, mark, item, story):
                message = f"Put the space after “{mark}”, not before it."
                yield self.found(tokens.gap_span(index), mark + " ", message=message, safety=Safety.UNSAFE)
        for index in tokens.gaps_among(spaced):
            if index > 0 and tokens.words[index - 1][-1].isalpha() and not story.is_foreign(index - 1):
                found = _SPACED_MARK.match(gaps[index])
                # A dot directly before a digit or letter belongs to a calibre, a file ending or a web address.
                if found and (found.end() < len(gaps[index]) or index == len(tokens.words)):
                    start = tokens.gap_span(index).start
                    yield self.found(Span(start, start + len(found["space"])), "", mark=found["mark"])


def _goes_on(index: int, mark: str, document: Document, story: Story) -> bool:
    """Whether the word at ``index`` follows a mark with its space on the wrong side, not a dot as in .38 or .txt."""
    word = document.tokens.words[index]
    if not word[0].isalpha() or not story.knows(word):
        return False
    return mark in ",;" or (word[0].isupper() and len(word) > 1 and word[1:].islower())
