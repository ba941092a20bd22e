"""Reads a MediaWiki XML export (0.10, 0.11) as a stream, plain or compressed, into a store."""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
import re
import shutil
import subprocess
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any
from xml.parsers import expat

from fanlint.canon_build.store import BadSource, Page, Redirect, Store, lead_of

_CHUNK = 1 << 18  # bytes
_LONGEST_PAGE = 1 << 24  # characters; MediaWiki itself stops at 2 MB
_BATCH = 1000  # pages between two commits
_MAIN, _TEMPLATE, _CATEGORY = "0", "10", "14"
_REDIRECT = re.compile(r"#[^\[\n]*\[\[[^\]\n#|]*#([^\]|\n]+)")
_NOINCLUDE = re.compile(r"<noinclude>.*?(?:</noinclude>|$)|<!--.*?(?:-->|$)", re.S | re.I)
_MAGIC: tuple[tuple[bytes, Callable[..., Any]], ...] = (
    (b"\x1f\x8b", gzip.open),
    (b"BZh", bz2.open),
    (b"\xfd7zXZ", lzma.open),
)
_SEVEN_ZIP = b"7z\xbc\xaf\x27\x1c"

Progress = Callable[[int, float], None]  # pages so far, and the share of the work that is done (0 to 1, or -1: unknown)


def read_dump(path: str, store: Store, limit: int | None = None, progress: Progress = lambda *_: None) -> None:
    """Put the pages of a dump into the store; one that is there whole already is not read again.

    Raises BadSource for a file that ends too early or is no export; the pages before that are kept.
    """
    try:
        status = os.stat(path)
    except OSError as error:
        raise BadSource(f"{path}: cannot be read: {error.strerror or error}.") from None
    stamp = [os.path.abspath(path), status.st_size, status.st_mtime_ns]
    if store.get("stamp") == stamp and (store.get("complete") or (limit is not None and limit <= len(store))):
        return
    store.clear()
    store.set("stamp", stamp)
    store.set("date", time.strftime("%Y-%m-%d", time.gmtime(status.st_mtime)))
    reader = _Reader(path, store, limit)
    try:
        with _opened(path) as (stream, raw):
            while not reader.is_done and (chunk := stream.read(_CHUNK)):
                reader.feed(chunk)
                share = reader.pages / limit if limit else 0.0
                progress(reader.pages, max(share, raw.tell() / status.st_size) if raw else share or -1.0)
        if not reader.is_done:
            reader.close()
    except (OSError, EOFError, zlib.error, lzma.LZMAError, expat.ExpatError, subprocess.SubprocessError) as error:
        raise BadSource(_cut_off(path, reader, error)) from None
    finally:
        store.set("complete", reader.is_whole)
        store.commit()
    if not reader.pages:
        raise BadSource(f"{path}: holds no page of a wiki's main part. Is it a MediaWiki export?")


def _cut_off(path: str, reader: _Reader, error: Exception) -> str:
    if not reader.pages:
        return f"{path}: is no MediaWiki export that can be read ({error})."
    return (
        f"{path}: ends in the middle, or is damaged, after the page “{reader.title}” ({error}). Fetch it again; or "
        f"make do with the {reader.pages:,} pages before that: --limit {reader.pages}."
    )


@contextmanager
def _opened(path: str) -> Iterator[tuple[Any, IO[bytes] | None]]:
    """The export as a stream of XML, and the file whose position tells how far it is read (None where none does)."""
    with open(path, "rb") as raw:
        start = raw.read(6)
        raw.seek(0)
        if start == _SEVEN_ZIP:
            with _through_7z(path) as stream:
                yield stream, None
            return
        opener = next((opener for magic, opener in _MAGIC if start.startswith(magic)), None)
        if opener is None:
            yield raw, raw
        else:
            with opener(raw) as stream:
                yield stream, raw


