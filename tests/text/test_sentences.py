"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from strategies import texts

from fanlint.text.document import Document

# “ | ” stands where one sentence ends and the next begins.
SENTENCES = [
    "",
    "She ran.",
    "She ran. | He stayed.",
    "She ran! | He stayed? | Nobody knew.",
    "Mr. Smith left. | Mrs. Jones did not.",
    "Dr. Aoki and Capt. Reyes met at St. Mary's.",
    "J. K. Harlow wrote it.",
    "So did I. | Then we left.",
    "It cost 3.5 million. | She paid.",
    "At 5 p.m. they left.",
    "She waited... then ran.",
    "She waited... | Then she ran.",
    "She waited… | Then she ran.",
    "“Go.” | He went.",
    "“Go!” she said. | He went.",
    "“Where?” she asked.",
    '"Where?" she asked. | "Out."',
    "“Go. | Now,” he said.",
    "“Go,” he said. | “Now.”",
    "'Go.' | He went.",
    "(She knew.) | He did not.",
    "*She knew.* | He did not.",
    "It was true.Sakura knew.",
    "Wait—What?",
    "Who?! | Me?",
    "No end mark",
    "He shouted “No!” and ran.",
    "Was it 1999. | It was.",
    "Chapter one. | “Hello.”",
    "One.  | Two.",
]


@pytest.mark.parametrize("notation", SENTENCES)
def test_splits(notation: str) -> None:
    document = Document(notation.replace(" | ", " "))
    expected = [piece.strip() for piece in notation.split(" | ") if piece]
    assert [document.slice(sentence.span) for sentence in document.sentences] == expected


def test_every_block_has_its_own() -> None:
    document = Document("No end mark\n\nanother\n\n***\n\nThe last.")
    assert [document.slice(sentence.span) for sentence in document.sentences] == ["No end mark", "another", "The last."]


@given(texts)
def test_sentences_cover_the_words_of_their_blocks_once(text: str) -> None:
    document = Document(text)
    tokens = document.tokens
    at = 0
    for span, first, last, block in document.sentences:
        assert at <= span.start < span.end
        assert block.span.contains(span)
        assert first < last
        assert span.start <= tokens.start(first)
        assert tokens.end(last - 1) <= span.end
        at = span.end
    firsts = {sentence.first for sentence in document.sentences}
    assert all(document.sentences.is_first(index) is (index in firsts) for index in range(len(tokens) + 1))
    for block in document.blocks:
        inside = [index for index in range(len(tokens)) if block.span.contains(tokens.span(index))]
        covered = [
            index
            for sentence in document.sentences
            if sentence.block == block
            for index in range(sentence.first, sentence.last)
        ]
        assert covered == inside
