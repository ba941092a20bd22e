"""Finds the markup within a Markdown block: what is to be cut from its text, and what stands there instead."""

from __future__ import annotations

import re
from typing import NamedTuple

from fanlint.formats.markdown_blocks import label


class Cut(NamedTuple):
    """Leave out ``start`` to ``end``, put ``text`` there; ``comment`` is what an HTML comment says."""

    start: int
    end: int
    text: str = ""
    comment: str | None = None


# Stands for what a reader sees but does not read, such as an address: no word, and no space either, so that the words
# on both sides of it are neither neighbours nor two spaces apart.
OBJECT = "\ufffc"

_SPECIAL = re.compile(r"\\|`+|<|&|\*+|_+|~+|!?\[|\]|(?<![^\W_])(?:https?://|ftp://|www\.)(?=[^\s<>\[\]“”‘’…—\"])", re.I)
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_TICKS = re.compile(r"`+")
_ADDRESS = re.compile(r"[^\s<>\[\]“”‘’…—\"]+")
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+|[\w.!#$%&'*+/=?^`{|}~-]++@[\w.-]++)>")
_TAG = re.compile(
    r"</?([A-Za-z][A-Za-z0-9-]*+)(?:\s++[A-Za-z_:][\w.:-]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++))?+)*+\s*+/?>"
)
_DECLARATION = re.compile(r"<![A-Za-z][^<>]*>")
_LINE_TAGS = frozenset("br p div center hr h1 h2 h3 h4 h5 h6 li ul ol blockquote table tr td th section".split())
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_FOOTNOTE = re.compile(r"\[\^[^\s\[\]]++\]")
_TARGET = re.compile(
    r"\(\s*+(?:<(?:\\.|[^<>\\\n])*+>|(?:\\.|[^\s()\\<]|\((?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*+\))*+\))"
    r"(?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*+\))*+\))*+)?+"
    r"(?:\s++(?:\"(?:\\.|[^\"\\])*+\"|'(?:\\.|[^'\\])*+'|\((?:\\.|[^()\\])*+\)))?+\s*+\)",
    re.S,
)
_LABEL = re.compile(r"\[((?:\\.|[^\[\]\\]){0,999}+)\]", re.S)


class _Marks:
    """A run of ``*``, ``_`` or ``~`` that may open or close emphasis."""

    __slots__ = ("closes", "count", "opens", "serial", "sign", "start", "whole")

    def __init__(self, sign: str, start: int, count: int, opens: bool, closes: bool, serial: int) -> None:
        self.sign, self.start, self.count, self.whole = sign, start, count, count
        self.opens, self.closes, self.serial = opens, closes, serial

    def pairs(self, closer: _Marks) -> bool:
        if self.sign != closer.sign:
            return False
        # CommonMark's rule of three: in “*a**b*” the middle run neither opens nor closes.
        either = (self.opens and self.closes) or (closer.opens and closer.closes)
        threes = self.whole % 3 == 0 and closer.whole % 3 == 0
        return not either or threes or (self.whole + closer.whole) % 3 != 0


class _Bracket(NamedTuple):
    start: int
    end: int
    marks: int  # how many runs of emphasis marks stand before it


def cuts_of(text: str, labels: set[str]) -> list[Cut]:
    """What to cut from a block's text, in order and apart; ``labels`` are those with a link definition."""
    if _SPECIAL.search(text) is None:
        return []
    inlines = _Inlines(text, labels)
    return sorted(inlines.cuts)


class _Inlines:
    """One pass from left to right; emphasis is paired when a link or the block ends."""

    def __init__(self, text: str, labels: set[str]) -> None:
        self.cuts: list[Cut] = []
        self._text, self._labels = text, labels
        self._marks: list[_Marks] = []
        self._brackets: list[_Bracket] = []
        self._dead = 0  # brackets below this height stand around a link, so that they cannot be one
        self._ticks: dict[int, list[int]] | None = None  # where runs of backticks start, by length, last first
        self._no_comment_from = len(text)
        readers = {
            "\\": self._escape,
            "`": self._code,
            "<": self._angle,
            "&": self._entity,
            "*": self._emphasis,
            "_": self._emphasis,
            "~": self._emphasis,
            "[": self._bracket,
            "!": self._bracket,
            "]": self._link,
        }
        at = 0
        while found := _SPECIAL.search(text, at):
            at = readers.get(text[found.start()], self._address)(found.start(), found.end())
        self._pair(self._marks)

    def _escape(self, start: int, end: int) -> int:
        if end < len(self._text) and (self._text[end] in _PUNCTUATION or self._text[end] == "\n"):
            self.cuts.append(Cut(start, end))
            return end + 1
        return end

    def _code(self, start: int, end: int) -> int:
        if self._ticks is None:
            self._ticks = {}
            for run in reversed(list(_TICKS.finditer(self._text))):
                self._ticks.setdefault(run.end() - run.start(), []).append(run.start())
        places = self._ticks.get(end - start, [])
        while places and places[-1] < end:
            places.pop()
        if not places:
            return end
        close = places.pop() + end - start
        self.cuts.append(Cut(start, close, OBJECT))
        return close

    def _angle(self, start: int, end: int) -> int:
        text = self._text
        if text.startswith("<!--", start) and start < self._no_comment_from:
            close = text.find("-->", start + 4)
            if close >= 0:
                self.cuts.append(Cut(start, close + 3, "", text[start + 4 : close].strip()))
                return close + 3
            self._no_comment_from = start
        if found := _TAG.match(text, start):
            self.cuts.append(Cut(start, found.end(), "\n" if found[1].lower() in _LINE_TAGS else ""))
            return found.end()
        if found := _AUTOLINK.match(text, start):
            self.cuts.append(Cut(start, found.end(), OBJECT))
            return found.end()
        if found := _DECLARATION.match(text, start):
            self.cuts.append(Cut(start, found.end()))
            return found.end()
        return end

    def _entity(self, start: int, end: int) -> int:
        found = _ENTITY.match(self._text, start)
        if found is None:
            return end
        from html import unescape  # its table of names is large, and few drafts have entities

        character = unescape(found[0])
        if character == found[0] or not character:
            return end
        self.cuts.append(Cut(start, found.end(), character))
        return found.end()

    def _address(self, start: int, end: int) -> int:
        found = _ADDRESS.match(self._text, start)
        stop = found.end() if found else end
        address = self._text[start:stop]
        spare = address.count(")") - address.count("(")
        while stop > end and (self._text[stop - 1] in "?!.,:;*_~'`" or (self._text[stop - 1] == ")" and spare > 0)):
            stop -= 1
            spare -= self._text[stop] == ")"
        self.cuts.append(Cut(start, stop, OBJECT))
        return stop

    # Links and images

    def _bracket(self, start: int, end: int) -> int:
        if (found := _FOOTNOTE.match(self._text, start)) is not None:
            self.cuts.append(Cut(start, found.end()))
            return found.end()
        self._brackets.append(_Bracket(start, end, len(self._marks)))
        return end

    def _link(self, start: int, end: int) -> int:
        if not self._brackets:
            return end
        opener = self._brackets.pop()
        image = self._text[opener.start] == "!"
        dead = len(self._brackets) < self._dead
        self._dead = min(self._dead, len(self._brackets))
        if dead and not image:
            return end
        after = self._after_target(opener, start, end)
        if after is None:
            return end
        self.cuts += (Cut(opener.start, opener.end), Cut(start, after))
        self._pair(self._marks[opener.marks :])
        del self._marks[opener.marks :]
        if not image:
            self._dead = len(self._brackets)
        return after

    def _after_target(self, opener: _Bracket, start: int, end: int) -> int | None:
        """Where the link ends whose text ends at ``start``; None where it is no link."""
        if found := _TARGET.match(self._text, end):
            return found.end()
        if not self._labels:
            return None
        named = _LABEL.match(self._text, end)
        if named and named[1].strip():
            return named.end() if label(named[1]) in self._labels else None
        if start - opener.end > 999 or label(self._text[opener.end : start]) not in self._labels:
            return None
        return named.end() if named else end

    # Emphasis

    def _emphasis(self, start: int, end: int) -> int:
        text, sign = self._text, self._text[start]
        if sign == "~" and end - start != 2:
            return end
        before = _side(text[start - 1]) if start else " "
        after = _side(text[end]) if end < len(text) else " "
        left = after != " " and (after != "." or before != "a")
        right = before != " " and (before != "." or after != "a")
        opens, closes = left, right
        if sign == "_":
            opens, closes = left and (not right or before == "."), right and (not left or after == ".")
        if opens or closes:
            self._marks.append(_Marks(sign, start, end - start, opens, closes, start))
        return end

    def _pair(self, marks: list[_Marks]) -> None:
        """Pair openers with closers, and cut the pairs; what is left over is prose."""
        stack: list[_Marks] = []
        # For each sort of closer, below which opener there is none for it: keeps the search linear.
        hopeless: dict[tuple[str, bool, int], int] = {}
        for closer in marks:
            sort = (closer.sign, closer.opens, closer.whole % 3)
            while closer.closes and closer.count:
                height = len(stack)
                while height and stack[height - 1].serial > hopeless.get(sort, -1):
                    if stack[height - 1].pairs(closer):
                        break
                    height -= 1
                else:
                    hopeless[sort] = stack[-1].serial if stack else -1
                    break
                del stack[height:]
                self._cut(stack[-1], closer)
                if not stack[-1].count:
                    stack.pop()
            if closer.opens and closer.count:
                stack.append(closer)

    def _cut(self, opener: _Marks, closer: _Marks) -> None:
        count = 2 if opener.count >= 2 and closer.count >= 2 else 1
        opener.count -= count
        opened = opener.start + opener.count
        self.cuts += (Cut(opened, opened + count), Cut(closer.start, closer.start + count))
        closer.start += count
        closer.count -= count


def _side(character: str) -> str:
    """What stands beside a mark: space, punctuation (or symbol), or anything else."""
    if character.isalnum():
        return "a"
    if character.isspace():
        return " "
    if character.isascii():
        return "."
    from unicodedata import category  # only beside a mark that is no letter

    return "." if category(character)[0] in "PS" else "a"
