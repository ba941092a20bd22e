"""A save leaves either the old file or the new one, with its mode, and nothing beside it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from fanlint.errors import NotSaved
from fanlint.formats.save import save, write_whole


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_bytes(b"old")
    return file


def only(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def test_saved(draft: Path) -> None:
    save(str(draft), b"new", b"old")
    assert draft.read_bytes() == b"new"
    assert only(draft.parent) == ["story.txt"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o755])
def test_mode_is_kept(draft: Path, mode: int) -> None:
    draft.chmod(mode)
    save(str(draft), b"new", b"old")
    assert stat.S_IMODE(draft.stat().st_mode) == mode


def test_nothing_new_is_not_written(draft: Path) -> None:
    before = draft.stat()
    save(str(draft), b"old", b"old")
    assert (draft.stat().st_ino, draft.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_refused_when_changed(draft: Path) -> None:
    draft.write_bytes(b"changed meanwhile")
    with pytest.raises(NotSaved, match=r"story\.txt: not saved: it changed after fanlint read it\."):
        save(str(draft), b"new", b"old")
    assert draft.read_bytes() == b"changed meanwhile"


def test_refused_when_read_only(draft: Path) -> None:
    draft.chmod(0o444)
    with pytest.raises(NotSaved, match="read-only"):
        save(str(draft), b"new", b"old")
    assert draft.read_bytes() == b"old"


def test_refused_when_gone(draft: Path) -> None:
    draft.unlink()
    with pytest.raises(NotSaved, match="No such file"):
        save(str(draft), b"new", b"old")
    assert only(draft.parent) == []


def test_a_link_stays_and_its_target_is_rewritten(draft: Path) -> None:
    folder = draft.parent / "links"
    folder.mkdir()
    link = folder / "link.txt"
    link.symlink_to(Path("..") / "story.txt")
    save(str(link), b"new", b"old")
    assert link.is_symlink()
    assert os.readlink(link) == os.path.join("..", "story.txt")
    assert draft.read_bytes() == b"new"
    assert only(folder) == ["link.txt"]


def test_a_link_is_refused_where_they_are_not_followed(draft: Path) -> None:
    link = draft.parent / "link.txt"
    link.symlink_to(draft)
    with pytest.raises(NotSaved, match="it is a link"):
        save(str(link), b"new", b"old", follow_links=False)
    assert draft.read_bytes() == b"old"


def test_a_dangling_link_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "gone.txt")
    with pytest.raises(NotSaved):
        save(str(link), b"new", b"old")
    assert only(tmp_path) == ["link.txt"]


def test_a_name_without_a_folder(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(draft.parent)
    save("story.txt", b"new", b"old")
    assert draft.read_bytes() == b"new"


@pytest.mark.parametrize("step", ["replace", "fsync", "chmod"])
def test_a_failure_leaves_the_old_file_alone(draft: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(NotSaved, match=r"No space left on device\. The file is as it was\."):
        save(str(draft), b"new", b"old")
    assert draft.read_bytes() == b"old"
    assert only(draft.parent) == ["story.txt"]


def test_an_interrupt_leaves_the_old_file_alone(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        save(str(draft), b"new", b"old")
    assert draft.read_bytes() == b"old"
    assert only(draft.parent) == ["story.txt"]


def test_a_failing_rename_is_real(tmp_path: Path) -> None:
    # A folder cannot be replaced by a file.
    (tmp_path / "story.txt").mkdir()
    with pytest.raises(NotSaved):
        write_whole(str(tmp_path / "story.txt"), b"new")
    assert only(tmp_path) == ["story.txt"]


def test_a_leftover_of_another_run_is_not_taken(draft: Path) -> None:
    leftover = draft.parent / f".story.txt.fanlint-{os.getpid()}"
    leftover.write_bytes(b"someone's")
    with pytest.raises(NotSaved):
        save(str(draft), b"new", b"old")
    assert leftover.read_bytes() == b"someone's"
    assert draft.read_bytes() == b"old"
