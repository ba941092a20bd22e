"""The hooks that we offer, run by pre-commit itself, from a copy of this project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("pre-commit")  # pre-commit installs fanlint once
PROJECT = Path(__file__).parent.parent
PARTS = (".pre-commit-hooks.yaml", "LICENSE", "NOTICE", "README.md", "canon", "fanlint", "pyproject.toml", "rules")
BAD = "I could of gone.\n"
GOOD = "I could have gone.\n"
CONFIG = """\
repos:
  - repo: {hooks}
    rev: {revision}
    hooks:
      - id: fanlint
      - id: fanlint-fix
"""


def run(*args: str, cwd: Path, home: Path) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHONPATH"))}
    env |= {
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "FANLINT_CACHE": str(home / "cache"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_COLOR": "never",
    }
    return subprocess.run(args, cwd=cwd, env=env, capture_output=True, encoding="utf-8", timeout=600)


def repository(folder: Path, home: Path) -> Path:
    """Make a folder a repository with all that is in it committed."""
    who = ("-c", "user.name=A Writer", "-c", "user.email=writer@example.org", "-c", "commit.gpgsign=false")
    for args in (("init", "--quiet"), ("add", "."), (*who, "commit", "--quiet", "--message", "All")):
        done = run("git", *args, cwd=folder, home=home)
        assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory, home: Path, needs: Callable[[str], None]) -> Path:
    """A committed copy of this project."""
    needs("git")
    copy = tmp_path_factory.mktemp("hooks")
    for name in PARTS:
        if (PROJECT / name).is_dir():
            shutil.copytree(PROJECT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif (PROJECT / name).exists():
            shutil.copy(PROJECT / name, copy / name)
    return repository(copy, home)


@pytest.fixture
def stories(hooks: Path, tmp_path: Path, home: Path) -> Path:
    """A repository of stories with one bad draft, whose config names our hooks."""
    revision = run("git", "rev-parse", "HEAD", cwd=hooks, home=home).stdout.strip()
    config = CONFIG.format(hooks=hooks.as_posix(), revision=revision)
    (tmp_path / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    (tmp_path / "draft.txt").write_text(BAD, encoding="utf-8")
    (tmp_path / "script.py").write_text(f"# {BAD}", encoding="utf-8")
    return repository(tmp_path, home)


def hook(name: str, stories: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Run one hook. The first run installs fanlint, for all tests: unlike “try-repo”, “run” keeps what it installs."""
    return run(sys.executable, "-m", "pre_commit", "run", name, "--all-files", "--verbose", cwd=stories, home=home)


def test_the_check_fails_on_a_bad_draft_and_passes_on_the_mended(stories: Path, home: Path) -> None:
    bad = hook("fanlint", stories, home)
    assert bad.returncode == 1, bad.stdout + bad.stderr
    assert "eggcorns/could-of" in bad.stdout
    assert "draft.txt:1:9" in bad.stdout
    assert "script.py" not in bad.stdout
    assert (stories / "draft.txt").read_text(encoding="utf-8") == BAD
    (stories / "draft.txt").write_text(GOOD, encoding="utf-8")
    good = hook("fanlint", stories, home)
    assert good.returncode == 0, good.stdout + good.stderr


def test_the_fixer_fails_once_and_then_passes(stories: Path, home: Path) -> None:
    first = hook("fanlint-fix", stories, home)
    assert first.returncode == 1, first.stdout + first.stderr
    assert "files were modified by this hook" in first.stdout
    assert (stories / "draft.txt").read_text(encoding="utf-8") == GOOD
    second = hook("fanlint-fix", stories, home)
    assert second.returncode == 0, second.stdout + second.stderr


def test_the_file_of_hooks_is_one(home: Path) -> None:
    done = run(
        sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml", cwd=PROJECT, home=home
    )
    assert done.returncode == 0, done.stdout
