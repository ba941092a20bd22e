"""Rules of quotation marks leave to one another what each knows best."""

from __future__ import annotations

import pytest

from fanlint import formats
from fanlint.engine.linter import Linter
from fanlint.model import Safety, splice
from fanlint.rules.catalog import Catalog
from fanlint.text.document import Document

CATALOG = Catalog()
LINTER = Linter([CATALOG.load(name) for name in CATALOG.of_profile("default")])


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


def safest(text: str, rule: str) -> list[Safety]:
    """The safety of the first fix of each finding of a rule."""
    return [one.fixes[0].safety for one in LINTER.lint(Document(text)) if one.rule == rule]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('The galaxy is mad." he said. "All of it."', "dialogue/full-stop-before-tag"),
        ('The galaxy is mad," He said. "All of it."', "dialogue/capital-in-tag"),
        ('Where is it?," he said.', "dialogue/double-mark"),
        ('The galaxy is mad" he said. "All of it."', "dialogue/missing-comma-before-tag"),
        ('Ilse rose.\n\nthank you," she said.', "dialogue/lower-case-speech"),
    ],
)
def test_beside_a_missing_mark_nothing_is_mended_unasked(text: str, rule: str) -> None:
    assert safest(text, rule) == [Safety.UNSAFE]
    fixed = formats.parse("draft.txt", text.encode())
    assert LINTER.fix(fixed).source.document.text == text


CUT_SHORT = [
    '"Did you see him?\n\n"No," she said.',
    '"No," he said. "I never did.\n\n"Then who?" she asked.',
    '"It is late, she said.\n\n"So it is."',
]
CARRIED_ON = [
    '"There was a king, and he had three sons and a house by the sea.\n\n"And he had a daughter."',
    '"First we train.\n\n"Then we eat," Gerd went on.',
    '"And I asked him, he said no.\n\n"So I left."',
    "\"'Did you see him?'\n\n\"'No,' said he.\"",
    '"Do you know what they did to the old house by the sea when all of us had gone away?\n\n"They sold it."',
    '"Blue is the sea,\n"Red is the sky,\n"Green is the tree."\n\n"Lovely," she said.',
]


@pytest.mark.parametrize("text", CUT_SHORT)
def test_a_short_speech_is_not_carried_on_by_the_next(text: str) -> None:
    assert "dialogue/unclosed-quote" in {rule for rule, _ in found(text)}


@pytest.mark.parametrize("text", CARRIED_ON)
def test_a_long_speech_may_be_carried_on(text: str) -> None:
    assert not {"dialogue/unclosed-quote", "dialogue/unopened-quote"} & {rule for rule, _ in found(text)}


QUOTED_AS_A_WHOLE = [
    "He read:\n\n“Come home soon.\n\nWe all miss you here, and the dog does too.”",
    "“Come home soon.\n\nThe dog is ill.\n\nWe all miss you here, and the dog does too.”",
    "“Blue is the sea,\n\nRed is the sky above it all.”",
    "“Come home soon, all of you.\n\nYours, Ilse.”",
]


@pytest.mark.parametrize("text", QUOTED_AS_A_WHOLE)
def test_a_letter_or_a_song_has_marks_at_its_ends_alone(text: str) -> None:
    assert found(text) == []


def test_a_mark_that_nothing_follows_goes_without_its_paragraph() -> None:
    text = 'The door stood open.\n\n"\n\nShe left. "'
    fixed = [one.fixes[0].edits[0] for one in LINTER.lint(Document(text)) if one.rule == "dialogue/unclosed-quote"]
    assert splice(text, fixed) == "The door stood open.\n\n\n\nShe left."


def test_a_question_is_asked_for_its_mark_by_one_rule() -> None:
    assert found('"What are you doing." she asked.') == [("dialogue/full-stop-before-tag", ".")]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("‘Where were you,’ she said. ‘I waited.’ The ‘hero’ of it ran.", []),
        ("'The Vales' house is empty,' he said. 'Go 'n' see.'", []),
        ("She called it 'a mistake', and meant it. 'Go,' she said. 'Run.'", []),
        ("'Go,' she said. 'Run.'\n\nMaybe tomorrow,' he said.", ["dialogue/unopened-quote"]),
        ("'Go,' she said. 'Run.'\n\n'Maybe tomorrow. He left.", ["dialogue/unclosed-quote"]),
    ],
)
def test_speech_in_single_marks_is_seen_as_well(text: str, rules: list[str]) -> None:
    assert [rule for rule, _ in found(text)] == rules
