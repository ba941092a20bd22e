"""What a fan corrects in a built canon stays, build after build."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from canon_wikis import fanlint

from fanlint.canon.load import read_canon
from fanlint.canon_build.build import store_path
from fanlint.canon_build.entries import Entry
from fanlint.canon_build.write import block, read_entries, save_canon

PAGE = """\
Sorrel Dunmore met Ilka Brandywell in Fernhollow. In Fernhollow, Ilka sold lamps to Sorrel.
Later, Sorrel and Ilka fought in the Battle of Nine Bridges beside old Tobin Marsh. Tobin fell.
"""
CANON = Path(".fanlint/canon/ferns.toml")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A canon that was built once; the names of its page are in it."""
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    assert build() == "Wrote .fanlint/canon/ferns.toml: 5 entries, 5 new, 0 removed.\n"
    return CANON


def build() -> str:
    result = fanlint("canon", "build", "ferns", "--pages", "page.txt")
    assert result.exit_code == 0, result.output
    return result.output


def change(old: str, new: str) -> None:
    text = CANON.read_text(encoding="utf-8")
    assert text.count(old) == 1
    CANON.write_text(text.replace(old, new), encoding="utf-8")


def entries() -> dict[str, dict[str, Any]]:
    return {kept.entry.name: kept.entry.fields for kept in read_entries(str(CANON))[1]}


def test_what_is_written_can_be_read_and_has_all_names(built: Path) -> None:
    assert set(entries()) == {
        "Sorrel Dunmore",
        "Ilka Brandywell",
        "Fernhollow",
        "Battle of Nine Bridges",
        "Tobin Marsh",
    }
    canon = read_canon(str(built))
    assert [person.name for person in canon.characters] == ["Ilka Brandywell", "Sorrel Dunmore", "Tobin Marsh"]
    assert [(term.name, term.kind) for term in canon.terms] == [
        ("Battle of Nine Bridges", "event"),
        ("Fernhollow", "place"),
    ]
    text = built.read_text(encoding="utf-8")
    assert text.startswith("# Names for fanlint")
    assert 'source = "Names from page.txt"' in text


def test_building_again_changes_nothing(built: Path) -> None:
    first = built.read_bytes()
    assert build() == "Wrote .fanlint/canon/ferns.toml: 5 entries, 0 new, 0 removed.\n"
    assert built.read_bytes() == first


def test_a_corrected_entry_stays_with_its_comments(built: Path) -> None:
    change('[[character]]\ngiven = "Ilka"', '# The lamp seller.\n[[character]]\ngiven = "Ilka"  # never Ilke')
    change('family = "Brandywell"', 'family = "Brandiwell"')
    assert "1 entry is yours and was not changed.\n" in build()
    text = built.read_text(encoding="utf-8")
    assert (
        '# The lamp seller.\n[[character]]\nhand = true\ngiven = "Ilka"  # never Ilke\nfamily = "Brandiwell"\n' in text
    )
    assert set(entries()) >= {"Ilka Brandiwell", "Sorrel Dunmore"}
    assert "Ilka Brandywell" not in entries()
    assert build()
    assert built.read_text(encoding="utf-8") == text


def test_a_removed_entry_does_not_come_back(built: Path) -> None:
    change('[[character]]\ngiven = "Tobin"\nfamily = "Marsh"\nvia = ["text"]\n', "")
    for _ in range(3):
        build()
        assert "Tobin Marsh" not in entries()
    assert tomllib.loads(built.read_text(encoding="utf-8"))["canon"]["ignored"] == ["Tobin Marsh"]
    change('"Tobin Marsh"', "")
    assert "1 new" in build()
    assert "Tobin Marsh" in entries()


def test_an_added_entry_stays(built: Path) -> None:
    with built.open("a", encoding="utf-8") as file:
        file.write('\n[[character]]\ngiven = "Anselm"\naliases = [\n  "The \\"Crow\\"",\n]\n# The last line.\n')
    build()
    build()
    assert entries()["Anselm"]["aliases"] == ['The "Crow"']
    assert entries()["Anselm"]["hand"] is True
    assert "# The last line." in built.read_text(encoding="utf-8")


