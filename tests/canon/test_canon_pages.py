"""``canon build --pages``: the names of pages in several styles, and nothing that is no name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from canon_wikis import fanlint

from fanlint.canon.load import read_canon
from fanlint.canon_build.build import from_pages
from fanlint.canon_build.cues import Cues
from fanlint.canon_build.entries import Entry, entries_of
from fanlint.canon_build.prose import names_in
from fanlint.language.en.lexicon import Lexicon

PAGES = Path(__file__).parent / "pages"


def names(found: list[Entry]) -> dict[str, str]:
    """Names and kinds."""
    return {entry.name: entry.fields.get("kind", entry.table) for entry in found}


def of_text(text: str) -> dict[str, dict[str, Any]]:
    """The entries of a plain text by name."""
    cues, lexicon = Cues.load(), Lexicon.load()
    return {entry.name: entry.fields for entry in entries_of(names_in([("", text)], cues, lexicon), {}, cues, lexicon)}


@pytest.mark.parametrize(
    ("page", "people", "others"),
    [
        (
            "lantern-coast.txt",
            "Corvin Ashgrove, Joss Hartnell, Maerwen Ashgrove, Oriel, Sable, Tamsin Vey, Ysmerelle",
            "Bracken, Drowned War, Gullhaven, Hollow King, Lantern Coast, Marrowfen, Oath of Salt, Patient Heron, "
            "Pellmarsh, Sunken Gate, Tidewarden, Wick",
        ),
        (
            "vesper-run.txt",
            "Amara Voss, Brandt, Idris Okonjo-Reyes, Lindqvist, Skree, Teddy, Teodora",
            "Battle of Thule Reach, Calloway Station, Concord Navy, Hathri, Long Way Down, Meridian, Quiet Office, "
            "Thule Reach, Vesper Run, skarn",
        ),
        (
            "kumohana.txt",
            "Genzō Ijuuin, Haruhi Ōmori, Minori Tachibana, Reika Ijuuin, Sōta Kuroba, Tetsu",
            "Autumn Tournament, Hayabusa Style, Ijuuin, Kagerō Step, Kumohana, Kumohana Gakuen, Shirayuri Academy, "
            "Winter Tournament, kendō, shinai",
        ),
        (
            "Teodric_Vael.html",
            "Brannoc, Isaura Vael, Teodric Vael",
            "Ashen Crown, Cindermoor, Ember Knights, Whisk",
        ),
        (
            "thornmarch.txt",
            "Anselm, Castamere, Ebba, Ilse, Ketter, Merrowdun, Nightjar, Quillon Ferreday, Quiltess, Tess Malloran, "
            "Vorrik",
            "Ashes of Merrowdun, Duke Harrow, Eye of Morrow, Greywater, Pale, Pale Host, Saint Ebba's Abbey, "
            "Thornmarch, Wardens",
        ),
        (
            "cold-harbor.txt",
            "Boston, Brendan, Brightellano, Carla Brightwater, Delgado, Eli Castellano, Hannah Lowe, Jordan Ames, Mia, "
            "Molly, Nate, Neli, Okafor, Priya Raman",
            "Cold Harbor, Cold Harbor High, Cold Harbor High School, Harbor Seals, Molly's Diner, Pike's Point, "
            "Winter Formal",
        ),
        ("Mizuhara_Rei.wiki", "Kanbe, Rei Mizuhara", "Hoshizora High, utsurobi"),
    ],
)
def test_the_names_of_a_page(page: str, people: str, others: str) -> None:
    found = names(from_pages([str(PAGES / page)]).entries)
    assert {name for name, kind in found.items() if kind == "character"} == set(people.split(", "))
    assert {name for name, kind in found.items() if kind != "character"} == set(others.split(", "))


def test_what_a_place_a_group_or_a_deed_is_called() -> None:
    found = names(from_pages([str(path) for path in sorted(PAGES.glob("*.txt"))]).entries)
    assert found["Gullhaven"] == found["Shirayuri Academy"] == found["Sunken Gate"] == "place"
    assert found["Ijuuin"] == "group"
    assert found["Hayabusa Style"] == "technique"
    assert found["Drowned War"] == found["Winter Tournament"] == "event"


def test_a_slip_of_the_page_does_not_become_canon() -> None:
    text = (PAGES / "lantern-coast.txt").read_text(encoding="utf-8")
    assert "Maerwenn" in text
    assert "Unfortunatly" in text
    assert "Maerwenn" not in str(of_text(text))
    assert "Unfortunatly" not in str(of_text(text))


def test_romanisations_stand_side_by_side() -> None:
    found = of_text((PAGES / "kumohana.txt").read_text(encoding="utf-8"))
    assert found["Kagerō Step"]["variants"] == ["Kagero Step", "Kagerou Step"]
    assert found["Reika Ijuuin"]["spellings"] == {"Ijuuin": ["Ijūin"]}
    assert found["Sōta Kuroba"]["spellings"] == {"Sōta": ["Sota", "Souta"]}


def test_of_two_rare_spellings_of_one_thing_the_first_is_kept() -> None:
    found = of_text("They fled to the Gate of Velmora. Nobody had seen the Gate of Velmara again.\n")
    assert list(found) == ["Gate of Velmora"]


def test_the_fields_of_a_page_in_wikitext() -> None:
    found = {entry.name: entry.fields for entry in from_pages([str(PAGES / "Mizuhara_Rei.wiki")]).entries}
    rei = found["Rei Mizuhara"]
    assert (rei["given"], rei["family"], rei["order"]) == ("Rei", "Mizuhara", "family-first")
    assert rei["native"] == "水原 零"
    assert rei["aliases"] == ["Ghost of the Third Floor"]
    assert found["utsurobi"]["capital"] == "either"


@pytest.mark.parametrize(
    "text",
    [
        "Nothing Is Known\n\nPlot\n\nIt rained. When it stopped, they left. However, nobody cared.\n",
        "On Monday the French ate Christmas pudding in England. I did, too. OK?\n",
        "Chapter 3: In which it rains. See Episode 12.\n",
        "STOP IT NOW. He shouted STOP again.\n",
        "",
    ],
)
def test_a_page_without_names_has_none(text: str) -> None:
    assert of_text(text) == {}


def test_a_page_without_names_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("It rained.\n")
    result = fanlint("canon", "build", "rain", "--pages", "page.txt")
    assert (result.exit_code, result.stderr) == (2, "fanlint: page.txt: no name was found there.\n")
    assert fanlint("canon", "build", "rain", "--pages", "missing.txt").exit_code == 2


def test_what_was_built_finds_the_slips_of_a_draft(tmp_path: Path) -> None:
    result = fanlint("canon", "build", "Kumo", "--pages", str(PAGES / "kumohana.txt"))
    assert result.exit_code == 0
    canon = read_canon(".fanlint/canon/kumo.toml")
    assert canon.knows("Kagerou")
    assert canon.knows("Omori")
    (tmp_path / "draft.txt").write_text(
        "Minori Tachibanna bowed before Reika. Minori smiled. The Hayabussa Style won, and the Kagerou Step lost.\n"
    )
    output = fanlint("--canon", "kumo", "--output-format", "concise", "draft.txt").output
    assert "“Tachibana”" in output
    assert "“Hayabusa”" in output
    assert "Kagerou" not in output
