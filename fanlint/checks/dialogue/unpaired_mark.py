"""A quotation mark round a few words that has no other mark of its kind."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from fanlint.model import Finding, Safety, Span
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.blocks import Block
from fanlint.text.document import STORY, Document
from fanlint.text.quotes import CLOSING, DOUBLE, faces

_OPENS_AFTER = ' \u00a0([—–-"“.…'
_SINGLE = "'‘’"
_LONGEST = 60  # code points between two marks that do not match
_FEW = 4  # words that are quoted as a whole rather than in part
_WORD = re.compile(r"[^\W\d_]+")
# A name or a title inside a sentence, at its end.
_NAME = re.compile(r"(?<=[^\W\d_A-Z] )(?:[A-Z][^\W\d_]+ )*[A-Z][^\W\d_]+(?=[.,!?…]$)")


class _Mark(NamedTuple):
    """A single mark: where it stands, and whether it opens."""

    place: int
    opens: bool


class UnpairedMark(Rule):
    """Marks round a few words come in pairs of one kind: 'full moon mode', “Keep it together”.

    fanlint looks for a single and a double mark that face each other, and for a single one that closes what none has
    opened. Which mark is meant is a guess. One that only opens may be the apostrophe of a shortened word ('course), and
    is left alone.
    """

    scope = Document
    safety = Safety.MANUAL
    message = "This mark closes what no mark has opened."
    mixed = "These two marks do not match."
    examples = (
        'I told myself {\'Keep it together" -> "Keep it together"} in my mind.',
        'He called them {"merry monkeys\' -> "merry monkeys"} and nodded.',
        "Ilse was back in her full {Moon -> 'Moon} Mood.' \"No,\" he said.",
        "Ilse said they had 'moved{' out.' ->  out.'} \"No,\" he said.",
        "\"Get 'em out of the 'ouse,\" he said. \"'Course, milor'.\"",
        "The dogs' bone was 'old' and the cats' was not.",
        "'Go home,' she said. The 'hero left.",
        "Rock 'n' roll.",
        "“He said, ‘Never.’” She nodded.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        gaps = [gap for gap in tokens.gap_places if any(mark in gap for mark in _SINGLE)]
        if not gaps or item.speech.prefers_single:
            return
        spans = [tokens.gap_span(index) for index in tokens.gaps_among(gaps)]
        singles = [at for span in spans for at in range(*span) if item.text[at] in _SINGLE]
        for _, group in groupby(singles, lambda at: _block_start(item, at)):
            places = list(group)
            block = item.block_at(places[0])
            if block is not None and block.kind in STORY:
                yield from self._in_block(block, places, item.text)

    def _in_block(self, block: Block, places: list[int], text: str) -> Iterator[Finding]:
        marks = [mark for at in places if (mark := _mark(text, at, block.span))]
        doubles = [found.start() for found in DOUBLE.finditer(text, *block.span)]
        for _, group in groupby(marks, lambda mark: bisect(doubles, mark.place)):
            region = list(group)  # no double mark parts them
            lone = _without_partner(region)
            if len(lone) != 1:
                continue  # two slips in one clause: nobody can tell
            other = _facing(lone[0], doubles, text, block.span)
            if other is not None:
                yield self._mixed(min(lone[0].place, other), max(lone[0].place, other), text)
            elif not lone[0].opens:
                yield from self._closing(lone[0], region, block, text)

    def _mixed(self, first: int, last: int, text: str) -> Finding:
        """The finding for two marks of two kinds round a few words, which both become double."""
        double = text[first] if text[first] in CLOSING and text[first] not in _SINGLE else text[last]
        opening = {"”": "“"}.get(double, double)
        said = text[first + 1 : last]
        return self.found(Span(first, last + 1), opening + said + CLOSING[opening], message=self.mixed)

    def _closing(self, mark: _Mark, region: list[_Mark], block: Block, text: str) -> Iterator[Finding]:
        """The finding for a mark that only closes."""
        before = [one for one in region if one.place < mark.place]
        if before and not before[-1].opens:
            span = Span(before[-1].place, mark.place + 1)
            if len(text[span.start : span.end].split()) <= _FEW:
                yield self.found(span, text[span.start + 1 : span.end])
            return
        if text[mark.place - 1] not in ".,!?…" or text[mark.place + 1 : mark.place + 2] in ("'", '"', "’", "”"):
            return
        name = _NAME.search(text, max(block.span.start, mark.place - _LONGEST), mark.place)
        word = _WORD.match(text, name.start()) if name else None
        if word:
            yield self.found(Span(*word.span()), ("‘" if text[mark.place] == "’" else "'") + word[0])
        else:
            yield self.found(Span(mark.place, mark.place + 1), "")


def _block_start(document: Document, at: int) -> int:
    block = document.block_at(at)
    return block.span.start if block else -1


def _mark(text: str, at: int, block: Span) -> _Mark | None:
    """A single mark, unless it stands within a word or alone."""
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    if not after.isspace() and before in _OPENS_AFTER and (after.isalnum() or after in ".…"):
        return _Mark(at, True)
    if not (before.isspace() or before.isdigit() or after.isalnum()):
        return _Mark(at, False)
    return None


def _without_partner(region: list[_Mark]) -> list[_Mark]:
    """The marks that have no other one to face."""
    lone: list[_Mark] = []
    opened: list[_Mark] = []
    for mark in region:
        if mark.opens:
            opened.append(mark)
        elif opened:
            opened.pop()
        else:
            lone.append(mark)
    return [*lone, *opened]


def _facing(mark: _Mark, doubles: list[int], text: str, block: Span) -> int | None:
    """The double mark that faces a single one over a few words, where one of the paragraph has no partner."""
    if len(doubles) % 2 == 0:
        return None
    at = bisect(doubles, mark.place) - (not mark.opens)
    if not 0 <= at < len(doubles):
        return None
    length = abs(doubles[at] - mark.place)
    is_facing = faces(text, doubles[at], block) == (-1 if mark.opens else 1)
    return doubles[at] if is_facing and 1 < length < _LONGEST else None
