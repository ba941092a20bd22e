"""Finds the blocks of a Markdown file: which parts of which lines are prose, and what kind of block they make."""

from __future__ import annotations

import re
from typing import NamedTuple

from fanlint.formats.front_matter import after_front_matter
from fanlint.formats.markdown_tables import cells_of, is_ruled, trimmed
from fanlint.text.blocks import BlockKind


class Leaf(NamedTuple):
    """A block that holds prose: the parts of the file it is made of, markers and indentation left out.

    Two parts that follow one another are parted by a newline. ``apart`` tells of two or more blank lines before it.
    """

    kind: BlockKind
    parts: list[tuple[int, int]]
    apart: bool


class HtmlComment(NamedTuple):
    """A comment that stands between blocks: before which leaf, where in the file, and what it says."""

    leaf: int
    start: int
    text: str


# A line that begins with any other character is a paragraph's.
_SPECIAL = frozenset(" \t#>*-+=~`<|:[_0123456789")
_QUOTE = -1
_DEEPEST = 50  # containers in one another; more are text, so that a hostile file costs no more than a long one
_RULE = re.compile(r"([*_-])[ \t]*+(?:\1[ \t]*+){2,}$")
_ITEM = re.compile(r"(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)")
_TASK = re.compile(r"\[[ xX]\][ \t]++(?=.)")
_HEADING = re.compile(r"#{1,6}(?:[ \t]++|$)")
_HEADING_END = re.compile(r"(?:^|[ \t])#+$")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_FENCE = re.compile(r"`{3,}(?=[^`]*$)|~{3,}")
_DEFINITION = re.compile(
    r"\[((?:\\.|[^\[\]\\])++)\]:[ \t]*(?:<[^<>]*>|[^\s<]\S*)"
    r"(?:[ \t]+(?:\"(?:\\.|[^\"\\])*+\"|'(?:\\.|[^'\\])*+'|\((?:\\.|[^()\\])*+\)))?[ \t]*$"
)
_FOOTNOTE = re.compile(r"\[\^[^\s\[\]]++\]:[ \t]*")
_RAW = re.compile(r"<(script|pre|style|textarea)(?=[\s>]|$)", re.I)
# An underlined paragraph longer than this is a writer's scene break that lacks its blank line, not a heading.
_LONGEST_HEADING = 120


def label(text: str) -> str:
    """The key under which a link's definition is found."""
    return " ".join(text.split()).casefold()


