"""The recipes of CONTRIBUTING, done as they stand."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import types
from importlib import import_module
from pathlib import Path

import pytest
from docs_blocks import PROJECT, blocks, files, page, run

from fanlint import formats
from fanlint.canon.load import load_canons, read_canon
from fanlint.rules.catalog import Catalog
from fanlint.rules.phrases.rule import _KEYS, KINDS, PhraseRule
from fanlint.testing import check_examples

TEXT = page("CONTRIBUTING.md")
FILES = files(TEXT)
SETS, PHRASES = sorted(name for name in FILES if name.startswith("rules/"))
(PYTHON,) = [name for name in FILES if name.startswith("fanlint/checks/")]


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of rules with those that the page shows."""
    home = tmp_path_factory.mktemp("rules-of-ours")
    for name in (PHRASES, SETS, PYTHON):
        path = home / name.removeprefix("fanlint/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FILES[name], encoding="utf-8")
    return home


def test_the_lists_of_words_are_those_that_there_are() -> None:
    told = re.findall(r"^\| `([a-z-]+\.txt)` \|", TEXT, re.M)
    assert told == sorted(path.name for path in (PROJECT / "tools" / "words").glob("*.txt"))


def test_the_builder_of_words_has_the_flags_that_are_shown() -> None:
    (line,) = [line for block in blocks(TEXT, "sh") for line in block.splitlines() if "build_lexicon" in line]
    done = subprocess.run(
        [sys.executable, "tools/build_lexicon.py", "--help"], cwd=PROJECT, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert all(flag in done.stdout for flag in re.findall(r"--\w+", line))


def test_the_rules_shown_find_and_mend_their_examples(ours: Path) -> None:
    catalog = Catalog([str(ours)])
    own_set = "confusions/seller-for-cellar"
    for name in (*catalog.matching("drinks"), *catalog.matching("silence"), own_set):
        check_examples(catalog.load(name))
    assert "silence/dots-as-speech" in catalog.names


def test_there_is_a_rule_of_every_kind_and_every_key_is_explained(ours: Path) -> None:
    catalog = Catalog([str(ours)])
    rules = [catalog.load(name) for name in catalog.matching("drinks")]
    assert {rule.kind for rule in rules if isinstance(rule, PhraseRule)} == set(KINDS)
    rows = [line.split("|")[1] for line in TEXT.splitlines() if line.startswith("| `")]
    told = {key for row in rows for key in re.findall(r"`([a-z-]+)`", row)}
    assert _KEYS - set(KINDS) <= told


def test_the_notation_that_is_shown_can_be_read(ours: Path) -> None:
    from fanlint.rules.catalog import word_classes
    from fanlint.rules.phrases.notation import parse_phrase

    classes = word_classes() | {"drink": frozenset({"drink"})}
    rows = TEXT.partition("| notation |")[2].partition("\n\n")[0].splitlines()[2:]
    assert len(rows) >= 10
    for row in rows:
        for notation in re.findall(r"`([^`]+)`", row.replace("\\|", "\x00").split("|")[1].replace("\x00", "|")):
            assert parse_phrase(f"cup {notation}" if "{" not in notation else notation, classes)


def test_rules_of_ones_own_are_begun_tested_and_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for line in [line for block in blocks(TEXT, "sh") for line in block.splitlines()]:
        if line.startswith("fanlint new"):
            assert run(line).exit == 0
    for name in ("fanlint.toml", "test_rules_of_ours.py"):
        Path(name).write_text(FILES[name], encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_rules_of_ours.py"],
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout
    assert "2 passed" in done.stdout
    Path("draft.txt").write_text("It was a very unique sword.\n", encoding="utf-8")
    assert "wording/very-unique" in run("fanlint draft.txt").output


def test_a_package_of_rules_is_found_by_its_entry_point(ours: Path, tmp_path: Path) -> None:
    project = tomllib.loads(FILES["pyproject.toml"])["project"]
    ((group, points),) = project["entry-points"].items()
    (package,) = points.values()
    shutil.copytree(ours, tmp_path / package)
    (tmp_path / package / "__init__.py").write_text("", encoding="utf-8")
    about = tmp_path / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    about.mkdir()
    lines = "".join(f"{name} = {value}\n" for name, value in points.items())
    (about / "entry_points.txt").write_text(f"[{group}]\n{lines}", encoding="utf-8")
    (about / "METADATA").write_text(f"Name: {project['name']}\nVersion: {project['version']}\n", encoding="utf-8")

    def rules(**more: str) -> str:
        env = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{PROJECT}", "FANLINT_CACHE": str(tmp_path / "cache")}
        done = subprocess.run(
            [sys.executable, "-m", "fanlint", "rules"],
            cwd=tmp_path,
            env=env | more,
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "drinks/tee-for-tea" in rules()
    assert "silence/dots-as-speech" in rules()
    assert "drinks/tee-for-tea" not in rules(FANLINT_PLUGINS="none")


def test_the_entries_of_a_canon_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "naruto.toml"
    text = page("canon/naruto.toml")
    path.write_text(f"{text}\n{FILES['canon/naruto.toml']}", encoding="utf-8")
    before, after = load_canons(["naruto"]), read_canon(str(path))
    assert after.knows("Tombo")
    assert len(after.characters) == len(before.characters) + 1
    assert len(after.terms) == len(before.terms) + 1


def test_the_file_format_works_and_passes_its_test(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "fanlint.formats.lines"
    module = types.ModuleType(name)
    exec(compile(FILES["fanlint/formats/lines.py"], "lines.py", "exec"), module.__dict__)
    monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setattr(formats, "lines", module, raising=False)
    tests: dict[str, object] = {}
    exec(compile(FILES["tests/formats/test_lines.py"], "test_lines.py", "exec"), tests)
    found = [test for name, test in tests.items() if name.startswith("test_") and callable(test)]
    assert len(found) == 3
    for test in found:
        test()


def test_the_files_and_programs_that_it_names_exist() -> None:
    assert import_module("fanlint.testing").check_examples
    for name in re.findall(r"(?:python|pytest [^#\n]*?) ?((?:tools|bench|tests)/[\w/]+(?:\.py)?)", TEXT):
        assert (PROJECT / name).exists(), name
    assert (PROJECT / ".ci" / "run").exists()
