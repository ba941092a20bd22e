"""A quotation mark around a few words without a matching second mark."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from fanlint.model import Edit, Finding, Fix, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.blocks import Block
from fanlint.text.document import STORY, Document
from fanlint.text.quotes import DOUBLE, faces

_OPENS_AFTER = ' \u00a0([—–-"“.…'
_SINGLE = "'‘’"
_MAX_LENGTH = 60  # Maximum distance between two marks that face each other, in code points. Set by hand.
_MAX_WORDS = 4  # Up to this many words are probably quoted as a whole, not in part. Set by hand.
# Words that are often written with an apostrophe in place of their beginning: 'em, 'course.
_SHORTENED = frozenset("em un er im tis twas cause course bout til till round night scuse fraid".split())
_WORD = re.compile(r"[^\W\d_]+")
# A name or title at the end of a sentence.
_NAME = re.compile(r"(?<=[^\W\d_A-Z] )(?:[A-Z][^\W\d_]+ )*[A-Z][^\W\d_]+(?=[.,!?…]$)")
# A name or title within a sentence. Compiled on use, because few drafts need it.
_TITLE = r"(?<=[^\W\d_A-Z] )(?:[A-Z][\w'’]* (?:(?:of|the|a|an|and|to|in|for|with) )*)*[A-Z][\w'’]*$"
_AFTER_TITLE = tuple(mark + gap for mark in '"”' for gap in (" ", "; ", ", ", " ("))


class _Mark(NamedTuple):
    """The position of a single mark, and whether it opens a quotation."""

    place: int
    opens: bool


class UnpairedMark(Rule):
    """Finds a quotation mark around a few words that has no matching second mark.

    Marks come in pairs of one kind, so that readers see where a quotation starts and ends: 'full moon mode', “Keep it
    together”. fanlint looks for a single and a double mark that face each other, and for a closing mark without an
    opening one. Only you know which mark you meant. An opening single mark alone may be the apostrophe of a shortened
    word ('course), so it is left alone.
    """

    scope = Document
    safety = Safety.MANUAL
    message = "Add an opening quotation mark, or remove the closing one."
    mixed = "Use two matching quotation marks here."
    unopened = "Put an opening quotation mark before this name or title."
    examples = (
        'I told myself {\'Keep it together" -> "Keep it together"} in my mind.',
        'He called it {"merry monkey\' -> "merry monkey"} and nodded.',
        "\"Could you define {\"great hunt?' -> 'great hunt?'}\"",
        'My work on {Moon Madness" -> "Moon Madness"} was soon forgotten.',
        "Ilse was back in her full {Moon -> 'Moon} Mood.' \"No,\" he said.",
        "Ilse said they had 'moved{' out.' ->  out.'} \"No,\" he said.",
        "\"Get 'em out of the 'ouse,\" he said. \"'Course, milor'.\"",
        "The dogs' bone was 'old' and the cats' was not.",
        "'Go home,' she said. The 'hero left.",
        "Rock 'n' roll.",
        "“He said, ‘Never.’” She nodded.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        yield from self._titles(item)
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
                yield from self._in_block(block, places, story)

    def _titles(self, document: Document) -> Iterator[Finding]:
        """Finds closing double marks without an opening one after a name or title within a sentence."""
        tokens, text = document.tokens, document.text
        for index in tokens.gaps_among(_AFTER_TITLE):
            if not 0 < index < len(tokens) or not tokens.words[index - 1][0].isupper():
                continue
            place = tokens.end(index - 1)
            block = document.block_at(place)
            if block is None or block.kind not in STORY or not tokens.words[index][0].islower():
                continue
            if any(speech.span.start <= place < speech.span.end for speech in document.speech.in_block(place)):
                continue
            name = re.compile(_TITLE).search(text, max(block.span.start, place - _MAX_LENGTH), place)
            word = _WORD.match(text, name.start()) if name else None
            if word is not None:
                opening = {"”": "“"}.get(text[place], text[place])
                added = Fix(
                    (Edit(Span(*word.span()), opening + word[0]),), self.safety, "Put an opening quotation mark here."
                )
                gone = Fix((Edit(Span(place, place + 1), ""),), self.safety, "Or remove the closing mark.")
                yield self.found(Span(word.start(), place + 1), message=self.unopened, fixes=(added, gone))

    def _in_block(self, block: Block, places: list[int], story: Story) -> Iterator[Finding]:
        text = story.document.text
        marks = [mark for at in places if (mark := _mark(text, at, block.span))]
        doubles = [found.start() for found in DOUBLE.finditer(text, *block.span)]
        for _, group in groupby(marks, lambda mark: bisect(doubles, mark.place)):
            region = list(group)  # There is no double mark between these single ones.
            lone = _without_partner(region)
            if len(lone) != 1:
                continue  # With two stray marks, it is unclear which one is wrong.
            mark = lone[0]
            repeated = [one for one in region if one.place < mark.place and not (one.opens or mark.opens)]
            other = None if repeated else _facing(mark, doubles, text, block.span)
            is_mark = _begins_words(text, mark.place) if mark.opens else _ends_words(text, mark.place, story)
            if other is not None and is_mark:
                is_inside = len(doubles) > 2 and doubles[0] == block.span.start
                yield self._mixed(min(mark.place, other), max(mark.place, other), text, is_inside)
            elif not mark.opens:
                yield from self._closing(mark, repeated, block, story)

    def _mixed(self, first: int, last: int, text: str, is_inside: bool) -> Finding:
        """The finding for a single and a double mark around a few words; inside speech, both become single."""
        is_curly = not {text[first], text[last]}.intersection("'\"")
        said = text[first + 1 : last]
        ways = [("“", "”"), ("‘", "’")] if is_curly else [('"', '"'), ("'", "'")]
        written = [opening + said + closing for opening, closing in (reversed(ways) if is_inside else ways)]
        return self.found(Span(first, last + 1), *written, message=self.mixed)

    def _closing(self, mark: _Mark, repeated: list[_Mark], block: Block, story: Story) -> Iterator[Finding]:
        """The finding for a closing mark without an opening one; ``repeated`` are such marks before it."""
        text = story.document.text
        if repeated:
            span = Span(repeated[-1].place, mark.place + 1)
            if len(text[span.start : span.end].split()) <= _MAX_WORDS and _ends_words(text, span.start, story):
                yield self.found(span, text[span.start + 1 : span.end])
            return
        if text[mark.place - 1] not in ".,!?…" or text[mark.place + 1 : mark.place + 2] in ("'", '"', "’", "”"):
            return
        # Words that are not a name may end a longer quotation, which can start in an earlier paragraph.
        name = _NAME.search(text, max(block.span.start, mark.place - _MAX_LENGTH), mark.place)
        if name is not None and (word := _WORD.match(text, name.start())):
            yield self.found(Span(*word.span()), ("‘" if text[mark.place] == "’" else "'") + word[0])


def _block_start(document: Document, at: int) -> int:
    block = document.block_at(at)
    return block.span.start if block else -1


def _mark(text: str, at: int, block: Span) -> _Mark | None:
    """The single mark at ``at``; None if it is inside a word or on its own."""
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    if text[at] != "’" and before in _OPENS_AFTER and (after.isalnum() or after in ".…"):
        return _Mark(at, True)
    if not (before.isspace() or before.isdigit() or after.isalnum()):
        return _Mark(at, False)
    return None


def _begins_words(text: str, at: int) -> bool:
    """Whether an opening mark is not the apostrophe of a word that is often shortened."""
    word = _WORD.match(text, at + 1)
    return word is None or word[0].lower() not in _SHORTENED


def _ends_words(text: str, at: int, story: Story) -> bool:
    """Whether a closing mark is not an apostrophe: it follows punctuation, or a complete word without a final “s”."""
    if text[at - 1] in ".,!?…":
        return True
    word = text[max(0, at - 30) : at].rsplit(None, 1)[-1].lstrip('"“')
    return len(word) > 2 and not word.endswith(("s", "in")) and story.knows(word)


def _without_partner(region: list[_Mark]) -> list[_Mark]:
    """The marks that have no partner."""
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
    """The double mark that faces a single one a few words away, if a double mark of the paragraph has no partner."""
    if len(doubles) % 2 == 0:
        return None
    at = bisect(doubles, mark.place) - (not mark.opens)
    if not 0 <= at < len(doubles):
        return None
    length = abs(doubles[at] - mark.place)
    is_facing = faces(text, doubles[at], block) == (-1 if mark.opens else 1)
    return doubles[at] if is_facing and 1 < length < _MAX_LENGTH else None