class Outline:
    """The leaves of a file in order, the labels that its links may use, and the comments between its blocks."""

    def __init__(self, text: str) -> None:
        self.leaves: list[Leaf] = []
        self.labels: set[str] = set()
        self.comments: list[HtmlComment] = []
        self._text = text
        self._containers: list[int] = []  # _QUOTE, or the columns that a list item's lines are indented by
        self._open: list[tuple[int, int]] = []  # the parts of the paragraph that the next line may carry on
        self._blank = 1  # blank lines before this one; the start of the file counts as one
        self._in_code = self._in_table = self._no_comment = False
        at = after_front_matter(text)
        while at < len(text):
            end = text.find("\n", at)
            at = self._line(at, end if end >= 0 else len(text))
        self._close()

    # Lines

    def _line(self, start: int, end: int) -> int:
        """Read the line; returns where the next one to be read starts."""
        text = self._text
        if start < end and not self._containers and text[start] not in _SPECIAL:
            self._add(start, end)
            return end + 1
        at, indent, depth = self._enter(start, end)
        if at == end:
            self._close()
            del self._containers[depth:]
            self._blank += 1
            self._in_table = False
            return end + 1
        at, indent, depth = self._new_containers(at, end, indent, depth)
        after = self._special(at, end, indent, depth)
        if after is not None:
            return after
        if not self._open:
            del self._containers[depth:]
        self._add(at, end)
        return end + 1

    def _indent(self, at: int, end: int, column: int) -> tuple[int, int]:
        """The first place from ``at`` that is no space, and its column; tabs stop at every fourth."""
        text = self._text
        while at < end and text[at] in " \t":
            column += 4 - column % 4 if text[at] == "\t" else 1
            at += 1
        return at, column

    def _enter(self, start: int, end: int) -> tuple[int, int, int]:
        """Pass the markers of the open containers: where the rest begins, its indentation, how many go on."""
        at, column = self._indent(start, end, 0)
        used = 0  # columns that belong to the containers
        for depth, container in enumerate(self._containers):
            if container == _QUOTE:
                if at == end or self._text[at] != ">" or column - used > 3:
                    return at, column - used, depth
                used = column + 1
                at, column = self._indent(at + 1, end, used)
                used += column > used
            elif at < end:
                if column - used < container:
                    return at, column - used, depth
                used += container
        return at, column - used, len(self._containers)

    def _new_containers(self, at: int, end: int, indent: int, depth: int) -> tuple[int, int, int]:
        """Open the quotations and list items that begin here."""
        text = self._text
        while indent <= 3 and at < end and len(self._containers) < _DEEPEST:
            if text[at] == ">":
                self._settle(depth)
                self._containers.append(_QUOTE)
                at, indent = self._indent(at + 1, end, 0)
                indent -= indent > 0
            elif (found := _ITEM.match(text, at, end)) and not _RULE.match(text, at, end):
                inside, width = self._indent(found.end(), end, 0)
                if self._open and depth == len(self._containers) and (inside == end or found[1] not in (None, "1")):
                    break  # “1984.” at the start of a wrapped line is no list
                self._settle(depth)
                beside = width if 0 < width <= 4 and inside < end else 1
                self._containers.append(indent + len(found[0]) + beside)
                if inside == end:
                    return end, 0, depth + 1
                task = _TASK.match(text, inside, end)
                at, indent = task.end() if task else inside, width - beside
            else:
                break
            depth += 1
        return at, indent, depth

    def _special(self, at: int, end: int, indent: int, depth: int) -> int | None:
        """Read a line that is no paragraph's; returns where the next starts, None for a paragraph's line."""
        text = self._text
        if at == end:
            return end + 1
        if indent > 3:
            if self._open or any(container != _QUOTE for container in self._containers[:depth]):
                return None
            if not self._blank and not self._in_code:
                return None
            self._settle(depth)
            self._in_code = True
            self._blank = 0
            return end + 1
        self._in_code = False
        first = text[at]
        if first in "=-" and self._open and depth == len(self._containers) and _UNDERLINE.match(text, at, end):
            self._underlined(at, end)
        elif first in "|:-" and self._is_table(at, end, depth):
            self._close(header=True)
            self._in_table = True
        elif first in "*_-" and _RULE.match(text, at, end):
            self._settle(depth)
            self._leaf(BlockKind.BREAK, [trimmed(self._text, at, end)])
        elif first == "#" and (found := _HEADING.match(text, at, end)):
            self._settle(depth)
            start, stop = trimmed(self._text, found.end(), end)
            closing = _HEADING_END.search(text[start:stop])
            self._leaf(BlockKind.HEADING, [trimmed(self._text, start, start + closing.start() if closing else stop)])
        elif first in "`~" and (found := _FENCE.match(text, at, end)):
            self._settle(depth)
            return self._after_fence(found[0], end + 1)
        elif first == "<":
            return self._after_html(at, end, depth)
        elif first == "[" and (found := _FOOTNOTE.match(text, at, end)):
            self._settle(depth)
            self._add(found.end(), end)
        elif first == "[" and not self._open and (found := _DEFINITION.match(text, at, end)):
            self._settle(depth)
            self.labels.add(label(found[1]))
            self._blank = 0
        else:
            return None
        return end + 1

    def _after_fence(self, fence: str, at: int) -> int:
        """Where the line after fenced code starts."""
        text = self._text
        self._blank = 0
        closing = re.compile(rf"{fence[0]}{{{len(fence)},}}[ \t]*$")
        while at < len(text):
            end = text.find("\n", at)
            end = end if end >= 0 else len(text)
            start, indent, depth = self._enter(at, end)
            if depth < len(self._containers):
                return at
            at = end + 1
            if indent <= 3 and closing.match(text, start, end):
                break
        return at

    def _after_html(self, at: int, end: int, depth: int) -> int | None:
        """Leave out a comment or raw element that begins its line; other tags are the inlines' business."""
        text = self._text
        if found := _RAW.match(text, at, end):
            closing = re.compile(rf"</{found[1]}>[^\n]*", re.I).search(text, at)
            self._settle(depth)
            self._blank = 0
            return closing.end() + 1 if closing else len(text)
        if not text.startswith("<!--", at) or self._no_comment:
            return None
        close = text.find("-->", at + 4)
        if close < 0:
            self._no_comment = True  # nor will one that begins further down have an end
            return None
        rest = text.find("\n", close)
        rest = rest if rest >= 0 else len(text)
        follows = bool(text[close + 3 : rest].strip(" \t"))
        if follows and close < end:
            return None
        self._settle(depth)
        self._blank = 0
        self.comments.append(HtmlComment(len(self.leaves), at, text[at + 4 : close].strip()))
        if follows:
            self._add(close + 3, rest)
        return rest + 1

    # Leaves

    def _add(self, start: int, end: int) -> None:
        """Make a line part of the open paragraph, or of the open table."""
        self._in_code = False
        if self._in_table:
            if "|" in self._text[start:end]:
                for cell in cells_of(self._text, start, end):
                    self._leaf(self._kind(), [cell])
                return
            self._in_table = False
        start, end = trimmed(self._text, start, end)
        if self._open and self._open[-1][1] + 1 == start and self._text[start - 1] == "\n":
            self._open[-1] = (self._open[-1][0], end)
        elif start < end:
            self._open.append((start, end))

    def _kind(self) -> BlockKind:
        return BlockKind.QUOTATION if _QUOTE in self._containers else BlockKind.PARAGRAPH

    def _leaf(self, kind: BlockKind, parts: list[tuple[int, int]]) -> None:
        self.leaves.append(Leaf(kind, parts, self._blank > 1))
        self._blank = 0

    def _close(self, kind: BlockKind | None = None, *, header: bool = False) -> None:
        """End the open paragraph; its last line may be the header of a table."""
        parts = self._open
        self._open = []
        if not parts:
            return
        if header:
            start, end = parts.pop()
            line = self._text.rfind("\n", start, end) + 1 or start
            if line > start:
                parts.append((start, line - 1))
            cells = cells_of(self._text, line, end)
        if parts:
            self._leaf(kind or self._kind(), parts)
        if header:
            for cell in cells:
                self._leaf(self._kind(), [cell])

    def _settle(self, depth: int) -> None:
        """End the paragraph, and the containers that this line is no longer in."""
        self._close()
        self._in_table = self._in_code = False
        del self._containers[depth:]

    def _underlined(self, at: int, end: int) -> None:
        length = sum(stop - start for start, stop in self._open)
        if self._text[at] == "-" and length > _LONGEST_HEADING and end - at > 2:
            self._close()
            self._leaf(BlockKind.BREAK, [trimmed(self._text, at, end)])
        else:
            self._close(BlockKind.HEADING)

    def _is_table(self, at: int, end: int, depth: int) -> bool:
        if not self._open or depth < len(self._containers) or "|" not in self._text[at:end]:
            return False
        start, stop = self._open[-1]
        line = self._text.rfind("\n", start, stop) + 1 or start
        return is_ruled(self._text, (line, stop), (at, end))
