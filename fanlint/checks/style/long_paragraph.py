"""Paragraphs that fill a screen."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.narration import counted
from fanlint.model import Finding, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.blocks import BlockKind
from fanlint.text.document import Document

_MOST = 300  # words of a paragraph that still fits a small screen or two


class LongParagraph(Rule):
    """A paragraph of more than 300 words is a wall on a small screen.

    Most stories are read on phones. A new thought, place or speaker is a good place for a break; a long breath may be
    just what a scene needs.
    """

    scope = Document
    severity = Severity.HINT
    message = "Paragraphs of more than 300 words: {count}, the longest with {longest}. Could some of them be parted?"
    examples = (
        "{It} " + "rained and rained. " * 101,
        "It rained.\n\n{The} " + "rain fell, and it was cold. " * 51,
        "It rained and rained.",
        "The rain fell, and it was cold. Nobody came. " * 30,
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        found = []
        for block in item.blocks:
            # No word is shorter than a letter and a space: most paragraphs need not be counted.
            if block.kind is BlockKind.PARAGRAPH and block.span.end - block.span.start > 2 * _MOST:
                first, stop = tokens.at(block.span.start), tokens.at(block.span.end)
                if stop - first > _MOST:
                    found.append((tokens.span(first), stop - first))
        if found:
            longest = max(length for _, length in found)
            message = self.message.replace("{count}", f"{len(found):,}").replace("{longest}", f"{longest:,}")
            yield counted(self, [span for span, _ in found], message)