@contextmanager
def _through_7z(path: str) -> Iterator[IO[bytes]]:
    program = next(filter(None, map(shutil.which, ("7z", "7zz", "7za", "7zr"))), None)
    if program is None:
        raise BadSource(
            f"{path}: needs the program 7z, which is not there. Install it (7-Zip), or unpack the file yourself."
        )
    with subprocess.Popen(
        [program, "x", "-so", "--", path], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout
            if process.stdout.read(1):
                process.terminate()  # whoever read has had enough
            elif process.wait():
                raise OSError(f"7z gave up with {process.returncode}")
        finally:
            process.stdout.close()
            process.terminate()


class _Reader:
    """Takes the export's elements as they come, and keeps no more than one page of it."""

    def __init__(self, path: str, store: Store, limit: int | None) -> None:
        self._file = path
        self._store = store
        self._limit = limit
        self._path: list[str] = []
        self._fields: dict[str, str] = {}
        self._about: dict[str, str] = {}
        self._text: list[str] = []
        self._size = 0
        self._namespace = ""
        self._names = {_TEMPLATE: "Template", _CATEGORY: "Category"}
        self._category = _category_form("Category")
        self.pages = 0
        self.title = ""
        self.is_whole = False
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.buffer_size = 1 << 16
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._refuse
        self._parser = parser

    @property
    def is_done(self) -> bool:
        return self._limit is not None and self.pages >= self._limit

    def feed(self, chunk: bytes) -> None:
        self._parser.Parse(chunk, False)

    def close(self) -> None:
        self._parser.Parse(b"", True)
        self.is_whole = True

    def _refuse(self, *_: object) -> None:
        """An export declares no entities; a file that does may hold a bomb of them."""
        raise BadSource(
            f"{self._file}: declares a document type, as no MediaWiki export does; fanlint will not read it."
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        self._path.append(tag)
        self._text, self._size = [], 0
        if tag == "page":
            self._fields = {}
        elif tag == "redirect":
            self._fields["redirect"] = attributes.get("title", "")
        elif tag == "namespace":
            self._namespace = attributes.get("key", "")

    def _characters(self, data: str) -> None:
        self._size += len(data)
        if self._size <= _LONGEST_PAGE:
            self._text.append(data)

    def _end(self, _: str) -> None:
        tag = self._path.pop()
        parent = self._path[-1] if self._path else ""
        if parent == "siteinfo":
            self._about[tag] = "".join(self._text)
        elif parent == "namespaces" and self._namespace in self._names and self._text:
            self._names[self._namespace] = "".join(self._text)
        elif tag == "siteinfo":
            self._category = _category_form(self._names[_CATEGORY])
            self._store.set("about", {"name": self._about.get("sitename", ""), "url": self._about.get("base", "")})
        elif parent == "page" and tag in ("title", "ns", "id"):
            self._fields[tag] = "".join(self._text)
        elif parent == "revision" and tag == "id":
            self._fields["revision"] = "".join(self._text)
        elif parent == "revision" and tag == "text":  # the last revision of a page is the newest
            self._fields["text"] = "".join(self._text)
        elif tag == "page" and not self.is_done:
            self._page()
        self._text = []

    def _page(self) -> None:
        fields = self._fields
        title, text = fields.get("title", ""), fields.get("text", "")
        namespace = fields.get("ns", "")
        if namespace == _TEMPLATE:
            if categories := self._categories(_NOINCLUDE.sub("", text)):
                self._store.put_template(title.partition(":")[2], categories)
        elif namespace == _MAIN and "redirect" in fields:
            section = _REDIRECT.match(text)
            self._store.put_redirects(fields["redirect"], [Redirect(title, section[1].strip() if section else "")])
        elif namespace == _MAIN and fields.get("id", "").isdigit():
            page = Page(int(fields["id"]), title, int(fields.get("revision", 0)), lead_of(text), self._categories(text))
            self._store.put([page])
            self.pages += 1
            self.title = title
            if self.pages % _BATCH == 0:
                self._store.commit()

    def _categories(self, text: str) -> tuple[str, ...]:
        found = {" ".join(name.replace("_", " ").split()) for name in self._category.findall(text)}
        return tuple(sorted(name[:1].upper() + name[1:] for name in found if name))


def _category_form(local: str) -> re.Pattern[str]:
    """[[Category:…]], also by its name in the wiki's language."""
    return re.compile(rf"\[\[\s*(?:Category|{re.escape(local)})\s*:\s*([^\]|{{}}\n]+)", re.I)
