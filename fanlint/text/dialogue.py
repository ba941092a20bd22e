"""Finds speech: where quotation marks open and close, over paragraphs too, and who speaks where it can be told."""

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from fanlint.model import Span
from fanlint.text.attribution import REACH, speaker_of
from fanlint.text.blocks import Block, BlockKind
from fanlint.text.quotes import DOUBLE, Quote, double_quotes, faces, is_certain, prefers_single, single_quotes
from fanlint.text.typography import ENGLISH, Typography

PRONOUNS = frozenset({"he", "she", "they", "i", "we", "it", "you"})


class Speech(NamedTuple):
    """One pair of quotation marks and what they hold.

    ``span`` takes in the marks, ``inner`` does not. ``opened`` is False where the opening mark is missing, and ``span``
    then begins where it rather belongs. ``closed`` is False where the closing mark is missing: ``continued`` then tells
    whether the next paragraph carries the same speech on, as it may.
    ``spoken`` is False for a quoted word or title in narration. ``certain`` is False where a mark of the paragraph is
    missing or faces the wrong way, so that which mark opens and which closes is a guess.
    """

    span: Span
    inner: Span
    block: Block
    opened: bool
    closed: bool
    continued: bool
    spoken: bool
    certain: bool


def _start(speech: Speech) -> int:
    return speech.span.start


_FARTHEST = 30  # paragraphs that a letter or a song inside one pair of marks may have


