"""What single wiki pages tell, in the mark-up that fandoms use."""

from __future__ import annotations

from typing import Any

import pytest

from fanlint.canon_build.cues import Cues
from fanlint.canon_build.entries import contested, entries_of, language_of
from fanlint.canon_build.facts import Facts, facts_of, parser, plain, sections_of
from fanlint.canon_build.store import Page, Redirect, lead_of
from fanlint.language.en.lexicon import Lexicon


def facts(title: str, text: str, categories: str = "", redirects: str = "", **options: bool) -> Facts | None:
    named = [one.strip() for one in categories.split(";") if one.strip()]
    others = [Redirect(*one.strip().split("#")) for one in redirects.split(";") if one.strip()]
    page = Page(1, title, 1, lead_of(text), tuple(named), tuple(others))
    return facts_of(page, Cues.load(), parser(), {}, **options)


def entry(title: str, text: str, categories: str = "", redirects: str = "") -> dict[str, Any]:
    found = facts(title, text, categories, redirects)
    assert found is not None
    (made,) = entries_of([found], {}, Cues.load(), Lexicon.load())
    return {key: value for key, value in made.fields.items() if key not in ("via", "page")}


def test_a_page_in_the_style_of_japanese_series() -> None:
    text = (
        "{{Infobox/Lanterns/Character\n| image = <gallery>\nAyaka.png|Part I\n</gallery>\n| english tv = Jane Dell\n}}"
        "\n"
        "{{translation|'''Ayaka Morikawa'''|森川彩香|Morikawa Ayaka}} is a [[lamp bearer]] of [[Hidden Village|the "
        "village]]. She fears the {{translation|'''Lamp Witch'''|灯魔女|Tōmajo}}.\n==Background==\nNothing.\n"
    )
    redirects = (
        "Morikawa Ayaka; Ayaka; Ayaka Morikava; Bearer of Lamps; Ayaka's Doll; Ayaka-chan; Ayaka and Rin; Mori#Family"
    )
    assert entry("Ayaka Morikawa", text, "Female", redirects) == {
        "given": "Ayaka",
        "family": "Morikawa",
        "native": "森川彩香",
        "order": "family-first",
        "aliases": ["Bearer of Lamps", "Ayaka and Rin", "Jane Dell"],
    }


def test_a_page_in_the_style_of_english_series() -> None:
    text = (
        '{{Individual infobox\n|name=Bartholomew Quill, Junior\n|alias=*Barty<ref name="B5"/>\n*Old Quillface (by '
        "[[Mop]])\n*Master Quill}}\n{{Quote|Hear, hear.|'''Nobody'''}}\n"
        "'''Bartholomew \"Barty\" Quill Jr.''' ([[1960]] "
        "– 2 May 1998) was a wizard.\n\n'''Later''' he died."
    )
    assert entry('Bartholomew "Barty" Quill Jr.', text, "1960 births") == {
        "given": "Bartholomew",
        "family": "Quill",
        "aliases": ["Bartholomew Quill Jr", "Barty", "Old Quillface", "Master Quill"],
    }


def test_a_technique_in_small_letters_with_its_translation() -> None:
    text = (
        "{{Technique Infobox|name=Kagesen|kanji=影線|romaji=Kagesen|literal english=Shadow Line}}\n"
        "The '''kagesen''' (影線, "
        "''literally meaning:'' Shadow Line) is a thread."
    )
    assert entry("Kagesen", text, "", "Shadow Line Technique; Kageson") == {
        "name": "kagesen",
        "kind": "technique",
        "capital": "either",
        "english": ["Shadow Line Technique", "Shadow Line"],
    }


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Kim Seo-yeon",
            "{{Character box|hangul=김서연|romanization=Kim Seo-yeon}}",
            ("Seo-yeon", "Kim", "family-first"),
        ),
        ("Leon Falk", "{{Character box|kanji=レオン・ファルク|romaji=Reon Faruku}}", ("Leon", "Falk", "")),
        ("Sir Dorian of Vell", "{{Character box|age=30}}", ("Dorian", "", "")),
        ("Willem van Aken", "{{Character box|age=30}}", ("Willem", "Aken", "")),
        ("Tom J. Ferris III", "{{Character box|age=30}}", ("Tom", "Ferris", "")),
        ("Phileas Nigel Ward", "{{Character box|age=30}}", ("Phileas Nigel", "Ward", "")),
    ],
)
def test_the_parts_of_a_name(title: str, text: str, expected: tuple[str, str, str]) -> None:
    found = entry(title, text.replace("}}", "|hair=red}}"))
    assert (found["given"], found.get("family", ""), found.get("order", "")) == expected


