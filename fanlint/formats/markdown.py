"""Markdown: prose is kept, markup goes, and every kept stretch of text maps to its place in the file."""

from __future__ import annotations

from bisect import bisect_right

from fanlint.formats.encoding import Encoded
from fanlint.formats.markdown_blocks import Outline
from fanlint.formats.markdown_inlines import Cut, cuts_of
from fanlint.formats.text_source import CutComment, Run, TextSource
from fanlint.model import Span
from fanlint.text.blocks import Block, BlockKind, told_by_look
from fanlint.text.document import Document


def parse(path: str, data: bytes) -> TextSource:
    """The Source of a CommonMark file, with GitHub's tables, bare addresses, footnotes and ``~~``.

    Raises UnreadableFile.

    Code is left out; so is all that a reader does not see. A scene break keeps its marks, as in plain text. An entity
    is its character in the document, but no run of the file, so that no fix touches it.
    """
    return _parsed(path, Encoded.decode(data, path))


def _parsed(path: str, encoded: Encoded) -> TextSource:
    outline = Outline(encoded.text)
    writer = _Writer(encoded.text)
    waiting = iter(outline.comments)
    comment = next(waiting, None)
    for index, leaf in enumerate(outline.leaves):
        writer.begin(apart=leaf.apart)
        while comment is not None and comment.leaf <= index:
            writer.remark(comment.text, comment.start)
            comment = next(waiting, None)
        if leaf.kind is BlockKind.BREAK:
            writer.keep(*leaf.parts[0])
        else:
            writer.prose(leaf.parts, outline.labels)
        writer.end(leaf.kind)
    while comment is not None:
        writer.remark(comment.text, comment.start)
        comment = next(waiting, None)
    return writer.source(path, encoded)


class _Writer:
    """Puts the document together, piece by piece; a piece is a stretch of the file, or text that is not in it (-1)."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: list[tuple[str, int]] = []
        self._length = 0
        self._floor = 0  # the first piece of the block
        self._blocks: list[Block] = []
        self._remarks: list[tuple[int, str, int]] = []

    def begin(self, *, apart: bool) -> None:
        # Before a wide gap the author's notes end: see text/blocks.py.
        if self._blocks:
            self._add("\n\n\n" if apart else "\n\n", -1)
        self._floor = len(self._pieces)

    def end(self, kind: BlockKind) -> None:
        self._trim()
        if len(self._pieces) > self._floor:
            start = self._length - sum(len(piece) for piece, _ in self._pieces[self._floor :])
            self._blocks.append(Block(Span(start, self._length), kind))
        elif self._blocks:
            self._length -= len(self._pieces.pop()[0])

    def keep(self, start: int, end: int) -> None:
        """Keep a stretch of the file, but for white space that would follow other white space across a cut."""
        piece = self._text[start:end]
        before = self._last()
        if before is None:
            kept = piece.lstrip()
        elif before == "\n":
            kept = piece.lstrip(" \t\n")
        elif before.isspace() and self._pieces[-1][1] + len(self._pieces[-1][0]) != start:
            if piece.startswith("\n"):
                self._trim()
                before = self._last()
                kept = piece if before is not None else piece.lstrip()
            else:
                kept = piece.lstrip(" \t")
        else:
            kept = piece
        self._add(kept, start + len(piece) - len(kept))

    def put(self, text: str) -> None:
        """Add text that is not in the file."""
        if text == "\n":
            self._trim()
        if self._last() is not None or not text.isspace():
            self._add(text, -1)

    def remark(self, text: str, start: int) -> None:
        if text.startswith("fanlint:"):
            self._remarks.append((start, text, self._length))

    def prose(self, parts: list[tuple[int, int]], labels: set[str]) -> None:
        """Keep what is no markup of a block's parts."""
        stretches = self._stretches(parts)
        content = "".join(self._text[start:end] for start, end in stretches)
        cuts = cuts_of(content, labels)
        if not cuts and len(stretches) == 1:
            self.keep(*stretches[0])
            return
        starts = [0]
        for start, end in stretches:
            starts.append(starts[-1] + end - start)
        at = 0
        for cut in (*cuts, Cut(len(content), len(content))):
            index = bisect_right(starts, at) - 1
            while at < cut.start:
                end = min(cut.start, starts[index + 1])
                file = stretches[index][0] + at - starts[index]
                self.keep(file, file + end - at)
                at = end
                index += 1
            if cut.comment is not None:
                index = bisect_right(starts, cut.start) - 1
                self.remark(cut.comment, stretches[index][0] + cut.start - starts[index])
            if cut.text:
                self.put(cut.text)
            at = cut.end

    def _stretches(self, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The parts with the newlines between them."""
        stretches: list[tuple[int, int]] = []
        for start, end in parts:
            if stretches:
                newline = self._text.index("\n", stretches[-1][1])
                stretches.append((newline, newline + 1))
            stretches.append((start, end))
        return stretches

    def _add(self, piece: str, start: int) -> None:
        if piece:
            self._pieces.append((piece, start))
            self._length += len(piece)

    def _last(self) -> str | None:
        """The last character of the block so far."""
        return self._pieces[-1][0][-1] if len(self._pieces) > self._floor else None

    def _trim(self) -> None:
        """Leave out the white space at the end of the block so far."""
        while len(self._pieces) > self._floor:
            piece, start = self._pieces.pop()
            kept = piece.rstrip()
            self._length -= len(piece) - len(kept)
            if kept:
                self._pieces.append((kept, start))
                return

    def source(self, path: str, encoded: Encoded) -> TextSource:
        runs: list[Run] = []
        at = 0
        for piece, start in self._pieces:
            if start >= 0:
                last = runs[-1] if runs else None
                if last and last.text + last.length == at and last.file + last.length == start:
                    runs[-1] = last._replace(length=last.length + len(piece))
                else:
                    runs.append(Run(at, start, len(piece)))
            at += len(piece)
        text = "".join(piece for piece, _ in self._pieces)
        comments = tuple(
            CutComment(said, min(offset, len(text)), start, _end_of_comment(encoded.text, start))
            for start, said, offset in sorted(self._remarks)
        )
        document = Document(text, told_by_look(text, self._blocks))
        return TextSource(path, encoded, document, tuple(runs), comments, _parsed)


def _end_of_comment(text: str, start: int) -> int:
    close = text.find("-->", start)
    return len(text) if close < 0 else close + len("-->")
