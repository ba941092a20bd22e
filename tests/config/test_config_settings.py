"""Settings: what a config may say, who wins, and where the writer's words and accepted findings are looked for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fanlint.config import (
    FLAGS,
    KEYS,
    Configs,
    Glob,
    Layer,
    Selection,
    Settings,
    check_table,
    merge,
    read_config,
    read_words,
    root_for,
    word_of,
)
from fanlint.errors import ConfigError
from fanlint.project import Project

BLANK = Settings("/stories")


def layer(where: str = "fanlint.toml", **values: object) -> Layer:
    return check_table({key.replace("_", "-"): value for key, value in values.items()}, where, "/stories")


def merged(*layers: Layer) -> Settings:
    settings = BLANK
    for one in layers:
        settings = merge(settings, one)
    return settings


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


class TestValues:
    def test_every_key_has_a_place_in_settings(self) -> None:
        inside_selections = {"select", "extend-select", "ignore"}
        fields = {key.replace("-", "_") for key in KEYS if key not in inside_selections | {"extend"}}
        assert fields <= set(Settings._fields)

    @pytest.mark.parametrize("key", KEYS)
    @pytest.mark.parametrize("value", [3, True, [1], {"a": 1}], ids=str)
    def test_wrong_types_name_file_key_and_what_was_expected(self, key: str, value: object) -> None:
        if key == "per-file-ignores" and isinstance(value, dict):
            value = {"*.md": "dialogue"}
        if key == "speakers" and isinstance(value, dict):
            value = {"Bram": {"dialect": "yes"}}
        with pytest.raises(ConfigError, match=rf"^stories.toml: “({key}|dialect)”.* needs .*For example: {key} = "):
            check_table({key: value}, "stories.toml", "/stories")

    @pytest.mark.parametrize(
        ("key", "meant"), [("canons", "canon"), ("extend_select", "extend-select"), ("word-file", "words-file")]
    )
    def test_unknown_keys_name_the_nearest(self, key: str, meant: str) -> None:
        with pytest.raises(ConfigError, match=f"“{key}”. Did you mean “{meant}”"):
            check_table({key: "x"}, "fanlint.toml", "/stories")

    def test_a_key_that_is_like_none_lists_them_all(self) -> None:
        with pytest.raises(ConfigError, match="The settings are extend, profile, canon"):
            check_table({"zzz": "x"}, "fanlint.toml", "/stories")

    def test_canon_is_a_name_or_a_list_and_paths_are_seen_from_the_config(self) -> None:
        assert merged(layer(canon="naruto")).canon == ("naruto",)
        assert merged(layer(canon=["naruto", "our.toml"])).canon == ("naruto", os.path.join("/stories", "our.toml"))

    def test_paths_and_patterns_are_seen_from_the_config(self) -> None:
        settings = merged(layer(plugins=["../ours"], words_file="names.txt", exclude=["old/"]))
        assert settings.plugins == (os.path.normpath("/ours"),)
        assert settings.words_path == os.path.join("/stories", "names.txt")
        assert settings.exclude == (Glob("/stories", "old/"),)

    def test_settings_are_hashable_so_that_files_can_share_a_linter(self) -> None:
        hash(merged(layer(canon=["a"], words=["b"], exclude=["c"], select=["d"], per_file_ignores={"*": ["e"]})))


class TestMerge:
    def test_the_later_layer_wins_key_by_key(self) -> None:
        settings = merged(layer(english="uk", words=["a"]), layer(FLAGS, english="us"))
        assert (settings.english, settings.words) == ("us", ("a",))
        assert settings.origin("english") == FLAGS
        assert settings.origin("words") == "fanlint.toml"
        assert settings.origin("profile") == "default"

    def test_a_selection_begins_anew(self) -> None:
        settings = merged(layer(select=["a"], ignore=["b"]), layer(FLAGS, select=["c"]))
        assert settings.selections == (Selection(("c",), (), (), FLAGS),)

    def test_extending_and_ignoring_go_on_from_below(self) -> None:
        settings = merged(layer(select=["a"], ignore=["b"]), layer(FLAGS, extend_select=["b"], ignore=["c"]))
        assert settings.selections == (
            Selection(("a",), (), ("b",), "fanlint.toml"),
            Selection((), ("b",), ("c",), FLAGS),
        )

    def test_a_later_profile_takes_the_place_of_a_selection_but_not_of_what_is_ignored(self) -> None:
        settings = merged(layer(select=["a"], ignore=["b"]), layer(FLAGS, profile="strict"))
        assert settings.selections == (Selection((), (), ("b",), "fanlint.toml"),)
        assert settings.profile == "strict"

    def test_a_selection_beside_a_profile_counts(self) -> None:
        assert merged(layer(profile="strict", select=["a"])).selections[0].select == ("a",)

    def test_nothing_is_changed_in_place(self) -> None:
        merge(BLANK, layer(words=["a"]))
        assert Settings("/stories") == BLANK


class TestFinding:
    def test_the_nearest_wins_and_fanlint_toml_comes_first(self, tmp_path: Path) -> None:
        write(tmp_path / "fanlint.toml", "")
        near = write(tmp_path / "a/.fanlint.toml", "")
        configs = Configs()
        assert configs.find(str(tmp_path / "a/b")) == str(near)
        assert configs.find(str(tmp_path)) == str(tmp_path / "fanlint.toml")
        first = write(tmp_path / "a/fanlint.toml", "")
        assert Configs().find(str(tmp_path / "a")) == str(first)

    def test_a_broken_pyproject_that_never_mentions_us_is_left_alone(self, tmp_path: Path) -> None:
        write(tmp_path / "fanlint.toml", "")
        write(tmp_path / "a/pyproject.toml", "[project\n")
        assert Configs().find(str(tmp_path / "a")) == str(tmp_path / "fanlint.toml")

    def test_the_dependency_on_us_is_no_config(self, tmp_path: Path) -> None:
        write(tmp_path / "pyproject.toml", '[project]\nname = "x"\ndependencies = ["fanlint"]\n')
        assert Configs().find(str(tmp_path)) is None

    def test_extending_keeps_paths_where_they_were_written(self, tmp_path: Path) -> None:
        write(tmp_path / "base/fanlint.toml", 'plugins = ["ours"]\nenglish = "uk"\n')
        write(tmp_path / "a/fanlint.toml", 'extend = "../base/fanlint.toml"\nenglish = "us"\n')
        below, above = read_config(str(tmp_path / "a/fanlint.toml"))
        assert below.values["plugins"] == (str(tmp_path / "base/ours"),)
        assert above.values == {"english": "us"}

    def test_extending_what_is_not_there(self, tmp_path: Path) -> None:
        path = write(tmp_path / "fanlint.toml", 'extend = "gone.toml"\n')
        with pytest.raises(ConfigError, match=r"gone\.toml: cannot be read"):
            read_config(str(path))

    def test_where_words_are_looked_for(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "a/.fanlint").mkdir(parents=True)
        (tmp_path / "b").mkdir()
        assert root_for(str(tmp_path / "b"), str(tmp_path / "a/fanlint.toml")) == str(tmp_path / "a")
        assert root_for(str(tmp_path / "a"), None) == str(tmp_path / "a")
        assert root_for(str(tmp_path / "b"), None) == str(tmp_path)


class TestWords:
    @pytest.mark.parametrize(
        ("line", "word"),
        [
            ("Miravel\n", "Miravel"),
            ("  Ilse Marrow  \n", "Ilse Marrow"),
            ("# a comment\n", ""),
            ("Miravel  # one l\n", "Miravel"),
            ("C#\n", "C#"),
            ("\n", ""),
        ],
    )
    def test_a_line(self, line: str, word: str) -> None:
        assert word_of(line) == word

    def test_a_byte_order_mark_is_no_letter(self, tmp_path: Path) -> None:
        path = tmp_path / "words.txt"
        path.write_text("Miravel\n", encoding="utf-8-sig")
        assert read_words(str(path)) == ("Miravel",)

    def test_a_missing_file_is_empty_unless_it_was_asked_for(self, tmp_path: Path) -> None:
        path = str(tmp_path / "words.txt")
        assert read_words(path) == ()
        with pytest.raises(ConfigError, match="fanlint words add"):
            read_words(path, required=True)


class TestProject:
    def test_files_with_the_same_settings_share_a_linter(self, tmp_path: Path) -> None:
        write(tmp_path / "fanlint.toml", 'select = ["eggcorns"]\n[per-file-ignores]\n"*.md" = ["eggcorns/could-of"]\n')
        a, b, other = (str(tmp_path / name) for name in ("a.txt", "b.txt", "c.md"))
        session = Project().session(a)
        assert session.linter(a) is session.linter(b)
        assert session.linter(other) is not session.linter(a)
        assert {rule.name for rule in session.rules(a)} - {rule.name for rule in session.rules(other)} == {
            "eggcorns/could-of"
        }

    def test_words_of_the_config_and_of_the_file_are_right(self, tmp_path: Path) -> None:
        write(tmp_path / "fanlint.toml", 'words = ["Miravel"]\n')
        write(tmp_path / ".fanlint/words.txt", "Kestrin\n")
        path = str(tmp_path / "a.txt")
        assert Project().session(path).linter(path).words == {"Miravel", "Kestrin"}
