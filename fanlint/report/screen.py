"""Text on a terminal: what may be shown, how wide it is, where a long line is cut, and colour."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

BOLD, DIM, INVERSE, RED, GREEN, YELLOW, CYAN = "1", "2", "7", "31", "32", "33", "36"
TIE = "\N{NO-BREAK SPACE}"  # a space at which no row is broken; shown as a plain one

_TAB = "    "
# Marks that turn the direction of all that follows, on this line and often the next.
_TURNING = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))


class Excerpt(NamedTuple):
    """A piece of a line that fits the terminal: the finding, and what comes before and after it."""

    before: str
    found: str
    after: str


def paint(text: str, *codes: str, color: bool) -> str:
    """``text`` in the colours given, where colour is wanted."""
    return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if color and codes and text else text


# A text in quotation marks, whose asterisks are the writer's; or a word that a message speaks of.
_MENTIONED = re.compile(r"“[^”]*”|\*(?P<word>-?\w(?:[^*\n]*[^*\s])?)\*")


def mentions(text: str, *, color: bool) -> str:
    """A message in which the words that it speaks of, between asterisks, are in italics where there is colour."""
    return _MENTIONED.sub(_in_italics, text) if color and "*" in text else text


def _in_italics(found: re.Match[str]) -> str:
    return f"\x1b[3m{found['word']}\x1b[23m" if found["word"] else found[0]


def shown(text: str) -> str:
    """``text`` on one line and without anything that a terminal would obey."""
    if text.isprintable():
        return text
    return "".join(map(_cell, text))


def _cell(char: str) -> str:
    if char == "\t":
        return _TAB
    if char in "\n\r\v\f\x85\u2028\u2029":
        return " "
    if char in _TURNING:
        return ""
    return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(char) in ("Cc", "Cs") else char


def width(text: str) -> int:
    """How many columns shown text takes."""
    return len(text) if text.isascii() else sum(map(_char_width, text))


def _char_width(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def excerpt(line: str, start: int, end: int, columns: int) -> Excerpt:
    """The part of ``line`` around ``start:end`` that fits into ``columns``, cut between words and marked with “…”."""
    if len(line) <= columns:
        whole = Excerpt(shown(line[:start]), shown(line[start:end]), shown(line[end:]))
        if sum(map(width, whole)) <= columns:
            return whole
    room = columns - 2  # for the two “…”
    stop = _reach(line, range(start, end), room) if end > start else start
    spare = room - width(shown(line[start:stop]))
    low = _reach(line, range(start - 1, -1, -1), spare * 2 // 5)
    high = _reach(line, range(stop, len(line)), spare - width(shown(line[low:start]))) if stop == end else stop
    if high == len(line):
        low = _reach(line, range(start - 1, -1, -1), spare - width(shown(line[stop:])))
    low = _next_word(line, low, start)
    high = _last_word(line, stop, high) if stop == end else high
    return Excerpt(
        "…" * (low > 0) + shown(line[low:start]),
        shown(line[start:stop]),
        shown(line[stop:high]) + "…" * (high < len(line)),
    )


def _reach(line: str, places: range, columns: int) -> int:
    """How far one may go through ``places`` of a line within ``columns``: the border where to cut."""
    at = places.start
    for at in places:
        columns -= width(shown(line[at]))
        if columns < 0:
            return at if places.step > 0 else at + 1
    return places.stop if places.step > 0 else max(places.stop + 1, 0)


def _next_word(line: str, low: int, start: int) -> int:
    """The beginning of the first whole word in ``line[low:start]``, or ``low`` where there is none."""
    if low == 0:
        return 0
    if not line[low - 1].isspace():
        low = next((at + 1 for at in range(low, start) if line[at].isspace()), low)
    while low < start and (line[low].isspace() or not width(line[low])):
        low += 1
    return low


def _last_word(line: str, stop: int, high: int) -> int:
    """The end of the last whole word in ``line[stop:high]``, or ``high`` where there is none."""
    if high == len(line):
        return high
    if not line[high].isspace():
        high = next((at for at in range(high - 1, stop - 1, -1) if line[at].isspace()), high)
    while high > stop and line[high - 1].isspace():
        high -= 1
    while high < len(line) and not line[high].isspace() and not width(line[high]):
        high += 1  # a combining mark stays with its letter
    return high


def wrap(pieces: Iterable[tuple[str, tuple[str, ...]]], columns: int, color: bool) -> list[str]:
    """Rows of at most ``columns``, unless a word is longer; each piece is text and its colours."""
    rows: list[list[tuple[tuple[str, ...], str]]] = []
    used = columns
    for text, codes in pieces:
        for word in filter(None, shown(text).split(" ")):
            size = width(word)
            if used + 1 + size > columns or not rows:
                rows.append([])
                used = -1
            rows[-1].append((codes, word.replace(TIE, " ")))
            used += 1 + size
    return [" ".join(_painted(row, color)) for row in rows]


def _painted(row: list[tuple[tuple[str, ...], str]], color: bool) -> Iterable[str]:
    for codes, words in groupby(row, key=itemgetter(0)):
        yield paint(" ".join(word for _, word in words), *codes, color=color)
