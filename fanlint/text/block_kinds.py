"""What a block is, and the kinds there are."""

from enum import StrEnum
from typing import NamedTuple

from fanlint.model import Span


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"  # of a chapter, or of who tells what follows, and when
    BREAK = "break"  # a scene break: ***, oOo, a ruled line
    NOTE = "note"  # the author speaking: A/N, disclaimer, summary, thanks for reviews
    VERSE = "verse"
    CHAT = "chat"  # what characters type to each other, each line with its sender
    QUOTATION = "quotation"
    CODE = "code"


class Block(NamedTuple):
    """A run of text without the white space around it."""

    span: Span
    kind: BlockKind
