"""Rules of quotation marks leave to one another what each knows best."""

from __future__ import annotations

import pytest

from fanlint.catalog import Catalog
from fanlint.engine import Linter
from fanlint.model import Safety
from fanlint.text.document import Document

CATALOG = Catalog()
LINTER = Linter([CATALOG.load(name) for name in CATALOG.select()])


def found(text: str) -> list[tuple[str, str]]:
    """Each finding's rule and the words it is about."""
    return [(one.rule, text[one.span.start : one.span.end]) for one in LINTER.lint(Document(text))]


@pytest.mark.parametrize(
    "text",
    [
        "“ Over here,” Ilse called.",
        "He said,“ Over here,” and waved.",
        "“She said “never” to me,” he told them.",
        "“There was a king,” he read.\n\n“He had three sons.",
        "“Nobody knows,” she said. “Nobody",
        "He asked “why?”, and “when?”",
    ],
)
def test_a_mark_is_turned_only_where_all_marks_then_stand_in_turn(text: str) -> None:
    assert "dialogue/quote-facing" not in {rule for rule, _ in found(text)}


def test_a_mark_that_is_turned_does_not_make_two_speeches_of_one() -> None:
    assert found("“If you go,“ she said, ”come back.”") == [
        ("dialogue/quote-facing", "“"),
        ("dialogue/quote-facing", "”"),
    ]


def test_without_stars_a_thought_is_offered_a_comma_and_no_capital_is_made_unasked() -> None:
    [only] = LINTER.lint(Document("I cannot go back there. she thought. Then it was night."))
    assert only.rule == "dialogue/thought-tag"
    assert all(fix.safety < Safety.SAFE for fix in only.fixes)


def test_what_trails_off_before_a_tag_may_keep_its_capital_until_the_writer_says_so() -> None:
    [only] = LINTER.lint(Document('"I never knew..." She murmured.'))
    assert (only.rule, only.fixes[0].safety) == ("dialogue/capital-in-tag", Safety.UNSAFE)


@pytest.mark.parametrize(
    "text",
    [
        '"No wind." The words he said were few.',
        '"No wind." The sailor asked nothing.',
        '"Look out!" The crowd shouted.',
        '"Look out!" The men who shouted were far away.',
    ],
)
def test_a_noun_and_a_verb_of_speech_may_begin_a_sentence(text: str) -> None:
    assert found(text) == []
