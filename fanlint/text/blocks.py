"""Cuts a text into blocks: paragraphs, headings, scene breaks, author's notes, verse and chats."""

import re
from collections.abc import Iterable

from fanlint.model import Span
from fanlint.text.block_kinds import Block, BlockKind
from fanlint.text.chats import mark_chats
from fanlint.text.notes import begins_note, mark_notes

__all__ = ["Block", "BlockKind", "blocks_of", "told_by_look"]


_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+")
# The large patterns are compiled when a short line has one of these words, or is a number.
_TELLING = frozenset(
    "act ago arc back book ch chap chapter continued dream earlier end epilogue episode fin flash flashback interlude "
    "later line linebreak meanwhile memory next omake owari pagebreak page part pov present prologue scene scenebreak "
    "skip tbc text timeskip v view volume".split()
)
_HEADING = (
    r"(?:(?:end of )?(?:chapter|part|book|act|scene|episode|prologue|epilogue|interlude|volume|arc)\b[^.!?\"“”]{0,60}$"
    r"|(?:bonus|extra|special|final|last) chapter\W*$|omake\b[^.!?\"“”]{0,40}$|(?:chapter|work) text\W*$"
    r"|chapter \d+(?:\.\d)? ?[:\-–—|] ?[^\"“”]+$|ch(?:ap)?\b\.? ?\d+\b[^.!?\"“”]*$|(?:\d{1,3}|(?-i:[IVXL]+))\.?$"
    r"|\d{1,3} ?[|:–—] ?[^\W\d][^.\"“”]*$"
    # Who tells what follows, and when it happens
    r"|[^\w\"“”]*(?:\w+ ){0,2}?(?:\w+['’]?s?['’]? )?(?:pov|p\.o\.v\.?|point of view)"
    r"(?: (?:change|switch|shift)|(?: ?[:\-–—] ?|: )[\w .'’]+)?[^\w\"“”]*$"
    r"|[^\w\"“”]*(?:(?:\w+ ){1,4}(?:later|earlier|ago)|later that (?:same )?\w+|present day"
    r"|(?:back (?:to|in) )?the present|meanwhile|(?:the )?next (?:day|morning|week|night))"
    r"(?:\.{2,}|…)?[^\w.,;:!?\"“”]*$)"
)
_LETTERED_BREAK = (
    r"(?:[^\w\"“”]|_)*(?:[oxOX0~*=_\-\s.]{2,}|line ?break|scene ?break|page ?break|fin|the end"
    r"|tbc|to be continued|owari"
    r"|(?:start of |end of |start |end |begin )?(?:flash ?back|dream|memory)"
    r"(?: (?:ends?|starts?|begins?|over|sequence))?"
    r"|time ?skip(?:\b[^.!?\"“”]{0,40})?)(?:[^\w\"“”]|_)*$"
)
_SLANTED = r"([*_~/])[^*_~/\"“”]+\1"  # a line that is in italics as a whole
_DRAWN, _ROMAN = frozenset("ox"), frozenset("ivxl")
_STANZA = 8  # lines
_SILENCE = frozenset(".…?!")  # a lone “...” or “?!” may be spoken, a row of stars is not


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order: parted by blank lines, and by every newline unless lines are wrapped."""
    lines = [Span(*found.span()) for found in _LINE.finditer(text) if not found[0].isspace()]
    groups = _grouped(lines)
    width = _wrap_width(groups)
    blocks = []
    for group in groups:
        verse = _is_verse(text, group)
        kind = BlockKind.VERSE if verse else BlockKind.PARAGRAPH
        pieces = _joined(group) if verse or _is_wrapped(text, group, width) else group
        blocks += [Block(_trim(text, span), kind) for span in pieces]
    return told_by_look(text, blocks)


def told_by_look(text: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The same blocks, with headings, scene breaks, author's notes and chats told apart among the paragraphs."""
    spans: list[Span] = []
    kinds: list[BlockKind] = []
    for span, kind in blocks:
        spans.append(span)
        if kind is BlockKind.PARAGRAPH:
            kind = _kind(text[span.start : span.end])
        elif kind in (BlockKind.QUOTATION, BlockKind.HEADING) and begins_note(text, span):
            kind = BlockKind.NOTE
        kinds.append(kind)
    mark_notes(text, spans, kinds)
    mark_chats(text, spans, kinds)
    return tuple(map(Block, spans, kinds))


