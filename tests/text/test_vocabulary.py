"""Which words are names, and how words are counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from strategies import texts

from fanlint.text.document import Document

NAMES = [
    ("She saw Mira. He did not.", {"Mira"}),
    ("Running is fun. She likes running.", set()),
    ("“Hello,” said Mira. “Good day.”", {"Mira"}),
    ("On Monday I left.", {"Monday"}),
    ("He shouted NO at Tobin.", {"Tobin"}),
    ("The King met a king and his king.", set()),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names(text: str, names: set[str]) -> None:
    assert Document(text).vocabulary.names == names


@given(texts)
def test_no_word_stands_more_often_inside_than_at_all(text: str) -> None:
    document = Document(text)
    vocabulary = document.vocabulary
    assert vocabulary.counts.total() == len(document.tokens)
    assert all(0 <= count <= vocabulary.counts[word] for word, count in vocabulary.inside.items())
