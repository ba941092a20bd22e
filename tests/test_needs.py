"""A test that needs a program is skipped without it, and fails instead where everything is required."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

PACKAGES = {"git": "git", "7-Zip": "7zip", "MediaWiki": "mediawiki php-cli"}


@pytest.mark.parametrize("program", PACKAGES)
def test_a_test_is_skipped_without_its_program(
    program: str, needs: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FANLINT_REQUIRE_ALL", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(pytest.skip.Exception, match=f"needs {program}, .* apt-get install {PACKAGES[program]}"):
        needs(program)


@pytest.mark.parametrize("program", PACKAGES)
def test_a_test_fails_without_its_program_where_everything_is_required(
    program: str, needs: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FANLINT_REQUIRE_ALL", "1")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(pytest.fail.Exception, match=f"apt-get install {PACKAGES[program]}"):
        needs(program)


def test_a_test_runs_with_its_program(
    needs: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "git"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    needs("git")
