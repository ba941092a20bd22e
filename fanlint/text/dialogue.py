"""Finds speech: where quotation marks open and close, over paragraphs too, and who speaks where it can be told."""

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from fanlint.model import Span
from fanlint.text.blocks import Block, BlockKind
from fanlint.text.typography import ENGLISH, Typography
from fanlint.text.verbs import EITHER_VERBS, SPEECH_VERBS

PRONOUNS = frozenset({"he", "she", "they", "i", "we", "it", "you"})


class Speech(NamedTuple):
    """One pair of quotation marks and what they hold.

    ``span`` takes in the marks, ``inner`` does not. ``closed`` is False where the closing mark is missing:
    ``continued`` then tells whether the next paragraph carries the same speech on, as it may.
    ``spoken`` is False for a quoted word or title in narration. ``certain`` is False where a mark of the paragraph is
    missing or faces the wrong way, so that which mark opens and which closes is a guess.
    """

    span: Span
    inner: Span
    block: Block
    closed: bool
    continued: bool
    spoken: bool
    certain: bool


def _start(speech: Speech) -> int:
    return speech.span.start


class _Quote(NamedTuple):
    start: int
    end: int
    closed: bool


# What each opening mark is closed by; a straight mark is told by its neighbours and by counting.
CLOSING = {"“": "”", "”": "”", "„": "“", "«": "»", "»": "«", '"': '"', "‘": "’", "'": "'"}
_DOUBLE = re.compile(r"[\"“”„«»]")
# The mark comes first, then what must stand before it: so the scan goes from mark to mark.
_SINGLE_OPEN = re.compile(r"[‘'](?=[^\W\d_…])(?<![^\s(\[—–][‘'])")
_SINGLE_CLOSE = re.compile(r"['’](?<=[.,!?…—–-]['’])(?=[\s)\]—–]|$)")
# Code points before a speech that are looked at; bounded, so that a paragraph of many speeches stays cheap.
_REACH = 120
_FARTHEST = 30  # paragraphs that a letter or a song inside one pair of marks may have
_INCHES = re.compile(r"\d['’]\d{1,2}\"")


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
        double = partial(_double_quotes, opening=typography.opening)
        self._marks = _single_quotes if _prefers_single(text) else double
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

    def is_carried_into(self, offset: int) -> bool:
        """Whether a speech of an earlier paragraph was left open, and goes on in the block at ``offset``."""
        index = bisect_right(self._starts, offset) - 1
        for at in range(index - 1, max(index - 1 - _FARTHEST, -1), -1):
            if found := self._speeches(at):
                return found[-1].continued
        return False

    def _is_dashed(self, index: int) -> bool:
        return self._typography.dashed and self._text[self._starts[index]] in _DASHES

    def _find_quotes(self, index: int) -> list[_Quote]:
        return self._marks(self._text, self._story[index].span)

    def _find_speaker(self, index: int) -> str | None:
        return _speaker(self._text, self._story[index].span, self._quotes(index), self._names())

    def _find_speeches(self, index: int) -> tuple[Speech, ...]:
        """The speeches of one block."""
        text, block = self._text, self._story[index]
        if self._is_dashed(index):
            return tuple(_dashed(text, block))
        found = self._quotes(index)
        first_open = next((at for at, quote in enumerate(found) if not quote.closed), None)
        goes_on = first_open is not None and self._goes_on(index + 1)
        if first_open is not None and goes_on:
            found = [*found[:first_open], _Quote(found[first_open].start, block.span.end, False)]
        certain = all(_is_certain(text, quote, block.span) for quote in (found[:-1] if goes_on else found))
        certain = certain and not self._has_stray_mark(index, found, goes_on=goes_on)
        out = []
        for quote in found:
            continued = goes_on and quote is found[-1]
            inner = Span(quote.start + 1, quote.end - 1 if quote.closed else quote.end)
            spoken = _is_spoken(text, inner, block.span)
            out.append(Speech(Span(quote.start, quote.end), inner, block, quote.closed, continued, spoken, certain))
        return tuple(out)

    def _has_stray_mark(self, index: int, found: list[_Quote], *, goes_on: bool) -> bool:
        """Whether a double mark of a block belongs to no quote, or opens a speech that goes on, but stands between two
        spaces and might as well close one."""
        if self._marks is _single_quotes or not found:
            return False
        text, span = self._text, self._story[index].span
        last = found[-1].start
        if goes_on and last > span.start and _faces(text, last, span) != 1:
            return True
        ends = iter(found)
        quote = next(ends, None)
        for mark in _DOUBLE.finditer(text, *span):
            while quote is not None and quote.end <= mark.start():
                quote = next(ends, None)
            if quote is None or mark.start() < quote.start:
                return True
        return False

    def _goes_on(self, index: int) -> bool:
        """Whether a speech left open before block ``index`` goes on: by a new opening mark, or to a closing one."""
        text, story = self._text, self._story
        if index < len(story):
            found = self._quotes(index)
            if found and found[0].start == story[index].span.start:
                return True
        for at in range(index, min(index + _FARTHEST, len(story))):
            span = story[at].span
            marks = [place.start() for place in _DOUBLE.finditer(text, *span)]
            if marks:
                closes = text[marks[0]] in self._typography.closing or _faces(text, marks[0], span) == -1
                return not self._quotes(at) and len(marks) == 1 and closes
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
            yield Speech(Span(start, end), Span(start + 1, end), block, True, False, True, True)


