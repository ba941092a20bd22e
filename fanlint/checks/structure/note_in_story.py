"""An author's note in the middle of the story."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.blocks import Block, BlockKind
from fanlint.text.document import STORY, Document

_CHAPTER_GAP = 3  # Minimum newlines of a gap that separates chapters. Set by hand.


class NoteInStory(Rule):
    """Finds an author's note in the middle of the story.

    It pulls readers out of the scene, so most authors put their notes before or after the chapter. This is only a
    suggestion. fanlint does not check the text of notes.
    """

    scope = Document
    severity = Severity.HINT
    zones = STORY | {BlockKind.NOTE}
    message = "Could this note move to the start or end of the chapter? Here it interrupts the story."
    examples = (
        "Mira ran.\n\n{(A/N: sorry, I could not resist)}\n\nRen followed her.",
        "Mira ran {(A/N: yes, really)} all the way home.",
        "A/N: Sorry for the wait!\n\nMira ran.\n\nRen followed her.",
        "The Long Road\n\nA/N: Sorry for the wait!\n\nMira ran.",
        "Mira ran.\n\n***\n\nA/N: That was all for now!",
        "Mira ran (an hour or so) all the way home.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        blocks = item.blocks
        for before, note, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
            inside = note.kind is BlockKind.NOTE and _is_prose(before, item.text) and _is_prose(after, item.text)
            if inside and max(_gap(before, note, item.text), _gap(note, after, item.text)) < _CHAPTER_GAP:
                yield self.found(note.span)
        for span in item.asides:
            block = item.block_at(span.start)
            if block is not None and block.kind in STORY:
                yield self.found(span)


def _is_prose(block: Block, text: str) -> bool:
    """Whether a block is part of the story and not a title."""
    return block.kind in STORY and not text[block.span.end - 1].isalnum()


def _gap(block: Block, following: Block, text: str) -> int:
    """The number of newlines between two blocks."""
    return text.count("\n", block.span.end, following.span.start)
