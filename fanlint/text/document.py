"""A draft as the rules see it: its text, and views of it that are computed once, on first use."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from fanlint.model import Span
from fanlint.text.blocks import Block, BlockKind, blocks_of
from fanlint.text.dialogue import Speech, Speeches
from fanlint.text.notes import asides_of
from fanlint.text.sentences import Sentence, Sentences, sentences_of
from fanlint.text.tokens import Tokens
from fanlint.text.typography import ENGLISH, Typography
from fanlint.text.vocabulary import Vocabulary

STORY = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION})


def _start(span: Span) -> int:
    return span.start


class Document:
    """Prose without its markup. All offsets are code points of ``text``.

    A format that knows its own structure passes ``blocks``; otherwise they are told from the text's look.
    """

    def __init__(self, text: str, blocks: tuple[Block, ...] | None = None, typography: Typography = ENGLISH) -> None:
        self.text = text
        self.typography = typography
        self._blocks = blocks

    def written_as(self, typography: Typography) -> Document:
        """The same text, seen by the customs of another language."""
        return self if typography == self.typography else Document(self.text, self._blocks, typography)

    def forget(self) -> None:
        """Let go of all views, which are made again when asked for: a draft that is done needs only its text."""
        text, blocks, typography = self.text, self._blocks, self.typography
        vars(self).clear()
        self.text, self._blocks, self.typography = text, blocks, typography

    @cached_property
    def tokens(self) -> Tokens:
        return Tokens(self.text)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        return blocks_of(self.text) if self._blocks is None else self._blocks

    @cached_property
    def sentences(self) -> Sentences:
        return sentences_of(self.tokens, self.blocks)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        marks = "\"“‘'«*_([:—–-/.…" + self.typography.openers
        opening = [gap for gap in self.tokens.gap_places if gap and gap[-1] in marks]
        openers = {*self.tokens.gaps_among(opening), *self.sentences.firsts}
        openers.discard(len(self.tokens))  # the gap at the end opens nothing
        return Vocabulary(self.tokens, openers)

    @cached_property
    def has_capitals(self) -> bool:
        """Whether the draft is written with capitals at all; one word in twenty is few."""
        counts = self.vocabulary.counts
        return sum(count for word, count in counts.items() if word[0].isupper()) * 20 > sum(counts.values())

    @cached_property
    def speech(self) -> Speeches:
        return Speeches(self.text, self.blocks, lambda: self.vocabulary.names, self.typography)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def speech_at(self, offset: int) -> Speech | None:
        """The speech whose marks enclose ``offset``; quoted words and titles are none."""
        return self.speech.at(offset)

    def speaker(self, speech: Speech) -> str | None:
        """The name of who speaks, where the paragraph tells."""
        return self.speech.speaker(speech)

    def block_at(self, offset: int) -> Block | None:
        at = bisect_right(self._block_starts, offset) - 1
        if at >= 0 and offset < max(self.blocks[at].span.end, self.blocks[at].span.start + 1):
            return self.blocks[at]
        return None

    @cached_property
    def asides(self) -> tuple[Span, ...]:
        """The author's remarks in brackets inside the story: (A/N: …)."""
        return asides_of(self.text)

    def zone_at(self, offset: int) -> BlockKind | None:
        """What the text at ``offset`` is: a note where the author puts in a remark, else what its block is."""
        at = bisect_right(self.asides, offset, key=_start) - 1
        if at >= 0 and offset < self.asides[at].end:
            return BlockKind.NOTE
        block = self.block_at(offset)
        return block and block.kind

    def sentence_at(self, offset: int) -> Sentence | None:
        return self.sentences.at(offset)

    def slice(self, span: Span) -> str:
        return self.text[span.start : span.end]
