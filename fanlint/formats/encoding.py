"""Bytes to text and back: encoding, byte-order mark and newlines are kept as they were."""

from __future__ import annotations

import codecs
from array import array
from bisect import bisect_left
from collections.abc import Sequence

from fanlint.errors import UnreadableFile
from fanlint.model import Edit, splice

LARGEST = 64 * 1024 * 1024  # bytes; the longest stories known have some 25 MB

_CONTROLS = "".join(map(chr, range(9)))
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Encoded:
    """The decoded text of a file and what is needed to write it back.

    ``text`` has ``\\n`` for every newline; ``raw`` is the file's text code point for code point, without the
    byte-order mark.
    """

    def __init__(self, raw: str, mark: bytes = b"", encoding: str = "utf-8") -> None:
        """Use the file's text, ``raw``, its byte-order mark and Python's name of its encoding."""
        self.raw, self.mark, self.encoding = raw, mark, encoding
        self.text = raw if "\r" not in raw else raw.replace("\r\n", "\n").replace("\r", "\n")
        # Offsets in ``text`` of newlines that are two code points long in the file.
        self._wide = array("I")
        at = raw.find("\r\n")
        while at >= 0:
            self._wide.append(at - len(self._wide))
            at = raw.find("\r\n", at + 2)
        self.newline = self._commonest_newline()

    @classmethod
    def decode(cls, data: bytes, path: str) -> Encoded:
        """Decode a file's bytes; raises UnreadableFile if they are not text that fanlint can read."""
        if len(data) > LARGEST:
            size = len(data) // (1024 * 1024)
            raise UnreadableFile(
                path, f"is too large ({size} MB); fanlint reads up to 64 MB.", "Split it into chapters."
            )
        mark, encoding = _encoding(data, path)
        try:
            raw = data[len(mark) :].decode(encoding)
        except UnicodeDecodeError as error:
            raise UnreadableFile(
                path,
                f"is not readable text (tried {encoding}, byte {error.start + len(mark)}).",
                "Save it as UTF-8 in your editor and try again.",
            ) from None
        # UTF-32 begins like UTF-16; and where UTF-16 is but a guess, any control character speaks against it.
        guessed = not mark and encoding.startswith("utf-16")
        if any(sign in raw[:4096] for sign in (_CONTROLS if guessed else "\0")):
            raise UnreadableFile(path, "is not a text file.", "fanlint reads plain text and Markdown.")
        return cls(raw, mark, encoding)

    def _commonest_newline(self) -> str:
        wide = len(self._wide)
        old = self.raw.count("\r") - wide
        plain = self.text.count("\n") - wide - old
        return "\r\n" if wide > max(plain, old) else "\r" if old > plain else "\n"

    def raw_offset(self, offset: int) -> int:
        """Where a code point of ``text`` stands in ``raw``."""
        return offset + bisect_left(self._wide, offset)

    def can_hold(self, text: str) -> bool:
        """Whether the file's encoding has every character of ``text``."""
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

    def edited(self, edits: Sequence[Edit]) -> Encoded:
        """The file with ``edits`` (in offsets of ``text``, in order) made; new newlines are like most others in it."""
        placed = [
            Edit(
                type(span)(self.raw_offset(span.start), self.raw_offset(span.end)),
                new.replace("\n", self.newline),
            )
            for span, new in edits
        ]
        return Encoded(splice(self.raw, placed), self.mark, self.encoding)

    def to_bytes(self) -> bytes:
        """The bytes of the file."""
        return self.mark + self.raw.encode(self.encoding)


def _encoding(data: bytes, path: str) -> tuple[bytes, str]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return mark, name
    if b"\0" in data[:4096]:
        even, odd = data[0:4096:2].count(0), data[1:4096:2].count(0)
        if odd > 4 * even and odd * 4 > len(data[:4096]):
            return b"", "utf-16-le"
        if even > 4 * odd and even * 4 > len(data[:4096]):
            return b"", "utf-16-be"
        raise UnreadableFile(path, "is not a text file.", "fanlint reads plain text and Markdown.")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return b"", "cp1252"
    return b"", "utf-8"
