"""What README and docs say is so."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import click
import pytest
from docs_blocks import PROJECT, blocks, commands, options, page, run

from fanlint.canon.load import read_canon
from fanlint.canon.model import Character, Term
from fanlint.cli.commands import cli
from fanlint.config import KEYS, read_config
from fanlint.report import FORMATS

GUIDES = sorted(f"docs/{path.name}" for path in PROJECT.glob("docs/*.md"))
PAGES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *GUIDES]
COMMANDS = [(name, line) for name in PAGES for line in dict.fromkeys(commands(page(name)))]
# Flags of other programs that our pages name.
OTHERS = {"--hypothesis-profile", "--update", "--check", "--scowl", "--train", "--out", "--dry-run"}
STAND_INS = frozenset(("RULE", "WORD", "NAME", "FILE", "SHELL"))  # not to be typed as they stand


def all_commands(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that call it."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from all_commands(inner, (*path, name))


EVERY = dict(all_commands(cli))


@pytest.fixture
def stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with all that the commands of our pages name."""
    shutil.copytree(PROJECT / "examples", tmp_path / "examples")
    shutil.copy(PROJECT / "examples" / "draft.txt", tmp_path / "draft.txt")
    monkeypatch.chdir(tmp_path)
    return tmp_path


RUNNABLE = [(name, line) for name, line in COMMANDS if not STAND_INS.intersection(line.split())]


@pytest.mark.parametrize(("name", "line"), RUNNABLE)
def test_a_command_that_is_shown_can_be_used(name: str, line: str, stories: Path) -> None:
    ran = run(line)
    assert ran.exit != 2, f"{name}: {line}: {ran.output}"


def test_the_output_that_readme_shows_is_what_fanlint_says(stories: Path, update: bool) -> None:
    """A line of “…” stands for whatever is there. Mend it with: pytest --update tests/test_docs.py"""
    text = page("README.md")
    for block in blocks(text, "console"):
        command, _, shown = block.partition("\n")
        said = run(command.removeprefix("$ ")).output
        head, dots, tail = shown.partition("\n…\n")
        if update:
            lines = said.splitlines(keepends=True)
            fresh = "".join(lines[: head.count("\n") + 1]) + "…\n" + "".join(lines[-tail.count("\n") :])
            text = text.replace(block, f"{command}\n{fresh if dots else said}")
        elif dots:
            assert said.startswith(head + "\n")
            assert said.endswith("\n" + tail)
        else:
            assert said == shown
    if update:
        (PROJECT / "README.md").write_text(text, encoding="utf-8")


def test_every_option_that_is_named_exists() -> None:
    known = {flag for command in EVERY.values() for parameter in command.params for flag in parameter.opts}
    known |= {"--help", "--version"}
    for name in PAGES:
        unknown = options(page(name)) - known - (OTHERS if name != "README.md" else set())
        assert not unknown, f"{name} names {unknown}"


@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_every_command_and_option_has_help(path: tuple[str, ...]) -> None:
    command = EVERY[path]
    assert command.help, path
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{path}: {parameter.opts}"


def test_every_flag_of_check_and_every_command_is_explained_to_the_shell() -> None:
    assert "Correct what is certain" in run("fanlint check --help").output
    assert all(path[0] in run("fanlint --help").output for path in EVERY if path)


def test_the_pages_of_rules_are_what_the_rules_say(update: bool) -> None:
    command = [sys.executable, "tools/make_rule_docs.py", *([] if update else ["--check"])]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", [*PAGES, "ARCHITECTURE.md"])
def test_links_lead_somewhere(name: str) -> None:
    folder = (PROJECT / name).parent
    for target in re.findall(r"\]\(([^)\s]+)\)", page(name)):
        if target.startswith("https://"):
            continue
        path, _, anchor = target.partition("#")
        text = (folder / path).read_text(encoding="utf-8") if anchor and path else page(name)
        assert (folder / path).exists(), f"{name} links to {target}"
        assert not anchor or anchor in [_anchor(line) for line in text.splitlines()], f"{name} links to {target}"


def _anchor(line: str) -> str:
    return re.sub(r"[^\w -]", "", line.lstrip("#").strip().lower()).replace(" ", "-") if line.startswith("#") else ""