def test_a_name_that_has_one_order_only() -> None:
    assert entry("Leon Falk", "{{Character box|kanji=レオン・ファルク|age=3}}")["fixed"] is True


@pytest.mark.parametrize(
    ("title", "text", "categories"),
    [
        ("List of lamps", "'''Lamp''' list.", ""),
        ("Episode 12", "", ""),
        ("The Night Train", "'''The Night Train''' is told.", "Season 1 Episodes"),
        ("Ilse", "{{Disambig}}", ""),
        ("Ilse/Gallery", "'''Ilse'''", "Characters"),
        ("Edda Lind (actress)", "'''Edda Lind''' speaks.", "Swedish voice actors"),
        ("1998", "A year.", ""),
    ],
)
def test_pages_that_are_about_no_name(title: str, text: str, categories: str) -> None:
    assert facts(title, text, categories) is None


def test_an_infobox_knows_better_than_a_category() -> None:
    box = "{{Character infobox|name=Edda|age=30}}'''Edda''' plays Hamlet in the village theatre."
    for categories in ("Actors", "School staff", "Ship crew", "Writers; Games"):
        found = facts("Edda", box, categories)
        assert found is not None
        assert found.kind == "character"


def test_real_people_are_there_when_asked_for() -> None:
    assert facts("Edda Lind", "'''Edda Lind''' speaks.", "Voice actors", real_people=True) is not None


def test_names_without_a_page_of_their_own() -> None:
    redirects = (Redirect("Old Bram", "Old Bram"), Redirect("Fishmongers", "Trades"))
    page = Page(1, "List of minor characters", 1, "", (), redirects)
    assert [(one.name, one.kind) for one in sections_of(page, Cues.load())] == [("Old Bram", "character")]


def test_words_of_english_are_no_names_of_people() -> None:
    assert entry("Bamboo Minister", "He rules.", "Characters") == {"name": "Bamboo Minister", "kind": "character"}
    assert entry("Bamboo Minister", "He rules.", "Characters", "Bamboo")["given"] == "Bamboo"
    assert entry("Head Keeper of Velmora", "", "Characters")["name"] == "Head Keeper of Velmora"
    assert entry("Rock Tanaka", "", "Characters")["family"] == "Tanaka"
    pages = [facts(name, "", "Characters") for name in ("Rose Potter", "Odo Potter")]
    found = entries_of([page for page in pages if page], {}, Cues.load(), Lexicon.load())
    assert [one.fields.get("given") for one in found] == ["Odo", "Rose"]
    relation = facts("Ilse's Father", "He rules.", "Characters")
    assert relation is not None
    assert entries_of([relation], {}, Cues.load(), Lexicon.load()) == []


def test_of_two_spellings_the_wiki_decides() -> None:
    page = facts("Velmora", "'''Velmora''' lies far.", "Places", "Velmara")
    assert page is not None
    assert contested([page]) == {"velmora", "velmara"}
    for counts, found in (({"Velmora": 20, "Velmara": 2}, []), ({"Velmora": 20, "Velmara": 9}, ["Velmara"])):
        (made,) = entries_of([page], counts, Cues.load(), Lexicon.load())
        assert made.fields.get("english", []) == found


def test_a_term_takes_the_case_that_the_wiki_uses() -> None:
    page = facts("Skarn", "'''Skarn''' is a game.", "Games of the north")
    assert page is None  # what is a game may be the fandom's own video game
    page = facts("Skarn", "'''Skarn''' is played.", "Lore")
    assert page is not None
    for counts, capital in (({"Skarn": 9}, None), ({"Skarn": 9, "skarn": 20}, "either")):
        (made,) = entries_of([page], counts, Cues.load(), Lexicon.load())
        assert made.fields.get("capital") == capital


def test_the_language_of_the_original() -> None:
    natives = {"森川 カ": "ja", "김서연": "ko", "林黛玉": "zh", "": ""}
    for native, language in natives.items():
        assert language_of([Facts("", "", (), native=native)]) == language


def test_wikitext_as_a_reader_sees_it() -> None:
    text = "'''[[Ilse|Ilse M.]]'''<ref>A [[b]]</ref> &amp; {{lang|ja|{{big|Odo}}}}<br/>"
    text += "''x'' [https://a.example site] [[File:A.png|b]]"
    assert plain(text) == "Ilse M. & ja\nx site ".strip()


@pytest.mark.parametrize(
    "text", ["{{" * 3000, "'''" * 999, "[[" * 3000, "{{a|" * 300 + "}}" * 299, "<ref>" * 500, "\x00"]
)
def test_broken_pages_do_no_harm(text: str) -> None:
    found = facts("Brok Enpage", text, "Characters")
    assert found is not None
    assert found.name == "Brok Enpage"
