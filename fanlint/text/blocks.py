"""Cuts a text into blocks: paragraphs, headings, scene breaks, author's notes, verse and chats."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from fanlint.model import Span


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
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


_SENDER = re.compile(r"[*_\[(<@]{0,3}\w[\w .'’\-]{0,23}[*_\])>]{0,3}:[*_]{0,3}\s+(?=\S)")
_LINE = re.compile(r"[^\n]+")
_HEADING = re.compile(
    r"(?:(?:end of )?(?:chapter|part|book|act|scene|episode|prologue|epilogue|interlude|volume|arc)\b[^.!?\"“”]{0,60}$"
    r"|chapter \d+ ?[:\-–—] ?[^\"“”]+$|ch(?:ap)?\b\.? ?\d+\b[^.!?\"“”]*$|(?:\d{1,3}|(?-i:[IVXL]+))\.?$"
    r"|[^\w\"“”]*(?:\w+ )?\w+(?:['’]s?)? pov[^\w\"“”]*$)",
    re.I,
)
_LETTERED_BREAK = re.compile(
    r"[\W_]*(?:[oxOX0~*=_\-\s.]{2,}|line ?break|scene ?break|page ?break|fin|the end|tbc|to be continued|owari"
    r"|time ?skip|(?:start |end )?flashback(?: (?:ends?|starts?|over))?)[\W_]*$",
    re.I,
)
_NOTE_START = re.compile(
    # “AN” only in capitals: “An—an accident!” is speech.
    # What is said aloud stands in quotation marks.
    r"[^\w\"“”‘']*(?:a[/.]n\b|(?-i:AN)\b\s*[:;\-–—(]|an:|author'?s?'?[ ’']*s? notes?\b|notes?:"
    r"|disclaimers?\b\s*[:;.\-–—]"
    r"|(?:summary|warnings?|rating|rated|pairings?|beta(?:ed)?(?: by)?|fandom|characters?|genre|title|author|spoilers?"
    r"|word ?count|(?:additional )?tags|relationships?|prompt|end notes?|(?:words|chapters)(?=:\s*\d)|(?-i:[TC]W))\s*:"
    r"|(?:trigger|content) warnings?\s*[:\-–—]|\[?\(?a/n"
    r"|see the end of the (?:chapter|work) for|(?:please|pls|plz) r ?(?:&|and|n) ?r\b|r ?& ?r\W*$"
    r"|(?:please|pls|plz) (?:read and )?review\W*$"
    r"|i (?:do not|don['’]?t) own [^.!?\n]{0,40}\b(?:characters|anime|manga|series|franchise|fandom)\b)",
    re.I,
)
# What authors say outside their story, each with how strongly it tells; compiled where a gap may part them from it.
_NOTE_CUES = (
    (r"\b(?:r ?& ?r|read and review|please review|reviews?|reviewers?|flames?|critique|concrit|kudos)\b", 2),
    (
        r"\b(?:one-?shots?|fan-?fic(?:tion)?s?|fics?|ficlets?|drabbles?|pairings?|fandoms?|ooc|au|canon|beta'?d|cliche)\b",
        2,
    ),
    (r"\b(?:i (?:do not|don'?t) own|belongs? to (?:kishimoto|rowling|jkr?)|disclaimer)\b", 3),
    (
        r"\b(?:(?:next|this|last) chapter|this story|update[ds]?|hiatus|feel free|hope you (?:like|enjoy)(?:ed)?"
        r"|enjoy)\b",
        1,
    ),
    (r"\b(?:comments?|readers?|thanks for reading|thank you (?:all|everyone|guys))\b", 1),
)


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order: parted by blank lines, and by every newline unless lines are wrapped."""
    lines = [Span(*found.span()) for found in _LINE.finditer(text) if not found[0].isspace()]
    groups = _grouped(lines)
    width = _wrap_width(groups)
    blocks = []
    for group in groups:
        verse = _is_verse(text, group)
        kind = BlockKind.VERSE if verse else BlockKind.PARAGRAPH
        pieces = _joined(group) if verse or _is_wrapped(group, width) else group
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
        elif kind is BlockKind.QUOTATION and _NOTE_START.match(text, *span):
            kind = BlockKind.NOTE
        kinds.append(kind)
    _mark_notes(text, spans, kinds)
    _mark_chats(text, spans, kinds)
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


