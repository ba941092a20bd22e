"""The views of a document: none fails, none takes more than its share of work, and places are found again."""

from __future__ import annotations

import pytest
from hypothesis import given
from strategies import texts

from fanlint.text.document import Document
from fanlint.text.typography import ENGLISH


def look_at_all(document: Document) -> None:
    assert document.vocabulary.names is not None
    for view in (document.blocks, document.sentences, document.speech, document.tokens.keys, document.tokens.places):
        assert view is not None


@given(texts)
def test_no_text_makes_it_fail(text: str) -> None:
    document = Document(text)
    look_at_all(document)
    for offset in range(len(text) + 1):
        for found in (document.block_at(offset), document.sentence_at(offset), document.speech_at(offset)):
            assert found is None or found.span.start <= offset <= found.span.end
    for block in document.blocks:
        assert all(document.block_at(offset) == block for offset in range(*block.span))
    for speech in document.speech:
        if speech.spoken:
            assert all(document.speech_at(offset) == speech for offset in range(*speech.span))


@given(texts)
def test_what_is_forgotten_is_found_again(text: str) -> None:
    document, other = Document(text), Document(text)
    look_at_all(document)
    document.forget()
    assert vars(document) == {"text": text, "_blocks": None, "typography": ENGLISH}
    assert (document.tokens.words, document.blocks, list(document.speech)) == (
        other.tokens.words,
        other.blocks,
        list(other.speech),
    )


# Each of these, repeated, once made or might make a view look at everything again and again; a view that is
# quadratic would take minutes here instead of a moment.
HOSTILE = [
    *"\"'“”‘’«».,!?…—-*_(a1 \n\t\u1680\u3000",
    '" ',
    '"a" ',
    '"a ',
    '"a\n',
    'a "b\n',
    "“a” ",
    "“a ",
    "“a\n",
    "a ”b\n",
    "'a",
    "'a. ",
    "'a.' ",
    "‘a,’ Mira said ",
    "“A,” Mira said. ",
    "a. ",
    "A. B ",
    ". A",
    "a, “b” ",
    "a\n\n",
    " \n",
    "oOo\n",
    "***\n\n",
    "A/N ",
    "A/N:\n",
    "(A/N",
    "reviews\n\n\n\n",
    "chapter ",
    "1'2\"",
    "a'a'",
    "<!-- fanlint: off",
    "<!-- fanlint: off -->",
]


@pytest.mark.parametrize("start", ["", "“" + "a" * 50_000 + " "], ids=len)
@pytest.mark.parametrize("fragment", HOSTILE)
def test_work_grows_with_the_text(fragment: str, start: str) -> None:
    look_at_all(Document(start + fragment * (100_000 // len(fragment))))
