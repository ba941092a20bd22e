"""Two spaces between the words of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together
from fanlint.model import Edit, Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_DOUBLE = ("  ", ",  ", ";  ")


class DoubleSpace(Rule):
    """Finds two spaces between the words of a sentence.

    The extra space is usually left over from a deleted word. fanlint leaves alone two spaces after a full stop, which
    some writers prefer, and longer rows of spaces, which may align a table. It reports all places together.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    languages = ("any",)
    message = "Use one space between words; here there are two ({times})."
    examples = (
        '"Yes,{  ->  }sir."'.replace("{  ->", "{   ->"),
        "He went{   ->  }home with her.",
        "He went home.  She stayed.",
        "Name    Age",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        edits = []
        for index in tokens.gaps_among(_DOUBLE):
            if 0 < index < len(tokens) and tokens.words[index][0].islower() and tokens.words[index - 1][-1].isalpha():
                span = tokens.gap_span(index)
                if in_story(item, span.start):
                    edits.append(Edit(span._replace(start=span.end - 2), " "))
        if edits:
            yield told_together(
                self, edits, self.message.replace("{times}", times(len(edits))), "Use one space everywhere."
            )
