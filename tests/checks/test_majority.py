"""What a story prefers, and that a story without a clear preference is left alone."""

from __future__ import annotations

import pytest

from fanlint import formats
from fanlint.checks.majority import MOST, usual_way
from fanlint.engine.linter import Linter
from fanlint.model import Safety
from fanlint.rules.catalog import Catalog
from fanlint.text.document import Document

CATALOG = Catalog()
RULES = CATALOG.matching("consistency")


def test_the_usual_way_stands_four_times_as_often_as_all_others_together() -> None:
    assert usual_way({"grey": 8, "gray": 2}) == "grey"
    assert usual_way({"grey": 7, "gray": 2}) is None
    assert usual_way({"a": 8, "b": 1, "c": 1}) == "a"
    assert usual_way({"a": 8, "b": 1, "c": 2}) is None


def test_a_few_uses_or_one_way_alone_tell_nothing() -> None:
    assert usual_way({"grey": 4}) is None
    assert usual_way({"grey": 40, "gray": 0}) is None
    assert usual_way({"grey": 3, "gray": 0}) is None
    assert usual_way({}) is None


@pytest.mark.parametrize("text", ["", "-", "-well-", "“", "'", "…", "—", "***", "\n", "a-", "1-2-", "ok", "' '"])
def test_scraps_are_no_trouble(text: str) -> None:
    assert Linter(map(CATALOG.load, RULES)).lint(Document(text)) == []


def test_many_places_are_one_finding_that_shows_ten_and_mends_all() -> None:
    text = "He won’t. She don’t. " * 60 + "\n\n" + "I can't. " * 20
    source = formats.parse("draft.txt", text.encode())
    linter = Linter([CATALOG.load("consistency/apostrophes")])
    (finding,) = linter.check(source)
    assert len(finding.also) == MOST - 1
    assert "20 times" in finding.message
    mended = linter.fix(source, safety=Safety.UNSAFE).source.document.text
    assert mended == text.replace("'", "’")


def test_notes_of_the_author_are_left_as_they_are() -> None:
    text = "A/N: I can't update.\n\n" + "He won’t. She don’t. " * 10
    assert Linter([CATALOG.load("consistency/apostrophes")]).lint(Document(text)) == []


def test_whoever_has_chosen_an_english_hears_of_it_from_the_spelling_rule_alone() -> None:
    text = "The colour. " * 20 + "A color."
    linter = Linter([CATALOG.load("consistency/variety")], english="uk")
    assert linter.lint(Document(text)) == []
    assert len(Linter([CATALOG.load("consistency/variety")]).lint(Document(text))) == 1
