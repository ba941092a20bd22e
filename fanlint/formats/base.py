"""What a file format gives the rest of fanlint: a Source, and an entry in the registry of formats."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple, Protocol

from fanlint.model import Edit, Fix
from fanlint.text.document import Document


class Location(NamedTuple):
    """Where in a file a place of the document stands.

    ``line`` and ``column`` count from 1 and ``offset`` from 0, in code points of ``Source.written``. ``name`` is what a
    writer calls the place where lines mean nothing: “chapter 3, paragraph 12”.
    """

    line: int
    column: int
    offset: int
    name: str = ""


class Comment(NamedTuple):
    """A comment that speaks to fanlint: what it says, where it starts and ends in the file, delimiters included.

    ``offset`` is the place of the document from which it was cut.
    """

    text: str
    offset: int
    start: Location
    end: Location


class Source(Protocol):
    """One file as a document, with the way back: where its places stand in the file, and the file with edits applied.

    Spans and offsets are code points of ``document.text`` unless something else is said.
    """

    path: str
    document: Document
    comments: tuple[Comment, ...]

    @property
    def written(self) -> str:
        """The text of the file as people see it in an editor, with the file's own newlines."""
        ...

    @property
    def newline(self) -> str:
        """What ends most lines of ``written``."""
        ...

    def line(self, number: int) -> str:
        """A line of ``written`` (from 1), without its newline."""
        ...

    def locate(self, offset: int, *, end: bool = False) -> Location:
        """Where an offset of the document stands; ``end`` for the end of a span."""
        ...

    def can_apply(self, fix: Fix) -> bool:
        """Whether all of a fix can be made in this file: it crosses no markup, and the encoding has its characters."""
        ...

    def apply(self, edits: Sequence[Edit]) -> Source:
        """The source with edits (in order, apart, each of a fix that can be applied) made, and all else untouched."""
        ...

    def to_bytes(self) -> bytes:
        """The bytes of the file."""
        ...


class Format(NamedTuple):
    """A kind of file: its name, the endings that tell it (lower case), and the module that reads it, loaded on use.

    The module has ``parse(path: str, data: bytes) -> Source``, which raises UnreadableFile.
    """

    name: str
    endings: tuple[str, ...]
    module: str

    def parse(self, path: str, data: bytes) -> Source:
        source: Source = import_module(self.module).parse(path, data)
        return source


class Registry:
    """The formats by ending; what has no known ending is read as the first of them."""

    def __init__(self, formats: Sequence[Format]) -> None:
        self.formats = tuple(formats)

    @property
    def endings(self) -> tuple[str, ...]:
        return tuple(ending for format in self.formats for ending in format.endings)

    def of(self, path: str) -> Format:
        """The format of a file, by its name."""
        lower = path.lower()
        return next((format for format in self.formats if lower.endswith(format.endings)), self.formats[0])