def _is_wrapped(group: list[Span], width: int) -> bool:
    """Whether lines that follow one another are one paragraph, in a text that is wrapped at ``width`` or at none."""
    if width == 0:
        return len(group) >= 3 and _is_even(group)
    # A line that is much shorter was ended by the writer: verse, an address, a list.
    return all(0.6 * width <= _length(line) <= 1.1 * width for line in group[:-1])


def _is_even(group: list[Span]) -> bool:
    """All lines but the last are about equally long, and none is as long as a paragraph."""
    lengths = [_length(line) for line in group[:-1]]
    return 40 <= max(lengths) <= 100 and min(lengths) >= 0.6 * max(lengths)


def _length(line: Span) -> int:
    return line.end - line.start


def _is_verse(text: str, group: list[Span]) -> bool:
    """Whether at least four short lines, none of them spoken, run on from one to the next: a song, a list, a chat."""
    if len(group) < 4 or max(map(_length, group)) > 60:
        return False
    lines = [text[line.start : line.end].rstrip() for line in group]
    open_ends = sum(line[-1].isalnum() or line[-1] in ",;—" for line in lines)
    return (
        2 * open_ends >= len(lines)
        and not any(mark in line for line in lines for mark in '"“”')
        and all(_kind(line.lstrip()) is BlockKind.PARAGRAPH for line in lines)
    )


def _joined(group: list[Span]) -> list[Span]:
    return [Span(group[0].start, group[-1].end)]


def _trim(text: str, span: Span) -> Span:
    if not text[span.start].isspace() and not text[span.end - 1].isspace():
        return span
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))


def _kind(piece: str) -> BlockKind:
    if len(piece) <= 60:
        if not any(map(str.isalnum, piece)):
            # A lone “...” or “?!” may be spoken; a row of stars is not.
            return BlockKind.PARAGRAPH if piece[0] in "\"“'‘" else BlockKind.BREAK
        if _LETTERED_BREAK.match(piece):
            return BlockKind.BREAK
        if _HEADING.match(piece):
            return BlockKind.HEADING
    if _NOTE_START.match(piece):
        return BlockKind.NOTE
    return BlockKind.PARAGRAPH


def _mark_notes(text: str, spans: list[Span], kinds: list[BlockKind]) -> None:
    """Mark the author's words at the head and foot, which a wide gap or a scene break parts from the story."""
    parted = [
        index
        for index in range(1, len(spans))
        if text.count("\n", spans[index - 1].end, spans[index].start) >= 3
        or BlockKind.BREAK in kinds[index - 1 : index + 1]
    ]
    if not parted:
        return
    for zone in (range(parted[0]), range(parted[-1], len(spans))):
        paragraphs = [index for index in zone if kinds[index] is BlockKind.PARAGRAPH]
        if len(paragraphs) > 8:
            continue
        cues = [(re.compile(cue, re.I), points) for cue, points in _NOTE_CUES]
        weight = sum(points for index in paragraphs for cue, points in cues if cue.search(text, *spans[index]))
        if weight >= 2 and not any(kinds[index] is BlockKind.HEADING for index in zone):
            for index in paragraphs:
                kinds[index] = BlockKind.NOTE


def _mark_chats(text: str, spans: list[Span], kinds: list[BlockKind]) -> None:
    """Mark three and more messages in a row, each after its sender's name, most of which begin in lower case.

    One name alone heads a list; a scene written as a script begins its lines with capitals.
    """
    run: list[int] = []
    low = 0
    senders: set[str] = set()
    for index, (start, end) in enumerate([*spans, Span(len(text), len(text))]):
        sent = text.find(":", start, min(end, start + 30)) >= 0 and _SENDER.match(text, start, end)
        if sent and kinds[index] is BlockKind.PARAGRAPH:
            run.append(index)
            senders.add(sent[0])
            low += text[sent.end()].islower()
            continue
        if len(run) >= 3 and 2 * low > len(run) and len(senders) > 1:
            for place in run:
                kinds[place] = BlockKind.CHAT
        run, low, senders = [], 0, set()
