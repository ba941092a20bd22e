"""Tags, adverbs and voices, as the rules of style count them."""

from __future__ import annotations

import pytest

from fanlint.checks.narration import commonest, is_narrated, narration_length, per_thousand
from fanlint.checks.tags import tags
from fanlint.engine.linter import Linter
from fanlint.rules.catalog import Catalog
from fanlint.text.document import Document

CATALOG = Catalog()


@pytest.mark.parametrize(
    ("text", "verb", "adverb"),
    [
        ('"No," she said.', "said", None),
        ('"No," she said softly.', "said", "softly"),
        ('"No," said Marten softly.', "said", "softly"),
        ('"No," said the old man.', "said", None),
        ('"No," the old man said.', "said", None),
        ('"No," she softly said.', "said", "softly"),
        ('"No!" Old Marten shouted loudly.', "shouted", "loudly"),
        ('"Go," she said early.', "said", None),
    ],
)
def test_a_tag_is_found_with_its_verb_and_its_adverb(text: str, verb: str, adverb: str | None) -> None:
    document = Document(text)
    (tag,) = tags(document)
    words = document.tokens.words
    assert words[tag.verb] == verb
    assert (None if tag.adverb is None else words[tag.adverb]) == adverb


@pytest.mark.parametrize("text", ['"No." She turned away.', '"No." Rain fell.', "He said no.", '"No."\n\nShe said it.'])
def test_what_is_no_tag_is_none(text: str) -> None:
    assert list(tags(Document(text))) == []


def test_only_words_outside_of_speech_are_narration() -> None:
    document = Document('Rain fell. "One two three," he said.')
    assert narration_length(document) == 4
    assert is_narrated(document, 0)
    assert not is_narrated(document, 14)


def test_counts_are_told_the_commonest_first() -> None:
    assert commonest(["b", "a", "b"]) == "“b” ×2, “a”"
    assert commonest("abcdef") == "“a”, “b”, “c”, “d”, “e” and others"
    assert per_thousand(3, 2000) == "1.5 per 1,000 words"


def test_style_is_silent_unless_it_is_asked_for() -> None:
    style = set(CATALOG.matching("style"))
    assert not style & set(CATALOG.of_profile("default"))
    assert style <= set(CATALOG.of_profile("beta-read"))


@pytest.mark.parametrize("text", ["", "!", "“", '"', "He", "…", "\n\n", '"No," she', "the", "the blonde"])
def test_scraps_are_no_trouble(text: str) -> None:
    assert Linter(map(CATALOG.load, CATALOG.matching("style"))).lint(Document(text)) == []


def test_a_habit_is_one_finding_however_often_it_comes() -> None:
    text = "He smirked at the rain, and then she smirked as well. Nobody else was there.\n\n" * 50
    (finding,) = Linter([CATALOG.load("style/crutch-words")]).lint(Document(text))
    assert "100 times" in finding.message
    assert len(finding.also) == 99
