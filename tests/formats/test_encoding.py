"""Bytes come back as they were, and edits change nothing else."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from fanlint.errors import UnreadableFile
from fanlint.formats import encoding, parse
from fanlint.formats.encoding import Encoded
from fanlint.model import Edit, Span

TEXT = "“Café,” she said.\n\nHe laughed.\n"

# How a text stands in a file, and what it is read as.
FILES = [
    (TEXT.encode(), "utf-8", TEXT),
    (codecs.BOM_UTF8 + TEXT.encode(), "utf-8", TEXT),
    (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le", TEXT),
    (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be", TEXT),
    (TEXT.encode("utf-16-le"), "utf-16-le", TEXT),
    (TEXT.encode("utf-16-be"), "utf-16-be", TEXT),
    (TEXT.encode("cp1252"), "cp1252", TEXT),
    (b"", "utf-8", ""),
    (b"\xef\xbb\xbf", "utf-8", ""),
    (b"no newline at the end", "utf-8", "no newline at the end"),
    (b"one\r\ntwo\r\n", "utf-8", "one\ntwo\n"),
    (b"one\rtwo\r", "utf-8", "one\ntwo\n"),
    (b"one\r\ntwo\nthree\rfour\n\r\n\r", "utf-8", "one\ntwo\nthree\nfour\n\n\n"),
]

UNREADABLE = [
    b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0",
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    b"PK\x03\x04\x14\0\x06\0\x08\0",
    b"\xef\xbb\xbf\xff\xfe",
    b"caf\x81",
    codecs.BOM_UTF16_LE + b"a",
    codecs.BOM_UTF32_LE + "abc".encode("utf-32-le"),
    "abc".encode("utf-32-be"),
    b"\0",
]

NEWLINES = [
    (b"a\r\nb\r\nc\n", b"X\r\nY\r\nb\r\nc\n"),
    (b"a\nb\r\n\n", b"X\nY\nb\r\n\n"),
    (b"a\rb\r", b"X\rY\rb\r"),
    (b"a", b"X\nY"),
]


@pytest.mark.parametrize(("data", "name", "text"), FILES)
def test_read(data: bytes, name: str, text: str) -> None:
    encoded = Encoded.decode(data, "story.txt")
    assert (encoded.encoding, encoded.text) == (name, text)
    assert encoded.to_bytes() == data


@pytest.mark.parametrize("ending", ["txt", "md"])
@pytest.mark.parametrize("data", UNREADABLE)
def test_unreadable(data: bytes, ending: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        parse(f"story.{ending}", data)
    line = str(caught.value)
    assert line.startswith(f"story.{ending}: is no")
    assert "\n" not in line


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "LARGEST", 2 * 1024 * 1024)
    Encoded.decode(b"a" * 2 * 1024 * 1024, "story.txt")
    with pytest.raises(UnreadableFile, match=r"^story\.txt: is too large \(3 MB\); .*Split it into chapters\.$"):
        Encoded.decode(b"a" * 3 * 1024 * 1024, "story.txt")


@pytest.mark.parametrize(("data", "expected"), NEWLINES)
def test_new_lines_are_like_the_others(data: bytes, expected: bytes) -> None:
    assert Encoded.decode(data, "story.txt").edited([Edit(Span(0, 1), "X\nY")]).to_bytes() == expected


def test_what_an_encoding_holds() -> None:
    old = Encoded.decode("“Café”".encode("cp1252"), "story.txt")
    assert old.can_hold("“naïve” — …")
    assert not old.can_hold("Ōno")
    assert Encoded.decode(b"Cafe", "story.txt").can_hold("Ōno")


_FILES = st.one_of(
    st.binary(),
    texts.map(str.encode),
    texts.map(lambda text: text.replace("\n", "\r\n").encode()),
    texts.map(lambda text: codecs.BOM_UTF8 + text.encode()),
    texts.map(lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le")),
    texts.map(lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be")),
    texts.map(lambda text: text.encode("cp1252", "ignore")),
)


@given(_FILES, st.sampled_from(["story.txt", "story.md"]))
def test_nothing_is_lost(data: bytes, path: str) -> None:
    try:
        source = parse(path, data)
    except UnreadableFile as error:
        assert "\n" not in str(error)
        return
    assert source.to_bytes() == data


@given(_FILES, st.data())
def test_edits_change_nothing_else(data: bytes, draw: st.DataObject) -> None:
    try:
        encoded = Encoded.decode(data, "story.txt")
    except UnreadableFile:
        return
    places = draw.draw(st.lists(st.integers(0, len(encoded.text)), max_size=6).map(sorted))
    spans = [Span(*pair) for pair in zip(places[::2], places[1::2], strict=False)]
    edits = [Edit(span, draw.draw(st.sampled_from(["", "x", "don't"]))) for span in spans]
    # Newlines have one or two code points in the file, so everything between the edits is compared there.
    expected, at = "", 0
    for span, new in edits:
        start, end = encoded.raw_offset(span.start), encoded.raw_offset(span.end)
        assert encoded.raw[start:end].replace("\r\n", "\n").replace("\r", "\n") == encoded.text[span.start : span.end]
        expected += encoded.raw[at:start] + new
        at = end
    expected += encoded.raw[at:]
    assert encoded.edited(edits).to_bytes() == encoded.mark + expected.encode(encoded.encoding)