def test_what_the_page_no_longer_tells_goes_unless_it_is_the_fans(built: Path) -> None:
    change('given = "Ilka"', 'given = "Ilka"\naliases = ["the Lamp"]')
    Path("page.txt").write_text("Sorrel Dunmore sleeps. Then Sorrel wakes.\n", encoding="utf-8")
    assert "2 entries, 0 new, 3 removed" in build()
    assert set(entries()) == {"Sorrel Dunmore", "Ilka Brandywell"}


def test_the_table_of_the_fandom_keeps_what_is_the_fans(built: Path) -> None:
    change('name = "ferns"', 'name = "The Fern Books"\nalso = ["fern saga"]')
    build()
    about = tomllib.loads(built.read_text(encoding="utf-8"))["canon"]
    assert about["name"] == "The Fern Books"
    assert about["also"] == ["fern saga"]


def test_without_the_record_all_counts_as_the_fans(built: Path) -> None:
    change('family = "Brandywell"', 'family = "Brandiwell"')
    built.with_suffix(".built").unlink()
    output = build()
    assert "no record of an earlier build" in output
    assert {"Ilka Brandiwell", "Tobin Marsh"} <= entries().keys()


def test_single_spellings_can_be_ignored(tmp_path: Path) -> None:
    entry = Entry(
        "character",
        {"given": "Ilka", "aliases": ["Lamp", "Wick"], "spellings": {"Ilka": ["Ylka", "Ilca"]}, "via": ["title"]},
    )
    save_canon("one.toml", {"id": "one"}, [entry])
    Path("one.toml").write_text(
        Path("one.toml").read_text().replace('id = "one"', 'id = "one"\nignored = ["Wick", "Ylka"]')
    )
    save_canon("one.toml", {"id": "one"}, [entry])
    (person,) = read_canon("one.toml").characters
    assert person.aliases == ("Lamp",)
    assert person.spellings == {"Ilka": ("Ilca",)}


def test_a_file_that_is_no_toml_is_left_alone(built: Path) -> None:
    built.write_text("[canon\n", encoding="utf-8")
    result = fanlint("canon", "build", "ferns", "--pages", "page.txt")
    assert result.exit_code == 2
    assert "ferns.toml: cannot be read near “[canon”, and so nothing was written" in result.stderr
    assert built.read_text(encoding="utf-8") == "[canon\n"


@pytest.mark.parametrize("text", ['quo"ted', "back\\slash", "two\nlines", "tab\t", "\x00\x7f", "水原 零", "🕯"])
def test_any_text_survives_toml(text: str) -> None:
    fields = {"given": text, "spellings": {text: [text]}, "aliases": [text] * 30, "fixed": True}
    assert tomllib.loads(block(Entry("character", fields)))["character"] == [fields]


def test_a_missing_library_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mwparserfromhell", None)
    result = fanlint("canon", "build", "ferns", "--wiki", "http://127.0.0.1:9", "--contact", "me")
    assert result.exit_code == 2
    assert result.stderr.endswith("Install it with: pip install mwparserfromhell\n")


def test_a_spoilt_store_is_named(tmp_path: Path) -> None:
    (tmp_path / "dump.xml").write_text("<mediawiki/>")
    path = Path(store_path(str(tmp_path / "dump.xml")))
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database" * 1000)
    result = fanlint("canon", "build", "ferns", "--dump", "dump.xml")
    assert result.exit_code == 2
    assert f"{path}: cannot be used as a store" in result.stderr


def test_an_entry_added_by_command_outlives_a_build(built: Path) -> None:
    assert "Added 1" in fanlint("canon", "add", "ferns", "Anselm Crow").output
    assert "Added 1" in fanlint("canon", "add", "ferns", "Deepwater", "--kind", "place").output
    assert "Nothing to add" in fanlint("canon", "add", "ferns", "anselm crow").output
    build()
    assert entries()["Anselm Crow"] == {"given": "Anselm", "family": "Crow", "hand": True}
    assert entries()["Deepwater"]["kind"] == "place"


def test_adding_to_a_canon_that_ships_copies_it_first(tmp_path: Path) -> None:
    assert fanlint("canon", "add", "naruto", "Suzuya Mizuiro").exit_code == 0
    canon = read_canon(".fanlint/canon/naruto.toml")
    assert canon.knows("Suzuya")
    assert canon.knows("Kakashi")
