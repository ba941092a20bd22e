"""Speech whose closing quotation mark is missing."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Severity, Span
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech


class UnclosedQuote(Rule):
    """Speech that opens and never closes: the reader cannot tell where it ends.

    A speech that runs on over several paragraphs is closed only at its very end, and each new paragraph of it opens
    with a mark; fanlint knows that custom and says nothing then. Where the missing mark belongs only you can tell.
    """

    scope = Speech
    severity = Severity.ERROR
    languages = ("any",)
    message = "This speech has no closing quotation mark."
    examples = (
        '{"}I told you already. He left.',
        '"I told you," she said. {"}He left.\n\nThe door stood open.',
        '"I told you." She sat. "He left."',
        '"First we train.\n\n"Then we eat," Gerd went on.',
        "He stood 5'11\" in his socks.",
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        mark = story.document.text[item.span.start]
        # A single quotation mark looks like an apostrophe too often to be sure.
        if not item.closed and not item.continued and mark not in "'‘":
            yield self.found(Span(item.span.start, item.span.start + 1))
