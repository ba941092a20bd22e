"""Paragraphs of more than 300 words."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.narration import counted
from fanlint.model import Finding, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.blocks import BlockKind
from fanlint.text.document import Document

_MAX_WORDS = 300  # Maximum number of words; about two screens of a phone. Set by hand.


class LongParagraph(Rule):
    """Finds paragraphs of more than 300 words.

    On a phone, where most stories are read, such a paragraph fills more than a screen, and readers easily lose their
    place. A new thought, place or speaker is a good point for a break. A long paragraph may also be just what a scene
    needs.
    """

    scope = Document
    severity = Severity.HINT
    message = "Paragraphs of more than 300 words: {count} (the longest has {longest}). Could you split some of them?"
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
            # A word takes up at least a letter and a space, so the words of most paragraphs need not be counted.
            if block.kind is BlockKind.PARAGRAPH and block.span.end - block.span.start > 2 * _MAX_WORDS:
                first, stop = tokens.at(block.span.start), tokens.at(block.span.end)
                if stop - first > _MAX_WORDS:
                    found.append((tokens.span(first), stop - first))
        if found:
            longest = max(length for _, length in found)
            message = self.message.replace("{count}", f"{len(found):,}").replace("{longest}", f"{longest:,}")
            yield counted(self, [span for span, _ in found], message)
