"""What is counted, on stories small enough to count by hand."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlint.language.en.lexicon import Lexicon
from fanlint.stats.numbers import Numbers, add, commonest, count, ease_in_words, histogram, telling
from fanlint.stats.syllables import syllables
from fanlint.story import Story
from fanlint.text.document import Document

STORY = """\
A/N: thank you for the reviews!

Chapter One

Rain fell on the well-kept roof. Mara looked up.

"Who is there?" Mara asked. "It is late."

"Only me," Jun said.

***

Mara opened the door. Jun came in, and Mara closed it.
"""


def numbers(text: str = STORY) -> Numbers:
    return count(Story(Document(text)))


def test_a_story_in_numbers() -> None:
    found = numbers()
    assert found.words == 9 + 8 + 4 + 11
    assert found.notes == 7
    assert found.spoken == 3 + 3 + 2
    assert found.paragraphs == 4
    assert found.scenes == 2
    assert found.turns == 2
    assert found.speakers == {"Mara": 1, "Jun": 1}
    assert found.names == {"Mara": 4, "Jun": 2}


def test_sentences_are_those_of_the_story() -> None:
    found = numbers("Rain fell. It fell and fell. Nobody came here today.")
    assert found.lengths == {2: 1, 4: 2}
    assert found.mean_length == pytest.approx(10 / 3)
    assert found.median_length == 4
    assert found.sentences == 3


def test_reading_ease_is_flesch_s() -> None:
    found = numbers("The cat sat on the mat.")
    assert found.reading_ease == pytest.approx(206.835 - 1.015 * 6 - 84.6)
    assert ease_in_words(found.reading_ease or 0)[0] == "very easy"


@pytest.mark.parametrize("text", ["", "\n\n", "***", "!", "A/N: no story yet."])
def test_a_text_without_a_story_has_no_numbers(text: str) -> None:
    found = numbers(text)
    assert (found.words, found.spoken, found.paragraphs, found.sentences) == (0, 0, found.paragraphs, 0)
    assert found.reading_ease is None
    assert (found.mean_length, found.median_length, found.dialogue, found.minutes) == (0, 0, 0, 0)


def test_another_language_has_no_ease_and_no_words_of_its_own() -> None:
    spanish = count(Story(Document("La lluvia caía. Nadie vino."), language="es"))
    assert spanish.words == 5
    assert spanish.reading_ease is None
    both = add([spanish, numbers()])
    assert both.reading_ease is None
    assert telling(both, Lexicon.load(), 5) == []


def test_several_stories_add_up() -> None:
    one, two = numbers(), numbers("Rain fell.")
    both = add([one, two])
    assert both.words == one.words + 2
    assert both.names == one.names
    assert both.lengths == one.lengths + two.lengths
    assert add([]).words == 0


def test_a_full_name_is_counted_under_the_short_one() -> None:
    text = '"No," Jun said. Mara knew Jun.\n\n"Go," Jun Abe said. Old Jun Abe sat.\n\n"Yes," Jun said.'
    assert numbers(text).speakers == {"Jun": 3}


def test_the_words_that_tell_a_story_are_its_own_and_no_names() -> None:
    text = (
        "Mara sharpened the halberd. A halberd shone. The halberd fell, and Mara took the halberd and the halberd. " * 3
    )
    found = telling(numbers(text), Lexicon.load(), 5)
    assert found[0].word == "halberd"
    assert found[0].uses == 15
    assert found[0].ratio > 1000
    assert {"mara", "the", "and"}.isdisjoint(word.word for word in found)


@given(st.lists(st.integers(1, 400)))
def test_every_sentence_is_in_one_bucket(lengths: list[int]) -> None:
    assert sum(bucket.sentences for bucket in histogram(Counter(lengths))) == len(lengths)


@given(st.text(max_size=200))
def test_any_text_can_be_counted(text: str) -> None:
    found = numbers(text)
    assert 0 <= found.spoken <= found.words
    assert found.words <= found.pieces
    assert found.turns >= found.speakers.total()


def test_the_commonest_come_first_and_equal_ones_by_name() -> None:
    assert commonest(Counter({"b": 2, "a": 2, "c": 3, "d": 1}), 3) == [("c", 3), ("a", 2), ("b", 2)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("home", 1), ("be", 1), ("free", 1), ("table", 2), ("tables", 2), ("walked", 1), ("waited", 2), ("wanted", 2),
        ("opened", 2), ("homes", 1), ("houses", 2), ("watches", 2), ("nation", 2), ("special", 2), ("idea", 3),
        ("rhythm", 2), ("created", 3), ("being", 2), ("seeing", 2), ("didn't", 2), ("don’t", 1), ("little", 2),
        ("people", 2), ("lion", 2), ("million", 2), ("serious", 3), ("violent", 3), ("poem", 2), ("museum", 3),
        ("beautiful", 3), ("him", 1), ("She", 1), ("hmm", 1), ("SHINOBI", 3), ("7", 1),
    ],
)  # fmt: skip
def test_syllables(word: str, expected: int) -> None:
    assert syllables(word) == expected
