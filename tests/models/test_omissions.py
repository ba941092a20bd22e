"""Small words left out, and words too many: the features, the models, and what a story leaves alone."""

from __future__ import annotations

import struct
from typing import Any
from zlib import crc32

import pytest

from fanlint.model import Level
from fanlint.models.confusions import Confusions
from fanlint.models.features import Stream
from fanlint.models.omission_features import after_word, before_gap, beside_gap
from fanlint.models.omissions import BUCKETS, HEAD, MAGIC, SmallWords
from fanlint.rules.proposals import INSERTIONS, OMISSIONS, proposed
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.tokens import Tokens

CONFUSABLES = Confusions.load()


def stream_of(text: str) -> tuple[Tokens, Stream]:
    tokens = Tokens(text)
    return tokens, Stream(tokens, CONFUSABLES.cluster)


def table(weights: dict[int, int], step: float = 0.5) -> bytes:
    """The bytes of one model."""
    keys = sorted(weights)
    bounds = [sum(key >> 16 < bucket for key in keys) for bucket in range(BUCKETS + 1)]
    low = struct.pack(f"<{len(keys)}H", *(key & 0xFFFF for key in keys))
    steps = bytes(weights[key] + 128 for key in keys)
    padded = [data + b"\0" * (-len(data) % 4) for data in (low, steps)]
    return struct.pack(HEAD, len(keys), step, 0.0) + struct.pack(f"<{BUCKETS + 1}I", *bounds) + b"".join(padded)


def made(gaps: dict[int, int], words: dict[int, int]) -> SmallWords:
    return SmallWords(MAGIC + table(gaps) + table(words))


def digest(word: str) -> int:
    return crc32(word.encode())


def test_a_gap_is_found_by_the_words_beside_it() -> None:
    lapses = made({beside_gap(digest("of"), digest("dozen"), 0, 0)[0]: 12}, {})
    tokens, stream = stream_of("He had a cluster of dozen eggs. He thought of, dozen. Of\n\ndozen.")
    found = list(lapses.missing(tokens, stream, 3.0))
    assert [(each.at, each.logit) for each in found] == [(5, 6.0)]


def test_a_word_is_found_by_the_word_after_it() -> None:
    key = after_word(digest("of"), digest("one"), 0)[0]
    lapses = made({}, {key: 12})
    tokens, stream = stream_of("Wint sat at of one of the empty desks.")
    found = list(lapses.extra(tokens, stream, 3.0))
    assert [(each.at, each.logit, each.gap) for each in found] == [(3, 6.0, 0.0)]


def test_a_long_text_gives_the_same_as_a_short_one() -> None:
    text = "He pushed through the crowd and looked at clock. There were more of the than them. "
    short = stream_of(text)
    long = stream_of(text * 300)
    apart = list(SmallWords.load().missing(*short, -1.0)), list(SmallWords.load().extra(*short, -1.0))
    together = SmallWords.load()
    missing, extra = list(together.missing(*long, -1.0)), list(together.extra(*long, -1.0))
    assert apart[0] and apart[1]
    assert missing[: len(apart[0])] == apart[0]
    assert extra[: len(apart[1])] == apart[1]


def test_nothing_is_missing_beside_names_and_marks() -> None:
    lapses = made({key: 127 for code in range(15) for key in before_gap(code, code)}, {})
    tokens, stream = stream_of("Mizuki ran. Then Mizuki, who saw Mizuki's 3 dogs, ran on.")
    assert list(lapses.missing(tokens, stream, 3.0)) == []


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="build_lapses"):
        SmallWords(b"FANPAIR1" + bytes(2000))


def at(text: str, source: str, **known: Any) -> list[tuple[str, str]]:
    """What is proposed in a text, and the first way to correct it."""
    story = Story(Document(text), **known)
    found = proposed(story, source, Level.STRICT)
    return [(text[each.span.start : each.span.end], each.choices[0][0].text) for each in found]


def test_the_word_left_out_is_proposed() -> None:
    text = "He threw the bag over shoulder and walked to the door."
    assert at(text, OMISSIONS) == [("over shoulder", "over his shoulder")]


def test_names_and_own_words_are_left_alone() -> None:
    text = "He threw the bag over shoulder and walked to the door."
    assert at(text, OMISSIONS, words=("shoulder",)) == []
    chat = "yes\n\nhe threw the bag over shoulder and walked on\n\nThe man nodded, and so did They and She.\n"
    assert at(chat, OMISSIONS) == []


def test_what_stands_so_today_is_left_alone() -> None:
    text = (
        "A couple thousand men were likely to go. He was told to not move. The bank was in the US. "
        "All he had to do was be ready. When was the last time you saw her? It was the one the girls liked. "
    )
    assert at(text, OMISSIONS) == at(text, INSERTIONS) == []


@pytest.mark.parametrize("text", ["", " ", "the", " the ", "of the", "He sat at of"])
def test_texts_without_room_for_a_candidate(text: str) -> None:
    assert at(text, OMISSIONS) == at(text, INSERTIONS) == []


def test_of_two_side_by_side_one_is_proposed() -> None:
    assert at("It was a the first time he had seen her.", INSERTIONS) == [(" the", "")]


def test_the_article_fits_the_next_word() -> None:
    story = Story(Document("He had been gone for the day, and sat at end of the table."))
    words = [word for each in story.omissions.missing(story.document.tokens, story.stream) for _, word in each.words]
    assert "an" in words
    assert "a" not in words


def test_without_counts_of_bigrams_the_models_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise FileNotFoundError(2, "No such file or directory", "bigrams.bin")

    monkeypatch.setattr("fanlint.language.en.bigrams.Pairs.load", gone)
    monkeypatch.setattr("fanlint.models.load.small_words", SmallWords.load)
    assert [wrong for wrong, _ in at("There was a knock on door of the house.", OMISSIONS)] == ["on door"]
