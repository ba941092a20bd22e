"""What an unknown word of a draft is taken for, and how sure that is."""

from __future__ import annotations

import pytest

from fanlint.canon.model import Canon, Character, Term
from fanlint.canon.romanisation import is_romaji, loose_key, romanisation_key, slip_key
from fanlint.engine.linter import Linter
from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

CANON = Canon(
    ("made-up",),
    (
        Character("Sayuri", "Tachibana", order="family-first", honorifics={"Kenta Morino": ("Kenta-kun",)}),
        Character("Kenta", "Morino", order="family-first"),
        Character("Mayuri", "Oda", order="family-first"),
        Character("Goro", "Onishi", spellings={"Onishi": ("Ōnishi", "Ohnishi")}),
        Character("Rose", "Wheeler"),
        Character("Ailsa", "McKendrick"),
    ),
    (Term("Kurogane", kind="sword"), Term("hayabusa", capital="either", plural="same")),
    "ja",
)
HOME = "Then Sayuri met Kenta, and Goro saw Sayuri go. “Kenta,” said Goro. "


def story(text: str, canon: Canon = CANON) -> Story:
    return Story(Document(text), canon)


def rules(*names: str) -> list[Rule]:
    from fanlint.rules.catalog import Catalog

    catalog = Catalog()
    return [catalog.load(name) for one in names for name in catalog.matching(one)]


def found(text: str, *names: str, canon: Canon = CANON) -> list[Finding]:
    return Linter(rules(*names), canon).lint(Document(text))


def said(text: str, *names: str, canon: Canon = CANON) -> list[tuple[str, str]]:
    """What is found, with the first fix."""
    return [
        (text[one.span.start : one.span.end], one.fixes[0].edits[0].text if one.fixes else "")
        for one in found(text, *names, canon=canon)
    ]


@pytest.mark.parametrize(
    "same", [("Chūnin", "Chuunin", "Chunin"), ("Ōnishi", "Ohnishi", "Oonishi"), ("Temma", "Tenma")]
)
def test_romanisations_of_a_word_have_one_key_where_one_letter_shows_them(same: tuple[str, ...]) -> None:
    assert len({slip_key(word) for word in same}) == 1 or same == ("Temma", "Tenma")


def test_m_and_n_are_one_before_b_and_p() -> None:
    assert romanisation_key("Shimbun") == romanisation_key("Shinbun")
    assert romanisation_key("Senpai") == romanisation_key("sempai")


@pytest.mark.parametrize(("old", "new"), [("Tunade", "Tsunade"), ("Utiha", "Uchiha"), ("Olochimalu", "Orochimaru")])
def test_older_romanisations_and_l_for_r_are_a_last_resort(old: str, new: str) -> None:
    assert slip_key(old) != slip_key(new)
    assert loose_key(old) == loose_key(new)


@pytest.mark.parametrize("word", ["Hiroko", "Shinnosuke", "Kenshin", "Ryouta", "Jun'ichi".replace("'", ""), "Itachi"])
def test_what_can_be_japanese(word: str) -> None:
    assert is_romaji(word)


@pytest.mark.parametrize("word", ["Sauske", "Rebecca", "Kakshi", "Harry", "Toakl"])
def test_what_cannot(word: str) -> None:
    assert not is_romaji(word)


def test_the_name_that_the_story_has_is_likelier_than_one_that_it_has_nowhere() -> None:
    near = story("Sayuri sat. Sayuri slept. Sayuri ran.").matcher.near("Ayuri")
    assert [miss.known.forms[0] for miss in near] == ["Sayuri", "Mayuri"]
    near = story("Mayuri sat. Mayuri slept. Mayuri ran.").matcher.near("Ayuri")
    assert [miss.known.forms[0] for miss in near] == ["Mayuri", "Sayuri"]


def test_of_two_that_are_near_only_one_that_stands_clearly_first_is_mended_unasked() -> None:
    both = found("Sayuri met Mayuri. Then Ayuri slept, and Sayuri left Mayuri.", "canon/misspelt-name")
    assert [one.fixes[0].safety for one in both] == [Safety.UNSAFE]
    assert {fix.edits[0].text for fix in both[0].fixes} == {"Sayuri", "Mayuri"}
    one = found("Kenta met Goro. “Kennta,” said Goro.", "canon/misspelt-name")
    assert [found.fixes[0].safety for found in one] == [Safety.SAFE]


