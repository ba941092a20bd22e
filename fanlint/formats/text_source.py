"""A text file as a document and a map: where in the file a place of the text stands, and how to write edits back."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from fanlint.formats.base import Comment, Location
from fanlint.formats.encoding import Encoded
from fanlint.model import Edit, Fix, Span
from fanlint.text.document import Document


class Run(NamedTuple):
    """``length`` code points that stand alike in the document and in the file (newlines counted as one).

    What of the document is in no run stands otherwise in the file, or not at all: no fix may touch it.
    """

    text: int
    file: int
    length: int


class CutComment(NamedTuple):
    """A comment as a parser finds it: its text, the document offset, and its range in ``encoded.text``."""

    text: str
    offset: int
    start: int
    end: int


Parse = Callable[[str, Encoded], "TextSource"]


class TextSource:
    """A Source whose file is text: its decoded text, its document, and the offset map between them.

    ``parse`` reads the file's path and text anew, once edits are made.
    """

    def __init__(
        self,
        path: str,
        encoded: Encoded,
        document: Document,
        runs: tuple[Run, ...],
        comments: tuple[CutComment, ...],
        parse: Parse,
    ) -> None:
        self.path = path
        self.encoded = encoded
        self.document = document
        self.runs = runs
        self._parse = parse
        self._text_starts = [run.text for run in runs]
        self.comments = tuple(
            Comment(text, at, self._location(start), self._location(end)) for text, at, start, end in comments
        )

    @property
    def written(self) -> str:
        """The text of the file, with its own newlines and without its byte-order mark."""
        return self.encoded.raw

    @property
    def newline(self) -> str:
        """What ends most lines of the file."""
        return self.encoded.newline

    @cached_property
    def _line_starts(self) -> "array[int]":
        starts, at = array("I", (0,)), self.encoded.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.encoded.text.find("\n", at + 1)
        return starts

    def _run(self, offset: int) -> Run | None:
        at = bisect_right(self._text_starts, offset) - 1
        return self.runs[at] if at >= 0 else None

    def _file_offset(self, offset: int, *, end: bool = False) -> int:
        """Where a document offset stands in ``encoded.text``; an end stays with the code point before it."""
        run = self._run(offset - 1 if end and offset > 0 else offset)
        if run is None:
            return 0
        return run.file + min(offset - run.text, run.length)

    def locate(self, offset: int, *, end: bool = False) -> Location:
        """The place in the file of a document offset; ``end`` for the end of a span."""
        return self._location(self._file_offset(offset, end=end))

    def _location(self, at: int) -> Location:
        """The place of an offset in ``encoded.text``."""
        line = bisect_right(self._line_starts, at)
        return Location(line, at - self._line_starts[line - 1] + 1, self.encoded.raw_offset(at))

    def line(self, number: int) -> str:
        """The text of a line of the file (from 1), without its newline."""
        start = self._line_starts[number - 1]
        stop = self._line_starts[number] - 1 if number < len(self._line_starts) else len(self.encoded.text)
        return self.encoded.text[start:stop]

    def can_apply(self, fix: Fix) -> bool:
        """Whether a fix stays clear of markup and the file's encoding has its characters."""
        return all(self._is_whole(span) and self.encoded.can_hold(new) for span, new in fix.edits)

    def _is_whole(self, span: Span) -> bool:
        run = self._run(span.start)
        return run is not None and span.end <= run.text + run.length

    def apply(self, edits: Sequence[Edit]) -> "TextSource":
        """The source with edits (in order, apart, each of a fix that can be applied) made, and all else untouched."""
        placed = []
        for span, new in edits:
            start = self._file_offset(span.start)
            placed.append(Edit(Span(start, start + span.end - span.start), new))
        return self._parse(self.path, self.encoded.edited(placed))

    def to_bytes(self) -> bytes:
        """The bytes of the file."""
        return self.encoded.to_bytes()
