"""Which spellings are mended unasked, and which are only offered."""

import pytest

from fanlint.engine.linter import Linter
from fanlint.model import Finding, Safety
from fanlint.rules.catalog import Catalog
from fanlint.text.document import Document

RULES = ("spelling/unknown-word",)


def findings(text: str) -> list[Finding]:
    catalog = Catalog()
    return Linter([catalog.load(name) for name in RULES]).lint(Document(text))


def mended(text: str) -> str:
    """The text after all safe fixes."""
    for finding in sorted(findings(text), key=lambda one: -one.span.start):
        if finding.fixes and finding.fixes[0].safety is Safety.SAFE:
            edit = finding.fixes[0].edits[0]
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("The surjeon washed her hands.", "The surgeon washed her hands."),
        ("It was truely late.", "It was truly late."),
        ("They were begining to see it.", "They were beginning to see it."),
        ("They went througth the wood together.", "They went through the wood together."),
        ("“I tried to accomodate them,” she said.", "“I tried to accommodate them,” she said."),
        ("The rain stopped. Somethign moved in the hedge.", "The rain stopped. Something moved in the hedge."),
    ],
)
def test_plain_slips_are_mended(wrong: str, right: str) -> None:
    assert mended(wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "A noseless statue stood by the unlooted tomb.",  # rightly built of known words
        "“I heerd him,” said the farmer. “It were extry cold.”",  # as people talk
        "She ate a krell, a brannek and a surjeon.",  # among other unknown words
        "The Strenth of the hill-folk was a song. They sang the strenth by heart.",  # also a title here
        "He drew a kren. A kren is short. She had no kren.",  # used again and again
        "He waved tot he crowd.",  # known words are no matter of spelling
    ],
)
def test_what_may_be_meant_so_is_only_offered(text: str) -> None:
    assert mended(text) == text


def test_a_name_in_small_letters_that_the_draft_has_nowhere_is_left_alone() -> None:
    assert not findings("He walked his labrador by the river. She had a chicken caesar.")


def test_a_word_of_the_story_is_what_a_slip_beside_it_means() -> None:
    story = "The shinobu bird sang. " * 9 + "Then the shinobbu bird flew off."
    assert findings(story)[-1].fixes[0].edits[0].text == "shinobu"


def test_a_long_word_is_a_slip_even_with_a_capital() -> None:
    (finding,) = findings("They stood before the Hall of Subjigation and waited.")
    assert finding.fixes[0].edits[0].text == "Subjugation"
    assert finding.fixes[0].safety is not Safety.SAFE


def test_a_short_name_inside_a_sentence_is_never_a_slip() -> None:
    assert not findings("They stood before old Harrit and waited.")


def test_a_word_drawn_out_by_hyphens_is_known() -> None:
    assert not findings("“How hu-miliating!” she said. “Ye-es.”")