class Speeches:
    """Every speech of the story, in order; those of a block are found when they are asked for.

    ``names`` gives the names (as written) of those who may be a speaker.
    """

    def __init__(
        self,
        text: str,
        blocks: tuple[Block, ...],
        names: Callable[[], Container[str]],
        typography: Typography = ENGLISH,
    ) -> None:
        self._text = text
        self._names = names
        self._typography = typography
        silent = (BlockKind.BREAK, BlockKind.CODE)
        self._story = [block for block in blocks if block.kind not in silent]
        self._starts = [block.span.start for block in self._story]
        self.prefers_single = prefers_single(text)
        """Whether speech has single quotation marks, and double ones inside."""
        double = partial(double_quotes, opening=typography.opening)
        self._marks = single_quotes if self.prefers_single else double
        # Blocks are asked for one after the other, and look at those after them.
        self._quotes = lru_cache(2 * _FARTHEST)(self._find_quotes)
        self._speeches = lru_cache(2 * _FARTHEST)(self._find_speeches)
        self._speaker = lru_cache(2 * _FARTHEST)(self._find_speaker)

    def __iter__(self) -> Iterator[Speech]:
        for index in range(len(self._story)):
            if self._quotes(index) or self._is_dashed(index):
                yield from self._speeches(index)

    def at(self, offset: int) -> Speech | None:
        """The speech whose marks enclose ``offset``; quoted words and titles are none."""
        index = bisect_right(self._starts, offset) - 1
        found = self._speeches(index) if index >= 0 else ()
        at = bisect_right(found, offset, key=_start) - 1
        if at >= 0 and found[at].spoken and offset < found[at].span.end:
            return found[at]
        return None

    def speaker(self, speech: Speech) -> str | None:
        """Who speaks, where the paragraph tells."""
        return self._speaker(bisect_right(self._starts, speech.span.start) - 1) if speech.spoken else None

    def in_block(self, offset: int) -> tuple[Speech, ...]:
        """Every pair of marks in the block at ``offset``, quoted words and titles too."""
        index = bisect_right(self._starts, offset) - 1
        return self._speeches(index) if index >= 0 else ()

    def carried_into(self, offset: int) -> Speech | None:
        """The speech of an earlier paragraph that was left open, and goes on in the block at ``offset``."""
        index = bisect_right(self._starts, offset) - 1
        for at in range(index - 1, max(index - 1 - _FARTHEST, -1), -1):
            if found := self._speeches(at):
                return found[-1] if found[-1].continued else None
        return None

    def _is_dashed(self, index: int) -> bool:
        return self._typography.dashed and self._text[self._starts[index]] in _DASHES

    def _find_quotes(self, index: int) -> list[Quote]:
        return self._marks(self._text, self._story[index].span)

    def _find_speaker(self, index: int) -> str | None:
        return speaker_of(self._text, self._story[index].span, self._quotes(index), self._names())

    def _find_speeches(self, index: int) -> tuple[Speech, ...]:
        """The speeches of one block."""
        text, block = self._text, self._story[index]
        if self._is_dashed(index):
            return tuple(_dashed(text, block))
        found = self._quotes(index)
        first_open = next((at for at, quote in enumerate(found) if not quote.closed), None)
        goes_on = first_open is not None and not self._closes_at_end(found, block) and self._goes_on(index + 1)
        if first_open is not None and goes_on:
            found = [*found[:first_open], Quote(found[first_open].start, block.span.end, True, False)]
        certain = all(is_certain(text, quote, block.span) for quote in (found[:-1] if goes_on else found))
        if goes_on and found[-1].start > block.span.start:
            # A mark that stands between two spaces might as well close what none has opened.
            certain = certain and faces(text, found[-1].start, block.span) == 1
        out = []
        for quote in found:
            continued = goes_on and quote is found[-1]
            start, end, opened, closed = quote
            inner = Span(start + opened, end - closed)
            spoken = not opened or _is_spoken(text, inner, block.span)
            out.append(Speech(Span(start, end), inner, block, opened, closed, continued, spoken, certain))
        return tuple(out)

    def _closes_at_end(self, quotes: list[Quote], block: Block) -> bool:
        """Whether the last quote closes with its paragraph, which so is not left open, whatever was before it.

        Lines of a song that each open with a mark are one speech.
        """
        last = quotes[-1]
        return last.closed and last.end == block.span.end and self._text[last.start - 1] != "\n"

    def _goes_on(self, index: int) -> bool:
        """Whether a speech left open before block ``index`` goes on: by a new opening mark, or to a closing one."""
        text, story = self._text, self._story
        if index < len(story):
            found = self._quotes(index)
            if found and found[0].start == story[index].span.start:
                return True
        for at in range(index, min(index + _FARTHEST, len(story))):
            span = story[at].span
            marks = [place.start() for place in DOUBLE.finditer(text, *span)]
            if marks:
                closes = text[marks[0]] in self._typography.closing or faces(text, marks[0], span) == -1
                return closes and len(marks) == 1 and not any(quote.opened for quote in self._quotes(at))
        return False


_DASHES = "—–"
_INNER_DASH = r"(?<=\s)[—–]|[—–](?=[\s.,;:!?…]|$)"


def _dashed(text: str, block: Block) -> Iterator[Speech]:
    """The speeches of a paragraph that a dash opens: to its end, without what stands between two dashes within it."""
    dashes = [found.start() for found in re.compile(_INNER_DASH).finditer(text, block.span.start + 1, block.span.end)]
    starts = [block.span.start, *dashes[1::2]]
    ends = [*dashes[::2], block.span.end]
    for start, end in zip(starts, ends, strict=False):
        if start + 1 < end:
            yield Speech(Span(start, end), Span(start + 1, end), block, True, True, False, True, True)


def _is_spoken(text: str, inner: Span, block: Span) -> bool:
    """Speech, not a quoted word or title: it has an end mark, a capital, or stands at an edge of the paragraph."""
    piece = text[inner.start : inner.end].strip()
    if not piece:
        return False
    if piece[-1] in ".,!?…—–-" or len(piece.split()) > 6:
        return True
    if inner.start - 1 == block.start:
        return True
    before = text[max(block.start, inner.start - REACH) : inner.start - 1].rstrip()
    return before.endswith((",", ":", ".", "!", "?", "…", "—")) and (piece[0].isupper() or piece[0] == "i")