def _prefers_single(text: str) -> bool:
    """British style: speech in single quotation marks, double ones inside."""
    if "‘" not in text and "'" not in text:
        return False
    double = len(_DOUBLE.findall(text)) / 2
    return len(_SINGLE_CLOSE.findall(text)) > 2 * double and len(_SINGLE_OPEN.findall(text)) > 2 * double


def _double_quotes(text: str, span: Span, opening: str) -> list[_Quote]:
    """The quotes of one block, in order and apart; what is quoted inside a speech belongs to it.

    A speech that is left open ends where the next one begins, or with the block.
    """
    places = [found.start() for found in _DOUBLE.finditer(text, span.start, span.end)]
    if not places:
        return []
    if any(text[place - 1].isdigit() for place in places):
        inches = {found.end() - 1 for found in _INCHES.finditer(text, span.start, span.end)}
        places = [place for place in places if place not in inches]
    out: list[_Quote] = []
    outer: int | None = None
    inner: int | None = None
    nested: list[_Quote] = []  # closed within ``outer``, and speeches of their own if that never closes
    for place in places:
        if _opens(text, place, span, outer if inner is None else inner, place == places[-1], opening):
            if outer is None:
                outer, nested = place, []
            elif inner is None:
                inner = place
            else:  # a third one: the first was never closed
                out += _left_open(outer, nested, inner)
                outer, inner, nested = inner, place, []
        elif inner is not None:
            nested.append(_Quote(inner, place + 1, True))
            inner = None
        elif outer is not None:
            out.append(_Quote(outer, place + 1, True))
            outer = None
    if outer is not None:
        nested += [_Quote(inner, span.end, False)] if inner is not None else []
        out += _left_open(outer, nested, span.end)
    return out


def _left_open(outer: int, nested: list[_Quote], end: int) -> list[_Quote]:
    """A speech without its end, and the quotes after its beginning, up to ``end``."""
    return [_Quote(outer, nested[0].start if nested else end, False), *nested]


def _faces(text: str, place: int, span: Span) -> int:
    """1 where the neighbours say that a mark opens, -1 where they say that it closes, 0 where they do not tell."""
    before = text[place - 1] if place > span.start else " "
    after = text[place + 1] if place + 1 < span.end else " "
    free_before = before.isspace() or before in "([{—–-"
    free_after = after.isspace() or after in ")]}—–-,.;:!?…"
    if free_before and not free_after:
        return 1
    if free_after and not free_before:
        return -1
    return 0


def _is_certain(text: str, quote: _Quote, span: Span) -> bool:
    """Whether neither mark of a speech faces against what it was taken for."""
    return quote.closed and _faces(text, quote.start, span) != -1 and _faces(text, quote.end - 1, span) != 1


