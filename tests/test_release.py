"""tools/release.py, run in a small repository of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
CHANGELOG = """\
# Changelog

## [Unreleased]

## [0.2.0] - 2026-03-01

### Added

- Semicolons.

## [0.1.0] - 2026-01-01

### Added

- Commas.
"""


class Repository:
    """A project with all that the script reads, committed on main."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for part in ("tools", "fanlint"):
            (folder / part).mkdir()
        shutil.copy(PROJECT / "tools" / "release.py", folder / "tools")
        self.write("fanlint/__init__.py", '"""A package."""\n\n__version__ = "0.2.0"\n')
        self.write("pyproject.toml", '[project]\nname = "fanlint"\nversion = "0.2.0"\n')
        self.write("CHANGELOG.md", CHANGELOG)
        self.git("init", "--quiet")
        self.git("symbolic-ref", "HEAD", "refs/heads/main")
        self.commit()

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))
        self.commit()

    def commit(self) -> None:
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "All")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        env |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        for who in ("AUTHOR", "COMMITTER"):
            env |= {f"GIT_{who}_NAME": "A Writer", f"GIT_{who}_EMAIL": "writer@example.org"}
        return subprocess.run(command, cwd=self.folder, env=env, capture_output=True, encoding="utf-8")

    def git(self, *args: str) -> str:
        done = self.run("git", *args)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def release(self, *args: str) -> subprocess.CompletedProcess[str]:
        return self.run(sys.executable, "tools/release.py", *args)

    @property
    def tags(self) -> list[str]:
        return self.git("tag", "--list").split()


@pytest.fixture
def repository(tmp_path: Path, needs: Callable[[str], None]) -> Repository:
    needs("git")
    return Repository(tmp_path)


def refused(repository: Repository, version: str = "0.2.0") -> str:
    """The reasons that the script gives for creating no tag."""
    before = repository.tags
    done = repository.release(version)
    assert done.returncode == 1, done.stdout
    assert done.stderr.endswith(f"v{version} was not created.\n")
    assert repository.tags == before
    return done.stderr


def test_the_tag_is_annotated_with_the_section_of_the_changelog(repository: Repository) -> None:
    done = repository.release("0.2.0")
    assert done.returncode == 0, done.stderr
    assert "git push origin main v0.2.0" in done.stdout
    assert repository.git("cat-file", "-t", "v0.2.0") == "tag\n"
    message = repository.git("for-each-ref", "--format=%(contents)", "refs/tags/v0.2.0")
    assert message.strip() == "fanlint 0.2.0\n\n### Added\n\n- Semicolons."
    assert repository.git("rev-parse", "v0.2.0^{commit}") == repository.git("rev-parse", "main")


def test_a_dry_run_shows_the_message_and_creates_nothing(repository: Repository) -> None:
    done = repository.release("0.2.0", "--dry-run")
    assert done.returncode == 0, done.stderr
    assert "- Semicolons." in done.stdout
    assert "- Commas." not in done.stdout
    assert repository.tags == []


def test_nothing_is_pushed(repository: Repository, tmp_path_factory: pytest.TempPathFactory) -> None:
    remote = tmp_path_factory.mktemp("remote")
    repository.git("init", "--quiet", "--bare", str(remote))
    repository.git("remote", "add", "origin", str(remote))
    assert repository.release("0.2.0").returncode == 0
    assert repository.git("ls-remote", "origin") == ""


@pytest.mark.parametrize("name", ["fanlint/__init__.py", "pyproject.toml"])
def test_the_version_must_be_in_both_places(name: str, repository: Repository) -> None:
    repository.replace(name, "0.2.0", "0.1.9")
    assert f"{name}: the version is 0.1.9, not 0.2.0." in refused(repository)


def test_the_changelog_must_have_a_section(repository: Repository) -> None:
    repository.replace("CHANGELOG.md", "## [0.2.0] - 2026-03-01", "")
    assert "there is no section for 0.2.0" in refused(repository)


@pytest.mark.parametrize("day", ["", " - unreleased", " - 2026-02-30", " - 1 March 2026"])
def test_the_section_must_have_a_date(day: str, repository: Repository) -> None:
    repository.replace("CHANGELOG.md", "## [0.2.0] - 2026-03-01", f"## [0.2.0]{day}")
    said = refused(repository)
    assert "the section for 0.2.0 has no date" in said
    assert f"## [0.2.0] - {date.today().year}-" in said


def test_the_section_must_say_something(repository: Repository) -> None:
    repository.replace("CHANGELOG.md", "- Semicolons.\n", "")
    assert "the section for 0.2.0 is empty" in refused(repository)


@pytest.mark.parametrize("name", ["CHANGELOG.md", "new.txt"])
def test_the_tree_must_be_clean(name: str, repository: Repository) -> None:
    repository.write(name, f"{CHANGELOG}\nMore.\n")
    said = refused(repository)
    assert "uncommitted changes" in said
    assert name in said


def test_the_branch_must_be_main(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "other")
    assert "from the branch main, and this is other" in refused(repository)
    repository.git("checkout", "--quiet", "--detach")
    assert "this is no branch" in refused(repository)


def test_a_tag_is_never_moved(repository: Repository) -> None:
    assert repository.release("0.2.0").returncode == 0
    assert "The tag v0.2.0 already exists" in refused(repository)


def test_all_reasons_are_given_at_once(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "other")
    said = refused(repository, "0.3.0")
    assert len(said.splitlines()) == 5, said
    assert repository.release("0.3.0", "--dry-run").stderr == said


@pytest.mark.parametrize("version", ["v0.2.0", "0.2", "next"])
def test_what_is_not_a_version_is_refused(version: str) -> None:
    done = subprocess.run(
        [sys.executable, "tools/release.py", version], cwd=PROJECT, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 2
    assert "is not a version" in done.stderr
