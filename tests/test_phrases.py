"""The notation of phrases, where the examples of rules do not show it."""

from __future__ import annotations

import pytest

from fanlint.rules.phrases.match import match_at
from fanlint.rules.phrases.notation import parse_phrase
from fanlint.text.document import Document

CLASSES = {"drink": frozenset({"tea", "coffee"})}


def found(notation: str, text: str) -> bool:
    """Whether a phrase of the notation stands anywhere in the text."""
    document = Document(text)
    phrases = parse_phrase(notation, CLASSES)
    return any(match_at(phrase, at, document) for phrase in phrases for at in range(len(document.tokens)))


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("They made to cups.", True),
        ("They made to of them.", True),
        ("“They made to,” she said.", True),
        ("They made to order.", False),
        ("They made to", True),
    ],
)
def test_a_word_or_the_end_of_the_clause(text: str, stands: bool) -> None:
    assert found("made {to -> two} cups|of|.", text) is stands


@pytest.mark.parametrize("notation", ["made|. {to -> two} cups", "made {to -> two} cups|, again", "{to|. -> two}"])
def test_an_end_among_words_elsewhere_is_refused(notation: str) -> None:
    with pytest.raises(ValueError, match="among words"):
        parse_phrase(notation, CLASSES)


@pytest.mark.parametrize(
    "notation", ["made {to -> two", "made {to} {cups}", "made {} cups", "<cup> {to -> two}", "* {*}"]
)
def test_what_cannot_be_read_is_refused(notation: str) -> None:
    with pytest.raises(ValueError, match="“"):
        parse_phrase(notation, CLASSES)