def _grouped(lines: list[Span]) -> list[list[Span]]:
    """Lines that follow one another without a blank line between them."""
    groups: list[list[Span]] = []
    end = -1
    for line in lines:
        if line.start == end + 1 and groups:
            groups[-1].append(line)
        else:
            groups.append([line])
        end = line.end
    return groups


def _wrap_width(groups: list[list[Span]]) -> int:
    """The width, in code points, at which the whole text is wrapped; 0 where it is not, or too short to tell."""
    tall = [group for group in groups if len(group) >= 3]
    widths = sorted(max(map(_length, group)) for group in tall if _is_even(group))
    return widths[len(widths) // 2] if len(widths) >= 3 and 2 * len(widths) > len(tall) else 0


def _is_wrapped(text: str, group: list[Span], width: int) -> bool:
    """Whether lines that follow one another are one paragraph, in a text that is wrapped at ``width`` or at none."""
    if width == 0:
        # Where every line ends a sentence, each is a paragraph.
        return len(group) >= 3 and _is_even(group) and not all(_ends_sentence(text, line) for line in group[:-1])
    # A line that is much shorter was ended by the writer: verse, an address, a list.
    return all(0.6 * width <= _length(line) <= 1.1 * width for line in group[:-1])


def _ends_sentence(text: str, line: Span) -> bool:
    return text[line.start : line.end].rstrip()[-1] in ".!?…\"”'’*_"


def _is_even(group: list[Span]) -> bool:
    """All lines but the last are about equally long, and none is as long as a paragraph."""
    lengths = [_length(line) for line in group[:-1]]
    return 40 <= max(lengths) <= 100 and min(lengths) >= 0.6 * max(lengths)


def _length(line: Span) -> int:
    return line.end - line.start


def _is_verse(text: str, group: list[Span]) -> bool:
    """Whether short lines, none of them spoken, run on from one to the next: a song, a list, a chat.

    Of four lines and more half must, of many three in four, since a whole draft may be without blank lines; three must
    all, and two must all and begin in lower case.
    """
    if len(group) < 2 or max(map(_length, group)) > 60:
        return False
    lines = [text[line.start : line.end].strip() for line in group]
    if any("♪" in line or "♫" in line for line in lines) or all(re.fullmatch(_SLANTED, line) for line in lines):
        return True
    open_ends = sum(line[-1].isalnum() or line[-1] in ",;—" for line in lines)
    share = 1.0 if len(lines) < 4 else 0.5 if len(lines) <= _STANZA else 0.75
    return (
        open_ends >= share * len(lines)
        and (len(lines) > 2 or all(line[0].islower() for line in lines))
        and not any(mark in line for line in lines for mark in '"“”')
        and all(_kind(line) is BlockKind.PARAGRAPH for line in lines)
    )


def _joined(group: list[Span]) -> list[Span]:
    return [Span(group[0].start, group[-1].end)]


def _trim(text: str, span: Span) -> Span:
    if not text[span.start].isspace() and not text[span.end - 1].isspace():
        return span
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))


def _may_part(piece: str) -> bool:
    """Whether a short line has a word of headings and scene breaks, or is a number, or drawn with letters."""
    words = _WORD.findall(piece.lower())
    if piece[0].isdigit() or not _TELLING.isdisjoint(words):
        return True
    return _DRAWN.issuperset(letters := "".join(words)) or _ROMAN.issuperset(letters)


def _kind(piece: str) -> BlockKind:
    if begins_note(piece, Span(0, len(piece))):
        return BlockKind.NOTE
    if len(piece) <= 60:
        if not any(map(str.isalnum, piece)):
            return BlockKind.PARAGRAPH if piece[0] in "\"“'‘" or _SILENCE.issuperset(piece) else BlockKind.BREAK
        if _may_part(piece):
            if re.compile(_LETTERED_BREAK, re.I).match(piece):
                return BlockKind.BREAK
            if re.compile(_HEADING, re.I).match(piece):
                return BlockKind.HEADING
    return BlockKind.PARAGRAPH
