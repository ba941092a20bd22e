"""The confusion sets: what holds for all of them, and what is said about one that cannot be used."""

from __future__ import annotations

import os
import re
from typing import Any

import pytest

from fanlint.errors import BadRule
from fanlint.language.en.confusion_sets import about, lesson_of, pairs_of, paths, remark, rule_tables
from fanlint.rules.catalog import Catalog
from fanlint.toml import load_toml

FILES = {os.path.basename(path).removesuffix(".toml"): load_toml(path, cached=False) for path in paths()}
SETS: dict[str, dict[str, Any]] = {name: table for sets in FILES.values() for name, table in sets.items()}
ALL_PAIRS = [frozenset(pair.split("/")) for table in SETS.values() for pair in pairs_of(table, "words", "phrases-only")]


def in_order(name: str) -> tuple[str, str]:
    """How people look for a name: apostrophes do not count."""
    return name.replace("'", ""), name


def words_of(table: dict[str, Any]) -> set[str]:
    return {word for pair in pairs_of(table, "words", "phrases-only") for word in pair.split("/")}


def test_files_are_sorted_and_named_by_the_first_letter() -> None:
    for letter, sets in FILES.items():
        assert list(sets) == sorted(sets, key=in_order)
        assert {name[0] for name in sets} == {letter}
        for table in sets.values():
            directions = [name for name, value in table.items() if isinstance(value, dict)]
            assert directions == sorted(directions)


def test_every_pair_is_defined_once() -> None:
    assert len(ALL_PAIRS) == len(set(ALL_PAIRS))
    assert all(len(pair) == 2 for pair in ALL_PAIRS)


def swaps(notation: str) -> list[tuple[str, str]]:
    """The words and replacements in the braces of a phrase, in small letters."""
    inside = notation.lower().partition("{")[2].partition("}")[0]
    wrongs, rights = ([word.strip() for word in part.split("|")] for part in inside.split("->"))
    if len(wrongs) == len(rights):
        return list(zip(wrongs, rights, strict=True))
    return [(wrong, right) for wrong in wrongs for right in rights]


@pytest.mark.parametrize("name", SETS)
def test_a_set_tells_its_words_apart(name: str) -> None:
    table = SETS[name]
    first = pairs_of(table, "words", "phrases-only")[0].split("/")
    parts = name.split("-")
    assert parts == sorted(parts, key=in_order) or any(" " in word for word in first)
    meaning, memory = lesson_of(table)
    assert meaning.endswith(".")
    assert not memory or memory.endswith((".", "!"))
    assert meaning.count("*") % 2 == memory.count("*") % 2 == 0
    told = {word.lower() for marked in re.findall(r"\*([^*]+)\*", meaning) for word in (marked, *marked.split())}
    wanted = set(first) if any(" " in word for word in first) else set(parts)
    assert wanted <= told, f"{name}: the meaning does not mention {sorted(wanted - told)}"


@pytest.mark.parametrize(
    ("name", "direction"),
    [(name, key) for name, table in SETS.items() for key, value in table.items() if isinstance(value, dict)],
)
def test_the_words_of_a_direction_belong_to_its_set(name: str, direction: str) -> None:
    own = SETS[name][direction]
    for notation in own["swap"]:
        for wrong, right in swaps(notation):
            if wrong != right:  # {loathed|loath -> loathed|loathe} keeps a word
                assert frozenset((wrong, right)) in ALL_PAIRS
                assert right in words_of(SETS[name]) or "message" in own


def test_directions_make_rules() -> None:
    names = {f"confusions/{key}" for table in SETS.values() for key, value in table.items() if isinstance(value, dict)}
    assert names == {name for name in Catalog().names if name.startswith("confusions/")}


def test_a_direction_states_only_what_differs() -> None:
    sets = {
        "lack-luck": {
            "words": "lack/luck",
            "meaning": "*Luck* is chance; a *lack* is a shortage.",
            "memory": "Lucky *luck*.",
            "lack-for-luck": {"swap": ["bad {lack -> luck}"], "examples": []},
            "luck-for-lack": {"swap": ["a {luck -> lack} of"], "message": "Hm?", "explain": "More.", "safety": "safe"},
        }
    }
    made = rule_tables(sets, "l.toml")
    assert made["lack-for-luck"] == {
        "kind": "swap",
        "severity": "error",
        "safety": "unsafe",
        "swap": ["bad {lack -> luck}"],
        "examples": [],
        "message": "Did you mean “{right}”? *Luck* is chance; a *lack* is a shortage.",
        "explain": "*Luck* is chance; a *lack* is a shortage. Lucky *luck*.",
    }
    assert made["luck-for-lack"]["message"] == "Hm?"
    assert made["luck-for-lack"]["explain"].endswith("Lucky *luck*. More.")
    assert made["luck-for-lack"]["safety"] == "safe"


GOOD = {"words": "lack/luck", "meaning": "*Luck* is chance; a *lack* is a shortage."}


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("lack/luck", "is not a table"),
        ({"meaning": GOOD["meaning"]}, 'needs its words. Write them in pairs: words = "accept/except'),
        ({"words": "lack/luck"}, "needs a meaning: one sentence"),
        ({**GOOD, "words": "lack luck"}, "has “lack” among its words. Write two different words with a slash"),
        ({**GOOD, "words": "luck/luck"}, "has “luck/luck” among its words"),
        ({**GOOD, "memory": 1}, "needs one sentence of text for “memory”"),
        ({**GOOD, "explain": "So."}, "has the unknown key “explain”"),
    ],
)
def test_a_set_that_cannot_be_used(table: Any, said: str) -> None:
    with pytest.raises(BadRule) as caught:
        rule_tables({"lack-luck": table}, "rules/confusions/l.toml")
    assert str(caught.value).startswith("rules/confusions/l.toml: the rule “confusions/lack-luck” ")
    assert said in str(caught.value)


def test_plugins_may_have_sets_of_their_own(tmp_path: Any) -> None:
    folder = tmp_path / "rules" / "confusions"
    folder.mkdir(parents=True)
    (folder / "l.toml").write_text(
        '[lack-luck]\nwords = "lack/luck"\nmeaning = "*Luck* is chance; a *lack* is a shortage."\n\n'
        '[lack-luck.lack-for-luck]\nswap = ["bad {lack -> luck}"]\nexamples = ["Bad {lack -> luck}."]\n',
        encoding="utf-8",
    )
    rule = Catalog([str(tmp_path)]).load("confusions/lack-for-luck")
    assert rule.message == "Did you mean “{right}”? *Luck* is chance; a *lack* is a shortage."


def test_about_a_word() -> None:
    assert [other for other, _ in about("peaked")] == ["peeked", "piqued"]
    assert about("table") == []


def test_a_remark_is_the_meaning() -> None:
    assert remark("lose", "loose") == SETS["loose-lose"]["meaning"]
    assert remark("loose", "table") == ""
