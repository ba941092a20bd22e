"""What ``import fanlint`` offers: all of it, sorted, and imported no sooner than it is used."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import fanlint

PROJECT = Path(__file__).parent.parent


def test_everything_public_is_there() -> None:
    assert fanlint.__all__ == [
        "Document",
        "Edit",
        "FanlintError",
        "Finding",
        "Fix",
        "Linter",
        "Rule",
        "Safety",
        "Session",
        "Settings",
        "Severity",
        "Source",
        "Span",
        "Story",
        "__version__",
        "fix_text",
        "lint_text",
    ]
    assert fanlint.__all__ == sorted(fanlint.__all__)
    for name in fanlint.__all__:
        assert getattr(fanlint, name).__class__ is not None
        assert name in dir(fanlint)


def test_importing_it_imports_nothing_else_of_ours() -> None:
    code = "import fanlint, sys; print([name for name in sys.modules if name.startswith('fanlint.')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "[]\n"


def test_what_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="Ruel"):
        fanlint.Ruel  # noqa: B018


def test_the_version_is_that_of_the_package() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert fanlint.__version__ == project["version"]


def test_linting_a_text() -> None:
    found = fanlint.lint_text("I could of gone.\n")
    assert [finding.rule for finding in found] == ["eggcorns/could-of"]
    assert found[0].span == fanlint.Span(8, 10)


def test_linting_a_text_with_a_canon() -> None:
    assert fanlint.lint_text("The door was open.\n", canon=["naruto"]) == []
    with pytest.raises(fanlint.FanlintError, match="Did you mean “naruto”"):
        fanlint.lint_text("The door was open.\n", canon="narutoo")
