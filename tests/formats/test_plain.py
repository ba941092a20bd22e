"""Plain text: where places of the document stand in the file, and what becomes of comments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from fanlint.errors import UnreadableFile
from fanlint.formats import parse, read
from fanlint.formats.base import Source
from fanlint.model import Edit, Safety, Span, replace

# A file, its document, and its comments.
COMMENTS = [
    ("She ran.\n", "She ran.\n", []),
    ("A <!-- note --> b", "A <!-- note --> b", []),
    ("<!-- fanlint: off -->", "", [("fanlint: off", 1, 0)]),
    ("One.\n\n<!-- fanlint: off -->\n\nTwo.", "One.\n\nTwo.", [("fanlint: off", 3, 6)]),
    ("One.\n<!-- fanlint: off -->\nTwo.", "One.\nTwo.", [("fanlint: off", 2, 5)]),
    ("One.\n<!-- fanlint: off -->\n\nTwo.", "One.\n\nTwo.", [("fanlint: off", 2, 5)]),
    ("<!--fanlint:off-->\n\nOne.", "One.", [("fanlint:off", 1, 0)]),
    ("One <!-- fanlint: ignore --> two.", "One two.", [("fanlint: ignore", 1, 4)]),
    ("One<!-- fanlint: ignore --> two.", "One two.", [("fanlint: ignore", 1, 3)]),
    ("One. <!-- fanlint: ignore\na -->\nTwo.", "One. \nTwo.", [("fanlint: ignore\na", 1, 5)]),
    (
        "<!-- fanlint: off --><!-- fanlint: on -->\nOne.",
        "One.",
        [("fanlint: off", 1, 0), ("fanlint: on", 1, 0)],
    ),
    ("<!-- fanlint: off", "<!-- fanlint: off", []),
    ("<!-- fanlint: a <!-- fanlint: b -->", "<!-- fanlint: a ", [("fanlint: b", 1, 16)]),
]


def plain(text: str) -> Source:
    return parse("story.txt", text.encode())


@pytest.mark.parametrize(("file", "text", "comments"), COMMENTS)
def test_comments(file: str, text: str, comments: list[tuple[str, int, int]]) -> None:
    source = plain(file)
    assert source.document.text == text
    assert [(each.text, each.start.line, each.offset) for each in source.comments] == comments
    assert source.to_bytes() == file.encode()


def test_a_comment_has_its_own_place() -> None:
    source = parse("story.txt", b"One.\r\n\r\n  <!-- fanlint: ignore\r\na -->\r\n\r\nTwo.")
    (comment,) = source.comments
    assert comment.start[:3] == (3, 3, 10)
    assert comment.end[:3] == (4, 6, 37)


def test_a_comment_makes_no_gap_that_would_end_the_notes() -> None:
    kinds = [block.kind for block in plain("Mira ran.\n\n<!-- fanlint: off -->\n\nReviews came in.").document.blocks]
    assert kinds == ["paragraph", "paragraph"]


def test_locate() -> None:
    source = parse("story.txt", b"One <!-- fanlint: ignore --> two.\r\nThree.")
    assert source.locate(4)[:3] == (1, 30, 29)
    assert source.locate(9)[:3] == (2, 1, 35)
    assert source.locate(4, end=True)[:3] == (1, 5, 4)
    assert source.line(2) == "Three."


def test_a_fix_stays_clear_of_a_comment_and_of_characters_the_file_cannot_hold() -> None:
    source = parse("story.txt", "Café <!-- fanlint: ignore --> two.".encode("cp1252"))
    assert source.document.text == "Café two."
    assert source.can_apply(replace(Span(5, 8), "three", Safety.SAFE))
    assert not source.can_apply(replace(Span(4, 6), " T", Safety.SAFE))
    assert not source.can_apply(replace(Span(5, 8), "tōo", Safety.SAFE))
    assert source.apply([Edit(Span(5, 8), "three")]).to_bytes() == "Café <!-- fanlint: ignore --> three.".encode(
        "cp1252"
    )


@pytest.mark.parametrize("fragment", ["<!-- fanlint: off", "<!--  ", "<!-- fanlint: a -->\n\n"])
def test_work_grows_with_the_text(fragment: str) -> None:
    assert plain(fragment * (200_000 // len(fragment))) is not None  # would take minutes if it were quadratic


@given(texts, st.sampled_from(["\n", "\r\n", "\r"]))
def test_locate_counts_lines_and_columns(text: str, newline: str) -> None:
    raw = text.replace("\ufeff", "").replace("\r", "").replace("\0", "").replace("<!--", "").replace("\n", newline)
    source = plain(raw)
    line = column = 1
    offset = 0
    for at, character in enumerate(source.document.text):
        assert source.locate(at)[:3] == (line, column, offset)
        if character == "\n":
            line, column, offset = line + 1, 1, offset + len(newline)
        else:
            column, offset = column + 1, offset + 1
    assert source.locate(len(source.document.text))[:3] == (line, column, offset)
    assert [source.line(number) for number in range(1, line + 1)] == raw.split(newline)


def test_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("drafts")
    (folder / "story.txt").write_bytes(b"Hello.")
    assert read(str(folder / "story.txt")).document.text == "Hello."
    with pytest.raises(UnreadableFile, match="no such file or folder"):
        read(str(folder / "stroy.txt"))
    with pytest.raises(UnreadableFile, match="is a folder"):
        read(str(folder))
