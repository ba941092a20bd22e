"""The rules that ``fanlint new rule`` begins pass their own examples at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from fanlint.cli.commands import cli
from fanlint.rules.catalog import Catalog
from fanlint.testing import check_examples


@pytest.mark.parametrize("kind", [(), ("--toml",)], ids=["python", "toml"])
def test_a_new_rule_passes_its_examples(kind: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["new", "rule", "hats/so-unique", *kind])
    assert result.exit_code == 0, result.stderr
    assert 'plugins = ["rules-of-ours"]' in result.stdout
    check_examples(Catalog(["rules-of-ours"]).load("hats/so-unique"))


def test_a_second_rule_of_phrases_joins_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("hats/so-unique", "hats/very-unique"):
        assert CliRunner().invoke(cli, ["new", "rule", name, "--toml", "--in", "ours"]).exit_code == 0
    catalog = Catalog(["ours"])
    assert catalog.matching("hats") == ("hats/so-unique", "hats/very-unique")
    check_examples(catalog.load("hats/very-unique"))


def test_it_says_nothing_of_the_config_that_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ours").mkdir()
    (tmp_path / "fanlint.toml").write_text('plugins = ["ours"]\n')
    result = CliRunner().invoke(cli, ["new", "rule", "hats/so-unique", "--in", "ours"])
    assert "plugins =" not in result.stdout
