"""What must hold of every rule, whoever wrote it."""

from __future__ import annotations

import re
from functools import cache

import pytest

from fanlint import formats
from fanlint.canon.load import load_canons
from fanlint.engine.linter import Linter
from fanlint.language.base import languages
from fanlint.rules.catalog import Catalog, load_profile, profiles
from fanlint.rules.rule import ANY_LANGUAGE, Rule, parse_example
from fanlint.testing import check_examples

CATALOG = Catalog()
RULES = {name: CATALOG.load(name) for name in CATALOG.names}


@pytest.mark.parametrize("name", CATALOG.names)
def test_a_rule_finds_and_mends_its_examples(name: str) -> None:
    check_examples(RULES[name])


@pytest.mark.parametrize("name", CATALOG.names)
def test_a_rule_is_named_and_explained_to_a_writer(name: str) -> None:
    rule = RULES[name]
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*/[a-z]+((-|')[a-z]+)*", name)
    assert rule.name == name
    assert len(rule.explanation) > 30, "the explanation is what “fanlint explain” prints"
    assert rule.message.rstrip(" )").endswith((".", "?", "!", "}", "”")), "the message is a sentence"
    assert "error" not in rule.message.lower(), "no scolding"


@pytest.mark.parametrize("name", CATALOG.names)
def test_a_rule_is_for_languages_that_there_are(name: str) -> None:
    rule = RULES[name]
    assert rule.holds_in(rule.example_language)
    assert all(code == ANY_LANGUAGE or code.removeprefix("-") in languages() for code in rule.languages)


def test_names_yielded_to_exist_and_no_two_rules_yield_to_each_other() -> None:
    for name, rule in RULES.items():
        for other in _yielded(rule):
            assert name not in _yielded(RULES[other]), f"{name} and {other} yield to each other"


def _yielded(rule: Rule) -> set[str]:
    return {other for selector in rule.yields_to for other in CATALOG.matching(selector)}


# Examples are about invented people, and some are deliberately without capitals.
QUIETED = frozenset({"canon"})
# Folders whose correct examples may hold what other rules find.
EXCUSED = frozenset({"spelling", "canon", "honorifics"})
# Rules for a hunt, which may be wrong now and then.
DOUBTFUL = frozenset({"context/wrong-word-likely", "context/wrong-word-perhaps"})


@cache
def all_rules(language: str) -> Linter:
    rules = (rule for rule in RULES.values() if rule.name not in DOUBTFUL)
    return Linter(rules, load_canons(["naruto"]), language=language)


@pytest.mark.parametrize("name", CATALOG.names)
def test_all_rules_together_fix_every_example_and_leave_correct_ones_alone(name: str) -> None:
    """With every rule on, fixing ends, a second run changes nothing, and no rule objects to another's correct example.

    Each example is a draft of its own: in one long draft, a word that another example repeats would count as a habit or
    a name, and hide a false alarm. Reading them is slow, so no text is read twice: ``fix`` returns what it found
    where there was nothing to fix.
    """
    rule = RULES[name]
    everything = all_rules(rule.example_language)
    false_alarms = []
    for notation in rule.examples:
        example = parse_example(notation)
        source = formats.parse("example.txt", example.text.encode())
        once = everything.fix(source)
        if once.fixed:
            again = formats.parse("example.txt", once.source.to_bytes())
            twice = everything.fix(again).source
            assert once.source.to_bytes() == twice.to_bytes(), f"fixing “{example.text}” again changes it again"
        if example.marks or folder_of(name) in EXCUSED:
            continue
        assert source.document.text == example.text
        found = everything.check(source) if once.fixed else once.left
        where = [(one.rule, source.document.slice(one.span)) for one in found if folder_of(one.rule) not in QUIETED]
        false_alarms += [f"“{example.text}”: {rule} at “{text}”" for rule, text in where]
    assert not false_alarms, "\n".join(false_alarms)


def folder_of(rule: str) -> str:
    return rule.split("/")[0]


@pytest.mark.parametrize("profile", sorted(profiles()))
def test_a_profile_says_what_it_is_for_and_why_it_leaves_rules_out(profile: str) -> None:
    table = load_profile(profile)
    assert len(table["about"]) > 30
    assert all(len(reason) > 10 for reason in table.get("ignore", {}).values())
    assert CATALOG.of_profile(profile)
