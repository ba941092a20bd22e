"""The wheel: built, looked into, installed elsewhere and run there."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from docs_blocks import PROJECT

pytestmark = pytest.mark.xdist_group("packaging")  # the wheel is built once
NEEDED = ("LICENSE", "NOTICE", "README.md", "pyproject.toml", "canon", "fanlint", "rules")


def run(*args: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run Python with no more of the environment than a program needs."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP") if name in os.environ}
    return subprocess.run(
        [sys.executable, *args], cwd=cwd, env=kept | env, capture_output=True, encoding="utf-8", timeout=600
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy that holds no more than the build says it needs."""
    copy = tmp_path_factory.mktemp("project")
    for name in NEEDED:
        if (PROJECT / name).is_dir():
            shutil.copytree(PROJECT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(PROJECT / name, copy / name)
    out = tmp_path_factory.mktemp("dist")
    done = run("-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), ".", cwd=copy)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = out.glob("*.whl")
    return built


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_all_data_is_inside(wheel: Path) -> None:
    inside = names_in(wheel)
    for folder, home in (("rules", "fanlint/_data/rules"), ("canon", "fanlint/_data/canon"), ("fanlint", "fanlint")):
        for path in (PROJECT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert f"{home}/{path.relative_to(PROJECT / folder).as_posix()}" in inside
    assert "fanlint/py.typed" in inside
    assert any(name.startswith("fanlint/language/en/data/") for name in inside)


def test_licences_are_inside_and_nothing_else_is(wheel: Path) -> None:
    inside = names_in(wheel)
    for name in ("LICENSE", "NOTICE"):
        assert any(re.fullmatch(rf"fanlint-[^/]+\.dist-info/licenses/{name}", one) for one in inside)
    assert {name.split("/")[0].partition("-")[0] for name in inside} == {"fanlint"}
    assert not any("__pycache__" in name or "/tests/" in name for name in inside)


def test_it_runs_elsewhere(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "installed"
    install = ("-m", "pip", "install", "--quiet", "--no-deps", "--target", str(home), str(wheel))
    done = run(*install, cwd=tmp_path, HOME=str(tmp_path))
    assert done.returncode == 0, done.stderr
    stories = tmp_path / "stories"
    stories.mkdir()
    (stories / "draft.txt").write_text("The Chunnin exams began. Kakkashi could of gone.\n", encoding="utf-8")
    env = {"PYTHONPATH": str(home), "HOME": str(tmp_path), "FANLINT_CACHE": str(tmp_path / "cache")}
    where = run("-c", "import fanlint; print(fanlint.__file__)", cwd=stories, **env)
    assert Path(where.stdout.strip()).is_relative_to(home)
    checked = run("-m", "fanlint", "--canon", "naruto", "--output-format", "concise", "draft.txt", cwd=stories, **env)
    assert checked.returncode == 1, checked.stderr
    for rule in ("canon/misspelt-term", "canon/misspelt-name", "eggcorns/could-of"):
        assert rule in checked.stdout
    fixed = run("-m", "fanlint", "--canon", "naruto", "--fix", "draft.txt", cwd=stories, **env)
    assert fixed.returncode in (0, 1), fixed.stderr
    assert (stories / "draft.txt").read_text(encoding="utf-8").startswith("The Chunin exams began. Kakashi could")


def test_what_is_imported_is_what_is_installed() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    lines = (*project["dependencies"], *extras["canon"])
    wanted = {re.match(r"[\w.-]+", line)[0].lower() for line in lines}  # type: ignore[index]
    modules = {"spellchecker": "pyspellchecker"}  # a distribution may be named otherwise than what it holds
    assert wanted == {modules.get(name, name) for names in imported().values() for name in names}
    assert set(extras["canon"]) <= set(extras["dev"])
    assert {"mwparserfromhell", "pathspec", "regex", "spellchecker"} & set(at_the_top()) == set(), "for few drafts only"


def imported() -> dict[str, set[str]]:
    """Of each module of ours, what it imports that neither we nor Python have."""
    found = {}
    for path in sorted((PROJECT / "fanlint").rglob("*.py")):
        names = {_name(node) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))} - {""}
        found[str(path)] = names - {"fanlint"} - set(sys.stdlib_module_names)
    return found


def at_the_top() -> set[str]:
    """What is imported as soon as a module is, type checkers apart."""
    bodies = [ast.parse(path.read_text(encoding="utf-8")).body for path in (PROJECT / "fanlint").rglob("*.py")]
    return {_name(node) for body in bodies for node in body}


def _name(node: ast.AST) -> str:
    """The distribution's name of what a node imports; “” for anything else."""
    if isinstance(node, ast.Import):
        return node.names[0].name.split(".")[0]
    return (node.module or "").split(".")[0] if isinstance(node, ast.ImportFrom) and not node.level else ""
