"""Finds speech: where quotation marks open and close, over paragraphs too, and who speaks where it can be told."""

import re
from collections.abc import Iterable
from functools import partial
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
    speaker: str | None


class _Quote(NamedTuple):
    start: int
    end: int
    closed: bool


# What each opening mark is closed by; a straight mark is told by its neighbours and by counting.
CLOSING = {"“": "”", "”": "”", "„": "“", "«": "»", "»": "«", '"': '"', "‘": "’", "'": "'"}
_DOUBLE = re.compile(r"[\"“”„«»]")
_SINGLE_OPEN = re.compile(r"(?:^|(?<=[\s(\[—–]))[‘'](?=[^\W\d_…])")
_SINGLE_CLOSE = re.compile(r"(?<=[.,!?…—–-])['’](?=[\s)\]—–]|$)")
# Code points before a speech that are looked at; bounded, so that a paragraph of many speeches stays cheap.
_REACH = 120
_INCHES = re.compile(r"\d['’]\d{1,2}\"")


def speeches_of(
    text: str,
    blocks: tuple[Block, ...],
    names: frozenset[str] = frozenset(),
    typography: Typography = ENGLISH,
) -> tuple[Speech, ...]:
    """Every speech of the story, in order. ``names`` (as written) tell who may be a speaker."""
    marks = _single_quotes if _prefers_single(text) else partial(_double_quotes, opening=typography.opening)
    story = [block for block in blocks if block.kind is not BlockKind.BREAK and block.kind is not BlockKind.CODE]
    quotes = [marks(text, block.span) for block in story]
    out: list[Speech] = []
    for index, (block, found) in enumerate(zip(story, quotes, strict=True)):
        if typography.dashed and text[block.span.start] in _DASHES:
            out += _dashed(text, block)
            continue
        speaker = _speaker(text, block.span, found, names) if found else None
        first_open = next((at for at, quote in enumerate(found) if not quote.closed), None)
        goes_on = first_open is not None and _goes_on(text, story, quotes, index + 1, typography.closing)
        if first_open is not None and goes_on:
            found = [*found[:first_open], _Quote(found[first_open].start, block.span.end, False)]
        certain = all(_is_certain(text, quote, block.span) for quote in (found[:-1] if goes_on else found))
        for quote in found:
            continued = goes_on and quote is found[-1]
            inner = Span(quote.start + 1, quote.end - 1 if quote.closed else quote.end)
            spoken = _is_spoken(text, inner, block.span)
            out.append(
                Speech(
                    Span(quote.start, quote.end),
                    inner,
                    block,
                    quote.closed,
                    continued,
                    spoken,
                    certain,
                    speaker if spoken else None,
                )
            )
    return tuple(out)


_DASHES = "—–"
_INNER_DASH = r"(?<=\s)[—–]|[—–](?=[\s.,;:!?…]|$)"


def _dashed(text: str, block: Block) -> list[Speech]:
    """The speeches of a paragraph that a dash opens: to its end, without what stands between two dashes within it."""
    dashes = [found.start() for found in re.compile(_INNER_DASH).finditer(text, block.span.start + 1, block.span.end)]
    starts = [block.span.start, *dashes[1::2]]
    ends = [*dashes[::2], block.span.end]
    return [
        Speech(Span(start, end), Span(start + 1, end), block, True, False, True, True, None)
        for start, end in zip(starts, ends, strict=False)
        if start + 1 < end
    ]


_FARTHEST = 30  # paragraphs that a letter or a song inside one pair of marks may have


def _goes_on(text: str, story: list[Block], quotes: list[list[_Quote]], index: int, closing: str) -> bool:
    """Whether a speech left open before block ``index`` goes on: by a new opening mark, or to a lone closing one."""
    if index < len(story) and quotes[index] and quotes[index][0].start == story[index].span.start:
        return True
    for block, found in zip(story[index : index + _FARTHEST], quotes[index : index + _FARTHEST], strict=False):
        marks = [place.start() for place in _DOUBLE.finditer(text, *block.span)]
        if marks:
            closes = text[marks[0]] in closing or _faces(text, marks[0], block.span) == -1
            return not found and len(marks) == 1 and closes
    return False


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
_AFTER = re.compile(rf"\s*(?P<a>{_WORD})(?:\s+(?P<b>{_WORD}))?(?:\s+(?P<c>{_WORD}))?")
_BEFORE = re.compile(rf"(?P<subject>{_WORD})\s+(?:(?P<between>{_WORD})\s+)?(?P<verb>{_WORD})[^\"“”.!?]{{0,30}},\s*$")


def _speaker(text: str, block: Span, quotes: Iterable[_Quote], names: frozenset[str]) -> str | None:
    """The name that the paragraph's first tag gives its speeches; None for a pronoun or where no tag stands."""
    for quote in quotes:
        found = _AFTER.match(text, quote.end, block.end)
        if found and quote.closed:
            first, second, third = found["a"], found["b"] or "", found["c"] or ""
            if first in names and is_speech_verb(second):
                return first
            if first in names and second in names and is_speech_verb(third):
                return f"{first} {second}"
            if is_speech_verb(first) and second in names:
                return second
        before = _BEFORE.search(text, max(block.start, quote.start - _REACH), quote.start)
        if before and before["subject"] in names and is_speech_verb(before["verb"]):
            return before["subject"]
    return _first_actor(text, block, quotes, names)


_ACTOR = re.compile(rf"(?P<name>{_WORD})\s+(?P<verb>[^\W\d_]+)")


def _first_actor(text: str, block: Span, quotes: Iterable[_Quote], names: frozenset[str]) -> str | None:
    """Who acts right beside a speech of the paragraph: “No.” Lee stepped back."""
    for start in dict.fromkeys(place for quote in quotes for place in (quote.end, block.start)):
        found = _ACTOR.match(text, start + (1 if text[start : start + 1] == " " else 0), block.end)
        if found and found["name"] in names and found["verb"].endswith(("ed", "s")):
            return found["name"]
    return None


def is_speech_verb(word: str) -> bool:
    return word in SPEECH_VERBS or word in EITHER_VERBS
