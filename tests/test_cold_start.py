"""A start imports nothing that a page of plain text does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent

# What must not be loaded on the way to a clean report, and why it might be by mistake.
DENIED = {
    "asyncio": "40 ms; nothing here waits",
    "click": "17 ms; a plain command line is read without it",
    "concurrent": "only many stories are shared out among processes",
    "csv": "comes with importlib.metadata",
    "dataclasses": "14 ms with inspect; values are NamedTuples",
    "decimal": "comes with fractions and statistics",
    "difflib": "only for --diff, and after a mistyped name",
    "email": "comes with importlib.metadata and http",
    "fractions": "comes with statistics",
    "hashlib": "loads OpenSSL, 5 ms; _blake2 alone does not",
    "http": "only for the server and for wikis",
    "inspect": "4 ms; comes with click and dataclasses",
    "importlib.metadata": "33 ms; plugins are found through a cache, and the version is a constant",
    "importlib.resources": "20 ms; data is found beside the package",
    "json": "only for reports in JSON and for accepted findings",
    "logging": "nothing is logged",
    "multiprocessing": "only for many stories",
    "mwparserfromhell": "only for pages of a wiki",
    "pathlib": "10 ms; os.path does",
    "pathspec": "only where there is a .gitignore or a pattern",
    "pprint": "comes with dataclasses of old and with unittest",
    "random": "comes with tempfile; pulls hashlib",
    "regex": "only for rules of kind “pattern”, whose timeout `re` lacks",
    "shutil": "8 ms with its compressors",
    "socket": "comes with email",
    "spellchecker": "only for other languages, and behind our own suggestions",
    "ssl": "comes with http",
    "statistics": "pulls decimal, fractions and random",
    "sqlite3": "only for the pages of a wiki",
    "subprocess": "only 7z is run, for a dump",
    "tempfile": "a file is saved under a name of our own",
    "tomllib": "15 ms; parsed TOML is kept in the cache",
    "typing_extensions": "10 ms; Python 3.11 has what we need",
    "unittest": "comes with mocks, which have no place here",
    "urllib": "comes with pathlib and email",
}
LATE = {
    "fanlint.canon_build": "fanlint canon build",
    "fanlint.canon.review": "fanlint canon check, diff and search",
    "fanlint.cli.diff": "--diff",
    "fanlint.cli.show": "--show-settings",
    "fanlint.language.en.confusion_sets": "only for words in the wrong place",
    "fanlint.language.en.suggest": "only for what is misspelt",
    "fanlint.formats.markdown": "only for Markdown",
    "fanlint.language.base": "drafts in other languages",
    "fanlint.report.sarif": "only for its format",
}
PAGE = '"I know," Sakura said, and looked at the door. The rain had not stopped since the morning.\n\n' * 6


def imported(*args: str, cwd: Path) -> set[str]:
    """All modules that a Python process has imported at its end."""
    env = {**os.environ, "PYTHONPATH": str(PROJECT)}
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *args], cwd=cwd, env=env, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr[-2000:]
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip() for line in lines}


def within(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


@pytest.fixture(scope="module")
def from_python(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What Python imports to run a module."""
    return imported("-c", "import runpy", cwd=tmp_path_factory.mktemp("python"))


@pytest.fixture(scope="module")
def from_click(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What click imports by itself, and Python before it: not ours to judge."""
    return imported("-c", "import click, runpy", cwd=tmp_path_factory.mktemp("click"))


@pytest.fixture(scope="module")
def from_page(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What a check of one page imports once the cache is filled."""
    folder = tmp_path_factory.mktemp("page")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    (folder / "fanlint.toml").write_text('english = "us"\nwords = ["Sakura"]\n', encoding="utf-8")
    imported("-m", "fanlint", "check", "page.txt", cwd=folder)
    return imported("-m", "fanlint", "check", "page.txt", cwd=folder)


@pytest.mark.parametrize("package", DENIED)
def test_a_page_does_not_import(package: str, from_page: set[str], from_python: set[str]) -> None:
    found = sorted(name for name in from_page - from_python if within(name, package))
    assert not found, f"{package} is imported: {DENIED[package]}"


@pytest.mark.parametrize("module", LATE)
def test_a_page_does_not_import_our_own(module: str, from_page: set[str]) -> None:
    assert module not in from_page, f"{module} is for {LATE[module]}"


def test_the_version_imports_only_click_and_the_commands(tmp_path: Path, from_click: set[str]) -> None:
    found = imported("-m", "fanlint", "--version", cwd=tmp_path) - from_click
    ours = {name for name in found if within(name, "fanlint")}
    assert ours == {"fanlint", "fanlint.cli", "fanlint.cli.commands", "fanlint.cli.plain", "fanlint.errors"}
    assert not {name for name in found if any(within(name, package) for package in DENIED)}
