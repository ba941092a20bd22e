"""The draft in examples shows what fanlint finds: something from every folder of rules."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docs_blocks import PROJECT

from fanlint import formats
from fanlint.engine.fixing import Fixed
from fanlint.formats.base import Source
from fanlint.model import Safety
from fanlint.project import Project
from fanlint.rules.catalog import Catalog

DRAFT = PROJECT / "examples" / "draft.txt"
# What a writer meets most; the test of folders asks for one of each other kind.
KINDS = """
    canon/misspelt-name canon/misspelt-term canon/name-in-lower-case canon/name-order canon/unknown-name
    capitals/after-comma capitals/pronoun-i
    dialogue/capital-in-tag dialogue/full-stop-before-tag dialogue/missing-comma-before-tag dialogue/space-inside-quotes
    dialogue/stutter-space dialogue/unclosed-quote dialogue/vocative-comma
    grammar/doubled-word honorifics/ill-formed honorifics/inconsistent
    spelling/misplaced-space spelling/run-together spelling/unknown-word
    typography/missing-space typography/space-before-mark
""".split()


def found(source: Source, path: Path = DRAFT) -> list[str]:
    return [finding.rule for finding in Project().session(str(path)).check_source(source)]


def mended(path: Path, safety: Safety) -> Fixed:
    return Project().session(str(path)).fix_source(formats.read(str(path)), safety=safety)


@pytest.mark.parametrize("rule", KINDS)
def test_every_kind_of_finding_is_in_it_once_or_twice(rule: str) -> None:
    assert 1 <= found(formats.read(str(DRAFT))).count(rule) <= 2


@pytest.mark.parametrize("folder", sorted({name.split("/")[0] for name in Catalog().of_profile("default")}))
def test_every_folder_of_rules_is_in_it(folder: str) -> None:
    rules = found(formats.read(str(DRAFT)))
    assert any(rule.startswith(folder + "/") for rule in rules), f"add something for {folder} to examples/draft.txt"


@pytest.mark.parametrize("safety", [Safety.SAFE, Safety.UNSAFE])
def test_mending_it_twice_changes_nothing_the_second_time(safety: Safety, tmp_path: Path) -> None:
    shutil.copytree(DRAFT.parent, tmp_path, dirs_exist_ok=True)
    path = tmp_path / DRAFT.name
    first = mended(path, safety)
    assert len(first.fixed) >= 10
    path.write_bytes(first.source.to_bytes())
    second = mended(path, safety)
    assert not second.fixed
    assert second.source.to_bytes() == path.read_bytes()
    assert second.left == first.left