def _opens(text: str, place: int, span: Span, opened: int | None, last: bool, opening: str) -> bool:
    """Whether a mark opens, given the mark that is open before it; what its neighbours do not tell, turns tell."""
    mark, faces = text[place], _faces(text, place, span)
    if opened is None:
        # ”Hello,” is turned the wrong way, or Swedish; a lone closing mark has lost its opening one.
        return mark in opening or faces == 1 or (faces == 0 and mark == '"')
    if mark == CLOSING[text[opened]] and mark != '"':
        return False
    if last and mark not in opening:
        return False  # with nothing to close it, it rather closes: "Come here. "He waved.
    if mark in opening:
        return faces == 1 or (faces == 0 and place + 1 < span.end)
    return faces == 1


def _single_quotes(text: str, span: Span) -> list[_Quote]:
    out: list[_Quote] = []
    at = span.start
    while found := _SINGLE_OPEN.search(text, at, span.end):
        start = found.start()
        closing = _SINGLE_CLOSE.search(text, start + 1, span.end)
        if closing is None:
            out.append(_Quote(start, span.end, False))
            break
        out.append(_Quote(start, closing.end(), True))
        at = closing.end()
    return out


def _is_spoken(text: str, inner: Span, block: Span) -> bool:
    """Speech, not a quoted word or title: it has an end mark, a capital, or stands at an edge of the paragraph."""
    piece = text[inner.start : inner.end].strip()
    if not piece:
        return False
    if piece[-1] in ".,!?…—–-" or len(piece.split()) > 6:
        return True
    if inner.start - 1 == block.start:
        return True
    before = text[max(block.start, inner.start - _REACH) : inner.start - 1].rstrip()
    return before.endswith((",", ":", ".", "!", "?", "…", "—")) and (piece[0].isupper() or piece[0] == "i")


_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
# Compiled when a speaker is first asked for (`re` keeps them), which in most drafts is never.
_AFTER = rf"\s*(?P<a>{_WORD})(?:\s+(?P<b>{_WORD}))?(?:\s+(?P<c>{_WORD}))?"
_BEFORE = rf"(?P<subject>{_WORD})\s+(?:(?P<between>{_WORD})\s+)?(?P<verb>{_WORD})[^\"“”.!?]{{0,30}},\s*$"
_ACTOR = rf"(?P<name>{_WORD})\s+(?P<verb>[^\W\d_]+)"


def _speaker(text: str, block: Span, quotes: Iterable[_Quote], names: Container[str]) -> str | None:
    """The name that the paragraph's first tag gives its speeches; None for a pronoun or where no tag stands."""
    for quote in quotes:
        found = re.compile(_AFTER).match(text, quote.end, block.end)
        if found and quote.closed:
            first, second, third = found["a"], found["b"] or "", found["c"] or ""
            if first in names and is_speech_verb(second):
                return first
            if first in names and second in names and is_speech_verb(third):
                return f"{first} {second}"
            if is_speech_verb(first) and second in names:
                return second
        start = max(block.start, quote.start - _REACH)
        before = None
        if text[start : quote.start].rstrip().endswith(","):
            before = re.compile(_BEFORE).search(text, start, quote.start)
        if before and before["subject"] in names and is_speech_verb(before["verb"]):
            return before["subject"]
    return _first_actor(text, block, quotes, names)


def _first_actor(text: str, block: Span, quotes: Iterable[_Quote], names: Container[str]) -> str | None:
    """Who acts right beside a speech of the paragraph: “No.” Lee stepped back."""
    for start in dict.fromkeys(place for quote in quotes for place in (quote.end, block.start)):
        found = re.compile(_ACTOR).match(text, start + (1 if text[start : start + 1] == " " else 0), block.end)
        if found and found["name"] in names and found["verb"].endswith(("ed", "s")):
            return found["name"]
    return None


def is_speech_verb(word: str) -> bool:
    return word in SPEECH_VERBS or word in EITHER_VERBS
