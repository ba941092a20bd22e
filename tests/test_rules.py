"""What must hold of every rule, whoever wrote it."""

from __future__ import annotations

import re

import pytest

from fanlint.canon.load import load_canons
from fanlint.engine.linter import Linter
from fanlint.language.base import languages
from fanlint.rules.catalog import Catalog, load_profile, profiles
from fanlint.rules.rule import ANY_LANGUAGE, Rule, parse_example
from fanlint.testing import check_examples
from fanlint.text.document import Document

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


def test_all_rules_are_silent_together_on_every_good_example() -> None:
    """A rule must not cry wolf on what another holds up as right; rules of the same folder judge the same thing."""
    noisy = []
    for name, rule in RULES.items():
        everything = all_rules(rule.example_language)
        for notation in rule.examples:
            example = parse_example(notation)
            if example.marks or name.split("/")[0] in ("spelling", "canon", "honorifics"):
                continue
            found = [one for one in everything.lint(Document(example.text)) if one.rule.split("/")[0] not in QUIETED]
            where = [(one.rule, example.text[one.span.start : one.span.end]) for one in found]
            noisy += [f"{name}: “{example.text}”: {rule} at “{text}”" for rule, text in where]
    assert not noisy, "\n".join(noisy)


def all_rules(language: str) -> Linter:
    rules = (rule for rule in RULES.values() if rule.name not in DOUBTFUL)
    return Linter(rules, load_canons(["naruto"]), language=language)


# Examples are about invented people, and some are deliberately without capitals.
QUIETED = frozenset({"canon"})
# Rules for a hunt, which may be wrong now and then.
DOUBTFUL = frozenset({"context/wrong-word-likely", "context/wrong-word-perhaps"})


def test_all_rules_together_still_mend_every_example() -> None:
    """Fixing with every rule on ends, and a second run changes nothing."""
    from fanlint import formats

    for rule in RULES.values():
        everything = all_rules(rule.example_language)
        for notation in rule.examples:
            source = formats.parse("example.txt", parse_example(notation).text.encode())
            once = everything.fix(source).source
            twice = everything.fix(once).source
            assert once.written == twice.written


@pytest.mark.parametrize("profile", sorted(profiles()))
def test_a_profile_says_what_it_is_for_and_why_it_leaves_rules_out(profile: str) -> None:
    table = load_profile(profile)
    assert len(table["about"]) > 30
    assert all(len(reason) > 10 for reason in table.get("ignore", {}).values())
    assert CATALOG.of_profile(profile)
