"""Words in the wrong place: the stream, the features, the models, and what a story leaves alone."""

from __future__ import annotations

import os
from zlib import crc32

import pytest

from fanlint.engine.linter import Linter
from fanlint.language.en import confusion_sets
from fanlint.model import Level, Severity
from fanlint.models import features
from fanlint.models.confusions import NEVER, Confusions
from fanlint.models.features import COMMA, DASH, END, HYPHEN, NAME, NUMBER, OWNER, QUOTE, REACH, UNKNOWN, Stream
from fanlint.rules.catalog import Catalog
from fanlint.rules.proposals import CONFUSIONS, proposed
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.tokens import Tokens

CONFUSABLES = Confusions.load()


def intended(text: str, level: Level = Level.DEFAULT, words: tuple[str, ...] = ()) -> dict[str, str]:
    """What is doubted in a text, and what is expected instead."""
    found = proposed(Story(Document(text), words=words), CONFUSIONS, level)
    return {text[each.span.start : each.span.end]: each.choices[0][0].text.lower() for each in found}


@pytest.mark.parametrize(
    ("gap", "marks"),
    [
        (" ", ()),
        (", ", (COMMA,)),
        ("-", (HYPHEN,)),
        (" - ", (DASH,)),
        ("--", (DASH,)),
        ('," ', (COMMA, QUOTE)),
        (".”\n\n“", (END, QUOTE, END, QUOTE)),
        (" *", ()),
    ],
)
def test_marks(gap: str, marks: tuple[int, ...]) -> None:
    assert features.marks_of(gap) == marks


def test_a_stream_knows_names_owners_and_rare_words() -> None:
    known = {crc32(word): 100 for word in (b"the", b"cat", b"saw")}
    text = "The cat saw Mizuki, Mizuki's wug 3 times."
    stream = Stream(Tokens(text), lambda digest: known.get(digest, 0))
    words = [stream.words[at] for at in stream.place]
    assert words[:3] == [crc32(b"the"), crc32(b"cat"), crc32(b"saw")]
    assert words[3:] == [NAME, OWNER, UNKNOWN, NUMBER, UNKNOWN]
    assert stream.words[stream.place[4] - 1] == COMMA
    assert list(stream.words[:REACH]) == [END] * REACH
    assert stream.clusters[stream.place[0]] == 100


def test_no_feature_looks_beyond_the_sentence() -> None:
    def keys(text: str, word: int) -> list[int]:
        stream = Stream(Tokens(text), CONFUSABLES.cluster)
        return features.far_keys_at(stream.words, stream.clusters, stream.place[word])

    assert keys("It was late. He lost it.", 4) == keys("So what? He lost it.", 3)
    assert keys("It was late. He lost it.", 4) != keys("He lost him.", 1)


def test_features_are_told_apart() -> None:
    keys = features.near_keys(1001, 1002, 101, 102) + features.far_keys(
        *(1003, 1004, 1001, 1002, 1005, 1006, 103, 104, 101, 102, 105, 106)
    )
    assert len(set(keys)) == len(keys)
    assert all(0 <= key < 1 << (32 - features.DROP) for key in keys)


def test_other_data_are_refused() -> None:
    with pytest.raises(ValueError, match="build_contexts"):
        Confusions(b"something else")


def test_the_data_are_small_and_every_word_has_its_lesson() -> None:
    path = os.path.join(os.path.dirname(features.__file__), "data", "confusions.bin")
    assert os.path.getsize(path) < 1_500_000
    known = {word for pair in confusion_sets.lessons() for word in pair}
    assert any(CONFUSABLES.directions(word) for word in known)
    for word in known:
        for each in CONFUSABLES.directions(word):
            assert each.thresholds[0] >= each.thresholds[1] >= each.thresholds[2]
            assert each.thresholds[2] < NEVER
            assert each.kind != "sense" or confusion_sets.remark(each.written, each.intended)


@pytest.mark.parametrize(
    ("text", "word", "right"),
    [
        ("I could not breath in that room.", "breath", "breathe"),
        ("The cat licked it's paws and slept.", "it's", "its"),
        ("He new that she would come back.", "new", "knew"),
        ("They could not find there way home.", "there", "their"),
        ("I do not no what he wants.", "no", "know"),
        ("He sat their and waited.", "their", "there"),
        ("They where very tired.", "where", "were"),
        ("He was going to loose his mind.", "loose", "lose"),
        ("She poured over the book.", "poured", "pored"),
        ("She reached for they door.", "they", "the"),
    ],
)
def test_found(text: str, word: str, right: str) -> None:
    assert intended(text, Level.STRICT) == {word: right}


@pytest.mark.parametrize(
    "text",
    [
        "She held her breath. It's late, and the cat licked its paws.",
        "HE NEW THAT SHE WOULD COME BACK.",
        "We met Mr. Loose, and they asked Loose to go. Loose his mind was not.",
        "“I'm—” He new—he new that.",
    ],
)
def test_left_alone(text: str) -> None:
    assert intended(text) == {}


def test_the_writers_words_and_terms_of_the_draft_are_left_alone() -> None:
    slip = "I could not breath in that room."
    assert intended(slip) == {"breath": "breathe"}
    assert intended(slip, words=("breath",)) == {}
    assert intended(" ".join([slip] * 8)) == {}


def test_songs_and_chat_in_lower_case_are_left_alone() -> None:
    story = "The cat slept. Then Anna came in. She sat down.\n\n"
    assert intended(story + "I could not breath in that room") == {"breath": "breathe"}
    assert intended(story + "we could not breath in that room") == {}


def test_a_surer_level_finds_no_more() -> None:
    text = "He rapped his arms around her. They where late. Its a long weigh. He wood not go their."
    found = [set(intended(text, level)) for level in Level]
    assert found[0] <= found[1] <= found[2]


_HABIT = "I know you're brother was angry. Is this you're sister? It was you're idea. "


def doubted(text: str, word: str) -> int:
    """At how many places the default level doubts a word."""
    found = proposed(Story(Document(text)), CONFUSIONS, Level.DEFAULT)
    return sum(text[each.span.start : each.span.end].lower() == word for each in found)


def test_what_a_writer_does_again_and_again_is_doubted_more_readily() -> None:
    once = "He said you're old dog was there."
    assert doubted(once, "you're") == 0
    assert doubted("I know you're brother was angry.", "you're") == 0
    assert doubted(_HABIT, "you're") == 3
    assert doubted(_HABIT + once, "you're") == 4


def test_the_right_uses_of_such_a_word_stay() -> None:
    assert doubted(_HABIT + "I think you're right.", "you're") == 3


def test_the_same_words_again_are_no_habit() -> None:
    assert doubted("I know you're brother was angry. " * 3, "you're") == 0


def test_what_may_be_dialect_in_speech_is_only_a_note() -> None:
    linter = Linter([Catalog().load("context/wrong-word"), Catalog().load("context/wrong-word-likely")])

    def severity(text: str) -> list[Severity]:
        return [finding.severity for finding in linter.lint(Document(text))]

    assert severity("He had began to walk.") == [Severity.WARNING]
    assert severity("“He had began to walk,” she said.") == [Severity.HINT]
    assert severity("“I could not breath in that room,” he said.") == [Severity.WARNING]