@pytest.mark.parametrize("name", [*PAGES, "ARCHITECTURE.md", "NOTICE", ".ci/run", "bench/README.md"])
def test_pages_are_for_everybody(name: str) -> None:
    text = page(name)
    assert not re.search(r"(?<![\w.])/(?:work|tmp|root|home)/", text), "a path of one machine"


def test_every_setting_is_explained() -> None:
    told = re.findall(r"^### `([^`]+)`$", page("docs/configuration.md"), re.M)
    assert sorted(told) == sorted(KEYS)


@pytest.mark.parametrize("name", ["README.md", "docs/configuration.md", "docs/suppressing.md"])
def test_a_config_that_is_shown_can_be_used(name: str, stories: Path) -> None:
    shown = blocks(page(name), "toml")
    assert shown
    for text in shown:
        (stories / "fanlint.toml").write_text(text.replace(', "my-other-fandom.toml"', ""), encoding="utf-8")
        assert read_config(str(stories / "fanlint.toml"))
        assert run("fanlint check --show-settings draft.txt").exit == 0


def test_every_format_and_field_of_output_is_explained() -> None:
    text = page("docs/output.md")
    schema = json.loads(page("docs/json-schema.json"))
    fields = chain(schema["properties"], schema["$defs"]["finding"]["properties"], schema["$defs"]["fix"]["properties"])
    counts = schema["$defs"]["statistics"]["properties"]["statistics"]["items"]["properties"]
    for name in (*FORMATS, *fields, "statistics", *counts):
        assert f"`{name}`" in text, f"docs/output.md says nothing of {name}"
    assert all(f"`{name}`" in page("README.md") for name in FORMATS)


def test_the_json_that_is_shown_is_what_fanlint_says(stories: Path) -> None:
    shown = json.loads(blocks(page("docs/output.md"), "json")[0])
    (stories / "draft.txt").write_text("Kakkashi yawned.\n", encoding="utf-8")
    assert json.loads(run("fanlint draft.txt --canon naruto --output-format json").output) == shown


def test_the_statistics_that_are_shown_are_what_fanlint_says(stories: Path) -> None:
    shown = json.loads(blocks(page("docs/output.md"), "json")[1])
    (stories / "draft.txt").write_text("Kakkashi yawned.\n", encoding="utf-8")
    assert json.loads(run("fanlint draft.txt --canon naruto --statistics --output-format json").output) == shown


def test_every_key_of_a_canon_is_explained() -> None:
    parts = re.split(r"^## `(.*)`$", page("docs/canon.md"), flags=re.M)
    told = {
        name: set(re.findall(r"^- `([a-z-]+)`", text, re.M))
        for name, text in zip(parts[1::2], parts[2::2], strict=True)
    }
    assert told["[[character]]"] == set(Character._fields)
    assert told["[[term]]"] == set(Term._fields)


def test_the_canon_that_is_shown_can_be_used(stories: Path) -> None:
    (stories / "lighthouse.toml").write_text(blocks(page("docs/canon.md"), "toml")[0], encoding="utf-8")
    assert read_canon("lighthouse.toml").knows("Toudou")
    right = "Haruka Toudou lit the lamp. Rin saw the Umi-bashira, and the akarimori bowed before Haruka's lamp.\n"
    (stories / "draft.txt").write_text(right, encoding="utf-8")
    assert run("fanlint draft.txt --canon lighthouse.toml").exit == 0
    (stories / "draft.txt").write_text(right.replace("Haruka T", "Harukka T"), encoding="utf-8")
    assert "canon/misspelt-name" in run("fanlint draft.txt --canon lighthouse.toml").output


def test_our_own_pages_have_nothing_to_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    done = run(f"fanlint --config docs/fanlint.toml --output-format concise {' '.join(PAGES)}")
    assert done.exit == 0, done.output


def test_the_hooks_that_readme_names_exist() -> None:
    offered = set(re.findall(r"^- id: (\S+)", page(".pre-commit-hooks.yaml"), re.M))
    assert set(re.findall(r"- id: (\S+)", page("README.md"))) == offered