def test_a_short_slip_is_believed_only_where_the_story_has_the_name_often() -> None:
    assert said(HOME + "Goro sat by Gro.", "canon/misspelt-name") == [("Gro", "Goro")]
    assert said("Sayuri sat by Gro.", "canon/misspelt-name") == []


def test_a_name_that_may_be_somebody_elses_is_only_asked_about() -> None:
    asked = found(HOME + "She had heard of Maiuri.", "canon/misspelt-name")
    assert [(one.severity, one.fixes[0].safety) for one in asked] == [(Severity.HINT, Safety.UNSAFE)]


def test_what_the_author_writes_often_is_the_authors_and_is_listed() -> None:
    text = HOME + "Sayari laughed. They liked Sayari. “Sayari!” he called, and she looked at Sayari’s cat."
    assert said(text, "canon/misspelt-name") == []
    assert [one for one, _ in said(text, "canon/unknown-name")] == ["Sayari"]


def test_a_character_of_the_authors_may_be_nearer_than_one_of_the_canon() -> None:
    own = "They saw Kentak go. " * 6
    assert said("Kenta sat. " + own + "Then Kentk slept.", "canon/misspelt-name") == []


def test_a_canon_that_the_story_is_not_of_says_nothing_of_its_names() -> None:
    other = "They went down to the river, where the boats lay, and nobody spoke. " * 90
    assert said(other + "She had heard of Maiuri, and of Kentaa.", "canon/") == []


@pytest.mark.parametrize(
    "text", ["All the Tachibanas came.", "The Onishis' house.", "Two hayabusas, one hayabusa.", "The Roses"]
)
def test_plurals_of_names_and_terms_are_known(text: str) -> None:
    assert said(text, "canon/", "spelling/") == []


@pytest.mark.parametrize("text", ["“S-Sayuri-chan's here!”", "Ōnishi's dog", "Tachibana's and Kenta’s", "SAYURI!"])
def test_one_entry_covers_possessives_stutter_and_honorifics(text: str) -> None:
    assert said(text, "canon/", "spelling/", "honorifics/") == []


@pytest.mark.parametrize(
    "text", ["He rose. The rose was red. Rose wept.", "She met Rose Wheeler by the rose.", "A wheeler-dealer."]
)
def test_names_that_are_words_turn_no_english_into_names(text: str) -> None:
    assert said(text, "canon/", "spelling/") == []


def test_a_word_made_of_a_name_is_no_slip_of_it() -> None:
    assert said(HOME + "A Kuroganian sat by an Onishian.", "canon/misspelt-name", "canon/misspelt-term") == []


def test_capitals_inside_names() -> None:
    text = "Ailsa Mckendrick met SAyuri and MCKENDRICK. McKendrick slept."
    assert said(text, "canon/odd-capitals") == [("Mckendrick", "McKendrick"), ("SAyuri", "Sayuri")]


def test_one_spelling_of_a_name_a_story() -> None:
    text = "Goro Ōnishi met an Onishi. “Ohnishi!” Ōnishi’s dog barked."
    assert said(text, "canon/two-spellings") == [("Onishi", "Ōnishi"), ("Ohnishi", "Ōnishi")]
    assert said("Goro Ōnishi met an Onishi.", "canon/two-spellings") == []


def test_several_canons_at_once() -> None:
    other = Canon(("other",), (Character("Brannoch", "Vael"),))
    both = CANON.merged(other)
    text = "Sayuri met Brannoch. “Brannnoch!” she called. “Sayurri!” said Brannoch. Sayuri laughed."
    assert said(text, "canon/misspelt-name", canon=both) == [("Brannnoch", "Brannoch"), ("Sayurri", "Sayuri")]


def test_a_latin_word_that_is_a_name_by_chance_stays_as_it_is_in_a_story_of_no_such_canon() -> None:
    other = "They went down to the river, where the boats lay, and nobody spoke. " * 90
    assert said(other + "It was a goro of a kind.", "canon/name-in-lower-case") == []
    assert said("Then Sayuri saw goro.", "canon/name-in-lower-case") == [("goro", "Goro")]


def test_ranking_needs_no_data_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    from fanlint.language.en.channel import Channel

    def gone(*_: object) -> Channel:
        raise FileNotFoundError(2, "No such file or directory", "channel.tsv")

    from fanlint.language import load as shipped

    shipped._channel.cache_clear()
    monkeypatch.setattr(Channel, "load", gone)
    assert said("Sayuri met Mayuri. Then Ayuri slept, and Sayuri left.", "canon/misspelt-name") == [("Ayuri", "Sayuri")]
