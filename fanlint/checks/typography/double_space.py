"""Two spaces within a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together
from fanlint.model import Edit, Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_DOUBLE = ("  ", ",  ", ";  ")


class DoubleSpace(Rule):
    """One space stands between the words of a sentence.

    Two of them mostly stay behind where a word was taken out. After a full stop they may be meant, and rows of them may
    set something off; those are left alone.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    languages = ("any",)
    message = "Two spaces stand within a sentence ({times})."
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
                self, edits, self.message.replace("{times}", times(len(edits))), "Take one of them out everywhere."
            )
