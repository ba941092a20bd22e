"""Which files a folder has to check."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from fanlint.config import Glob
from fanlint.files import Draft, find_drafts, is_matched, name_in


def none(_: str) -> tuple[Glob, ...]:
    return ()


def names(*paths: str, **more: bool) -> list[str]:
    return [draft.path for draft in find_drafts(paths, none, **more).drafts]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(*paths: str, text: str = "") -> None:
    for path in map(Path, paths):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_only_named_files_count_as_named() -> None:
    put("a.txt", "sub/b.txt")
    assert find_drafts(["a.txt", "sub"], none).drafts == (Draft("a.txt", True), Draft("sub/b.txt", False))


def test_naming_wins_over_walking_in_either_order() -> None:
    put("a.txt")
    assert find_drafts([".", "a.txt"], none).drafts == (Draft("a.txt", True),)
    assert find_drafts(["a.txt", "."], none).drafts == (Draft("a.txt", True),)


def test_a_file_that_is_missing_is_left_to_the_reader() -> None:
    assert names("gone.txt") == ["gone.txt"]


def test_two_links_to_one_file_are_one_draft() -> None:
    put("z.txt")
    os.symlink("z.txt", "a.txt")
    os.symlink("z.txt", "b.txt")
    assert names(".") == ["z.txt"]


def test_links_in_a_ring_end() -> None:
    put("a/one.txt")
    os.symlink("..", "a/up")
    os.symlink("self.txt", "self.txt")
    assert names(".") == ["a/one.txt"]


def test_a_folder_that_is_a_link_is_walked_when_it_is_named() -> None:
    put("real/one.txt")
    os.symlink("real", "link")
    assert names("link") == ["link/one.txt"]


def test_a_folder_that_may_not_be_read_is_an_error(tmp_path: Path) -> None:
    put("shut/one.txt", "a.txt")
    os.chmod("shut", 0)
    with as_nobody(tmp_path):
        found = find_drafts(["."], none)
    os.chmod("shut", 0o755)
    assert [draft.path for draft in found.drafts] == ["a.txt"]
    assert "cannot be read" in str(found.errors[0])


@contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """Root may read everything, so root steps down for a while; ``folder`` and all above it are opened for that."""
    if os.geteuid() != 0:
        yield
        return
    opened = [path for path in (folder, *folder.parents) if path.stat().st_mode & 0o55 != 0o55]
    modes = [path.stat().st_mode for path in opened]
    for path, mode in zip(opened, modes, strict=True):
        path.chmod(mode | 0o55)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        for path, mode in zip(opened, modes, strict=True):
            path.chmod(mode)


def test_an_ignored_folder_above_is_not_asked_outside_a_repository() -> None:
    put(".gitignore", text="sub/\n")
    put("sub/a.txt")
    assert names("sub") == ["sub/a.txt"]
    assert names(".") == []


@pytest.mark.parametrize(
    ("path", "pattern", "matched"),
    [
        ("old/a.txt", "old/", True),
        ("sub/old/a.txt", "old/", True),
        ("sub/old/a.txt", "/old/", False),
        ("a-draft.txt", "*-draft.txt", True),
        ("sub/a.txt", "sub/**/*.txt", True),
        ("a.txt", "sub/a.txt", False),
        ("../elsewhere/a.txt", "*.txt", False),
    ],
)
def test_patterns_are_those_of_gitignore(path: str, pattern: str, matched: bool) -> None:
    assert is_matched(path, (Glob(os.getcwd(), pattern),)) is matched


def test_the_last_pattern_decides() -> None:
    here = os.getcwd()
    assert is_matched("a.txt", (Glob(here, "*.txt"),))
    assert not is_matched("a.txt", (Glob(here, "*.txt"), Glob(here, "!a.txt")))


def test_a_name_in_the_project_has_slashes() -> None:
    assert name_in(os.getcwd(), os.path.join("sub", "a.txt")) == "sub/a.txt"
