"""The canons that ship: well formed, at one with themselves, quiet over what is right, and sharp over what is not."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docs_blocks import PROJECT, page

import fanlint
from fanlint.canon.load import find_canon, read_canon
from fanlint.canon.model import Character, Term
from fanlint.canon.review import doubts
from fanlint.canon.romanisation import to_ascii
from fanlint.engine.linter import Linter
from fanlint.language.en.lexicon import Lexicon
from fanlint.rules.catalog import Catalog
from fanlint.rules.rule import parse_example
from fanlint.text.document import Document

PATHS = {path.stem: path for path in sorted((PROJECT / "canon").glob("*.toml"))}
STORIES = {path.stem: path for path in sorted((PROJECT / "tests" / "canons").glob("*.toml"))}
LINE = "# " + "-" * 78
CHARACTER_KEYS = ["given", "family", "native", "order", "fixed", "spellings", "aliases", "kind", "honorifics"]
TERM_KEYS = ["name", "variants", "kind", "capital", "english", "plural"]
# A family may be called as one of its people is, and is an entry beside them.
KIN = frozenset({"clan", "family"})

every_canon = pytest.mark.parametrize("name", PATHS)
every_story = pytest.mark.parametrize("name", STORIES)


def table(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def forms(entry: Character | Term) -> Iterator[str]:
    """All that is right for an entry: each word of a name in each spelling, the whole name, nicknames, translations."""
    if isinstance(entry, Term):
        yield from (*entry.forms, *entry.english)
        return
    yield entry.name
    yield from entry.aliases
    for name in (entry.given, entry.family):
        if name:
            yield from entry.forms(name)


def doubles(owned: Iterator[tuple[str, str]]) -> dict[str, set[str]]:
    """Forms that several entries claim, each with their names."""
    owners = defaultdict(set)
    for form, owner in owned:
        owners[form].add(owner)
    return {form: names for form, names in owners.items() if len(names) > 1}


@every_canon
def test_the_head_says_what_it_is(name: str) -> None:
    about = table(PATHS[name])["canon"]
    assert about["id"] == name
    assert about["name"] and about["language"] in ("en", "ja", "zh")
    assert (about["source"], about["licence"]) == ("Written from knowledge for fanlint.", "MIT")
    assert isinstance(about["updated"], datetime.date)


def test_a_name_by_which_writers_ask_means_one_canon() -> None:
    asked = Counter()
    for name, path in PATHS.items():
        about = table(path)["canon"]
        wanted = {name, about["name"].lower(), *about.get("also", ())}
        assert all(one == one.lower().strip() for one in about.get("also", ()))
        asked.update(wanted)
        assert {Path(find_canon(one)).stem for one in wanted if one != about["name"].lower()} == {name}
    assert [one for one, count in asked.items() if count > 1] == []


@every_canon
def test_keys_stand_in_one_order(name: str) -> None:
    content = table(PATHS[name])
    for kind, keys in (("character", CHARACTER_KEYS), ("term", TERM_KEYS)):
        for entry in content.get(kind, ()):
            assert sorted(entry, key=keys.index) == list(entry), entry


@every_canon
def test_sections_have_a_heading_and_are_sorted(name: str) -> None:
    text = PATHS[name].read_text(encoding="utf-8")
    head, *parts = re.split(rf"^{LINE}\n((?:# .+\n)+){LINE}\n", text, flags=re.M)
    assert "[[" not in head
    for heading, body in zip(parts[::2], parts[1::2], strict=True):
        section = tomllib.loads(body)
        assert len(section) == 1, f"characters and terms in one section: {heading}"
        people = [
            (to_ascii(one.get("family", one["given"])).lower(), one["given"]) for one in section.get("character", ())
        ]
        terms = [to_ascii(one["name"]).lower() for one in section.get("term", ())]
        assert [person[0] for person in people] == sorted(person[0] for person in people), heading
        assert terms == sorted(terms), heading


@every_canon
def test_values_are_of_the_known_ones(name: str) -> None:
    canon = read_canon(str(PATHS[name]))
    for person in canon.characters:
        assert person.order in ("given-first", "family-first"), person
    for term in canon.terms:
        assert term.capital in ("always", "either"), term
    for form in (form for entry in (*canon.characters, *canon.terms) for form in forms(entry)):
        assert form == " ".join(form.split()) and (form[0].isalnum() or form[0] == "'"), form


@every_canon
def test_nothing_stands_twice(name: str) -> None:
    canon = read_canon(str(PATHS[name]))
    people = Counter(person.name for person in canon.characters)
    assert [person for person, count in people.items() if count > 1] == []
    aliases = ((alias, person.name) for person in canon.characters for alias in (person.name, *person.aliases))
    assert doubles(aliases) == {}
    assert doubles((form, term.name) for term in canon.terms for form in forms(term)) == {}
    alone = {person.name for person in canon.characters if not person.family}
    assert [term.name for term in canon.terms if term.name in alone and term.kind not in KIN] == []


@every_canon
def test_a_word_has_the_same_spellings_wherever_it_stands(name: str) -> None:
    canon = read_canon(str(PATHS[name]))
    found = defaultdict(set)
    for person in canon.characters:
        assert person.spellings.keys() <= {person.given, person.family, *person.given.split(), *person.family.split()}
        for word in filter(None, (person.given, person.family)):
            found[word].add(person.forms(word))
            assert len(set(person.forms(word))) == len(person.forms(word)), person
    assert {word: ways for word, ways in found.items() if len(ways) > 1} == {}


@every_canon
def test_honorifics_are_for_people_of_the_canon(name: str) -> None:
    canon = read_canon(str(PATHS[name]))
    known = {person.name for person in canon.characters} | {
        f"{person.given} {person.family}" for person in canon.characters
    }
    for person in canon.characters:
        assert person.honorifics.keys() <= known, person.name


@every_canon
def test_no_part_of_a_name_is_a_small_word(name: str) -> None:
    """Such a word would be taken for a name, and what is near it for a slip of that name."""
    small = set("a an and as at for he i in is it no not of on or she so the they this to us we who you".split())
    canon = read_canon(str(PATHS[name]))
    parts = {part.lower() for one in canon.characters for part in (*one.given.split(), *one.family.split())}
    spelt = {form.lower() for one in canon.characters for forms in one.spellings.values() for form in forms}
    assert (parts | spelt) & small == set()


@every_canon
def test_whatever_is_right_is_no_slip_of_anything_else(name: str) -> None:
    catalog, canon = Catalog(), read_canon(str(PATHS[name]))
    linter = Linter([catalog.load(rule) for rule in catalog.matching("canon")], canon)
    right = sorted({form for entry in (*canon.characters, *canon.terms) for form in forms(entry)})
    wrong = [form for form in right if linter.lint(Document(f"They spoke of {form} again."))]
    assert wrong == []


def test_most_canons_have_a_story() -> None:
    assert STORIES.keys() <= PATHS.keys()
    assert len(STORIES) >= 8


@every_story
def test_a_story_of_the_fandom_has_nothing_to_find(name: str) -> None:
    story = table(STORIES[name])["story"].strip()
    found = fanlint.lint_text(story, canon=[name])
    assert [(story[finding.span.start : finding.span.end], finding.rule) for finding in found] == []


@every_story
def test_slips_in_names_are_found_with_the_right_word_first(name: str) -> None:
    draft = parse_example(table(STORIES[name])["draft"].strip())
    assert len(draft.marks) >= 10
    first = {
        finding.span: finding.fixes[0].edits[0].text
        for finding in fanlint.lint_text(draft.text, canon=[name])
        if finding.fixes
    }
    missed = [
        draft.text[mark.span.start : mark.span.end] for mark in draft.marks if first.get(mark.span) != mark.becomes
    ]
    assert len(missed) <= len(draft.marks) // 10, missed


def test_the_page_lists_what_ships() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| (.+) \| (.*) \|$", page("docs/canon.md"), flags=re.M)
    heads = [table(path)["canon"] for path in PATHS.values()]
    also = [", ".join(f"`{one}`" for one in head.get("also", ())) for head in heads]
    assert rows == [(head["id"], head["name"], names) for head, names in zip(heads, also, strict=True)]


@every_canon
def test_canon_check_passes(name: str) -> None:
    wrong = [doubt.text for doubt in doubts(read_canon(str(PATHS[name])), Lexicon.load()) if doubt.is_mistake]
    assert not wrong
