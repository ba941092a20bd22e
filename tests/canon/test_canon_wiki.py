"""``canon build`` against a real MediaWiki: through its API, from its dumps, and when all goes wrong."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import shutil
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from canon_wikis import OWN, Proxy, Wiki, fanlint

from fanlint.canon.load import read_canon
from fanlint.canon.review import forms_of

pytestmark = pytest.mark.xdist_group("wiki")  # MediaWiki is installed once
CONTACT = ("--contact", "somebody@example.org")
Spoil = Callable[[int, bytes], "tuple[int, dict[str, str], bytes] | None"]


def built(name: str) -> Path:
    return Path(".fanlint", "canon", f"{name}.toml")


def entries(name: str) -> dict[str, dict[str, Any]]:
    """The entries that a build wrote, by name."""
    table = tomllib.loads(built(name).read_text(encoding="utf-8"))
    people = {f"{one['given']} {one.get('family', '')}".strip(): one for one in table["character"]}
    return people | {one["name"]: one for one in table["term"]}


def failed(*args: str) -> str:
    """The one line in which fanlint says why it could not."""
    result = fanlint("canon", "build", *args)
    assert result.exit_code == 2, result.output
    assert result.stderr.count("\n") == 1, result.stderr
    assert "Traceback" not in result.stderr
    return result.stderr


@pytest.fixture(scope="module")
def from_export(wiki: Wiki, export: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The canon that is built from the wiki's dump."""
    folder = tmp_path_factory.mktemp("from-export")
    result = fanlint("canon", "build", "made", "--dump", str(export), "--output-file", str(folder / "made.toml"))
    assert result.exit_code == 0, result.output
    return folder / "made.toml"


def test_the_api_and_the_dump_give_the_same_canon(wiki: Wiki, from_export: Path) -> None:
    result = fanlint("canon", "build", "made", "--wiki", f"{wiki.url}/index.php/Main_Page", *CONTACT)
    assert result.exit_code == 0, result.output
    assert "NonCommercial" in result.stderr
    assert "do not publish" in result.stderr
    assert fanlint("canon", "diff", str(from_export), "made").output == "The two canons are the same.\n"
    text = built("made").read_text(encoding="utf-8")
    assert (
        text.partition("[[")[2].replace("made.toml", "") == from_export.read_text(encoding="utf-8").partition("[[")[2]
    )
    about = tomllib.loads(text)["canon"]
    assert (about["name"], about["id"], about["language"]) == ("Made Wiki", "made", "ja")
    assert wiki.url in about["source"]
    assert about["licence"].startswith("Creative Commons")
    assert about["updated"]
    assert about["revision"] > 1000


def test_every_name_is_found_and_nothing_else(wiki: Wiki, from_export: Path) -> None:
    canon = read_canon(str(from_export))
    names = {entry.name for entry in (*canon.characters, *canon.terms)}
    kinds = {"character": "", "place": " (town)", "technique": "", "rank": ""}
    titles = {page.title.removesuffix(kinds[page.kind]): page.kind for page in wiki.made if page.kind}
    wanted = {title.lower() if kind == "rank" else title for title, kind in titles.items()}
    assert len(wanted) > 500
    assert sum(page.text.startswith("#REDIRECT") for page in wiki.made) > 600
    assert wanted <= names
    others = {name for name in names - wanted if "krag" not in name}  # broken pages have names, too
    listed = {page.title for page in wiki.made if page.title.endswith("el") and "#" in page.text}
    assert others == {"Hollow Bell", "Wrenna Vane", "Captain Isa Vell", *listed}
    assert all(not person.kind or person.kind == "character" for person in canon.characters)


def test_what_a_page_tells_of_a_name(wiki: Wiki, from_export: Path) -> None:
    canon = read_canon(str(from_export))
    person = next(person for person in canon.characters if "ō" in person.family)
    assert person.order == "family-first"
    assert person.spellings[person.family] == tuple(person.family.replace("ō", one) for one in ("o", "ou", "oo"))
    assert person.native
    slips = [
        page.title for page in wiki.made if page.text.startswith("#REDIRECT") and page.title.split()[0][-1] in "xz"
    ]
    assert len(slips) > 50
    assert not {form for entry in canon.characters for form in forms_of(entry)}.intersection(slips)
    rank = next(term for term in canon.terms if term.kind == "rank")
    assert rank.capital == "either"
    assert rank.name.islower()
    place = next(term for term in canon.terms if term.kind == "place" and term.english)
    assert f"{place.name} Village" in place.english


def test_a_pirate_who_is_in_no_category_that_fanlint_knows(from_export: Path) -> None:
    (entry,) = [term for term in read_canon(str(from_export)).terms if "Vell" in term.name]
    assert OWN[3].title == "Captain Isa Vell"
    assert entry.english == ("Red Isa",)  # her own name is a part of the title's


@pytest.mark.parametrize("ending", ["gz", "bz2", "xz", "7z"])
def test_a_compressed_dump_gives_the_same(
    ending: str, export: Path, from_export: Path, tmp_path: Path, needs: Callable[[str], None]
) -> None:
    packed = tmp_path / f"made.xml.{ending}"
    if ending == "7z":
        needs("7-Zip")
        program = next(filter(None, map(shutil.which, ("7z", "7zz", "7za"))))
        subprocess.run([program, "a", "-mx1", str(packed), str(export)], check=True, capture_output=True)
    else:
        pack = {
            "gz": gzip.compress,
            "bz2": lambda data: bz2.compress(data, 1),
            "xz": lambda data: lzma.compress(data, preset=0),
        }
        packed.write_bytes(pack[ending](export.read_bytes()))
    assert fanlint("canon", "build", "made", "--dump", str(packed)).exit_code == 0
    assert fanlint("canon", "diff", "made", str(from_export)).exit_code == 0
    # The same, cut in half.
    packed.write_bytes(packed.read_bytes()[: packed.stat().st_size // 2])
    line = failed("made", "--dump", str(packed))
    assert str(packed) in line


def test_an_older_export_is_read_as_well(export: Path, from_export: Path, tmp_path: Path) -> None:
    (tmp_path / "old.xml").write_text(export.read_text(encoding="utf-8").replace("0.11", "0.10"), encoding="utf-8")
    assert fanlint("canon", "build", "made", "--dump", "old.xml").exit_code == 0
    assert fanlint("canon", "diff", "made", str(from_export)).exit_code == 0


def test_a_dump_cut_in_half_says_how_to_make_do(export: Path, tmp_path: Path) -> None:
    half = tmp_path / "half.xml"
    half.write_bytes(export.read_bytes()[: export.stat().st_size // 20])
    line = failed("made", "--dump", str(half))
    assert not built("made").exists()
    assert "ends in the middle" in line
    limit = line.rpartition("--limit ")[2].rstrip(".\n")
    result = fanlint("canon", "build", "made", "--dump", str(half), "--limit", limit)
    assert result.exit_code == 0, result.output
    assert len(entries("made")) > 10


def test_a_bomb_in_a_dump_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><mediawiki><page>&b;</page></mediawiki>'
    (tmp_path / "bomb.xml").write_text(bomb)
    assert "will not read it" in failed("made", "--dump", "bomb.xml")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is no MediaWiki export"),
        (b"Dear diary", "is no MediaWiki export"),
        (b"<html><p>Hello</p></html>", "holds no page"),
        (b"\x1f\x8bnonsense", "is no MediaWiki export"),
        (b"7z\xbc\xaf\x27\x1cnonsense", "is no MediaWiki export"),
    ],
)
def test_what_is_no_dump_is_refused(data: bytes, said: str, tmp_path: Path, needs: Callable[[str], None]) -> None:
    if data.startswith(b"7z"):
        needs("7-Zip")
    (tmp_path / "dump").write_bytes(data)
    assert said in failed("made", "--dump", "dump")


def test_a_dump_that_is_not_there() -> None:
    assert "cannot be read: No such file" in failed("made", "--dump", "missing.xml")


def test_building_again_needs_no_net(proxy: Proxy) -> None:
    assert fanlint("canon", "build", "made", "--wiki", proxy.url, *CONTACT).exit_code == 0
    first = built("made").read_bytes()
    asked = len(proxy.asked)
    assert 10 < asked < 30
    assert {agent for _, agent in proxy.asked} == {proxy.asked[0][1]}
    assert "somebody@example.org" in proxy.asked[0][1]
    assert "fanlint/" in proxy.asked[0][1]
    again = fanlint("canon", "build", "made", "--wiki", proxy.url)
    assert again.output.startswith("Wrote .fanlint/canon/made.toml: ")
    assert "0 new, 0 removed" in again.output
    assert len(proxy.asked) == asked
    assert built("made").read_bytes() == first


def test_it_goes_on_where_it_was_interrupted(proxy: Proxy, from_export: Path) -> None:
    proxy.spoil = lambda number, body: (503, {"Retry-After": "3600"}, b"") if number > 6 else None
    line = failed("made", "--wiki", proxy.url, *CONTACT)
    assert "come back in 60 minutes" in line
    assert "kept" in line
    before = len(proxy.asked)
    proxy.spoil = lambda number, body: None
    assert fanlint("canon", "build", "made", "--wiki", proxy.url, *CONTACT).exit_code == 0
    assert len(proxy.asked) - before < 13  # the first 250 pages are there already
    assert fanlint("canon", "diff", "made", str(from_export)).exit_code == 0


def _once(fault: tuple[int, dict[str, str], bytes]) -> Spoil:
    return lambda number, body: fault if number in (1, 4) else None


MAXLAG = json.dumps({"errors": [{"code": "maxlag", "text": "Waiting for a database."}]}).encode()


@pytest.mark.parametrize(
    "spoil",
    [
        _once((429, {"Retry-After": "0"}, b"slowly")),
        _once((503, {"Retry-After": "Thu, 01 Jan 2026 00:00:00 GMT"}, b"")),
        _once((200, {"Retry-After": "0"}, MAXLAG)),
        lambda number, body: (200, {"Retry-After": "0"}, body[: len(body) // 2]) if number == 4 else None,
        lambda number, body: (
            (200, {"Content-Length": str(len(body) + 9), "Retry-After": "0"}, body) if number == 4 else None
        ),
        lambda number, body: (200, {"Content-Encoding": "gzip"}, gzip.compress(body, 1)),
    ],
    ids=["429", "503", "maxlag", "truncated", "torn", "gzip"],
)
def test_what_passes_is_waited_for(spoil: Spoil, proxy: Proxy) -> None:
    proxy.spoil = spoil
    result = fanlint("canon", "build", "made", "--wiki", proxy.url, "--limit", "150", *CONTACT)
    assert result.exit_code == 0, result.output
    assert len(entries("made")) > 100


def _circle(number: int, body: bytes) -> tuple[int, dict[str, str], bytes] | None:
    answer = json.loads(body)
    if "pages" not in answer.get("query", {}):
        return None
    return 200, {}, json.dumps({**answer, "continue": {"gapcontinue": "Same", "continue": "gapcontinue||"}}).encode()


ERROR = json.dumps({"errors": [{"code": "readapidenied", "text": "You need read permission."}]}).encode()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (
            lambda number, body: (429, {"Retry-After": "0"}, b"") if number > 3 else None,
            "429 (Too Many Requests), 5 times",
        ),
        (
            lambda number, body: (200, {"Retry-After": "0"}, body[:99]) if number > 3 else None,
            "cut off or is no JSON, 5 times",
        ),
        (_circle, "goes round in a circle"),
        (
            lambda number, body: (302, {"Location": "http://elsewhere.example/api.php"}, b""),
            "another host, elsewhere.example",
        ),
        (lambda number, body: (403, {}, b"No."), "--dump FILE"),
        (lambda number, body: (200, {}, ERROR), "You need read permission."),
        (lambda number, body: (200, {}, b"<html>Hello</html>"), "no MediaWiki API was found"),
        (lambda number, body: (404, {}, b""), "no MediaWiki API was found"),
    ],
    ids=["429", "truncated", "circle", "other host", "403", "error", "no wiki", "404"],
)
def test_what_does_not_pass_ends_in_one_line(spoil: Spoil, said: str, proxy: Proxy) -> None:
    proxy.spoil = spoil
    line = failed("made", "--wiki", proxy.url, *CONTACT)
    assert said in line
    assert "127.0.0.1" in line
    assert not built("made").exists()
    if len(proxy.asked) > 3:
        assert "What was fetched is kept" in line


def test_a_wiki_that_is_not_there(wiki: Wiki) -> None:
    assert "cannot be reached" in failed("made", "--wiki", "http://127.0.0.1:9", *CONTACT)
    assert "is no address" in failed("made", "--wiki", "ftp://example.org", *CONTACT)


def test_only_a_category(wiki: Wiki) -> None:
    result = fanlint("canon", "build", "made", "--wiki", wiki.url, "--category", "Techniques", *CONTACT)
    assert result.exit_code == 0, result.output
    assert "[[character]]" not in built("made").read_text(encoding="utf-8")
    assert built("made").read_text(encoding="utf-8").count("[[term]]") == sum(
        page.kind == "technique" for page in wiki.made
    )
    assert "the category “Fish”" in failed("made", "--wiki", wiki.url, "--category", "Fish", *CONTACT)


def test_only_what_changed_is_fetched(wiki: Wiki, proxy: Proxy, tmp_path: Path) -> None:
    assert fanlint("canon", "build", "made", "--wiki", proxy.url, *CONTACT).exit_code == 0
    before = len(proxy.asked)
    assert "Hollow Bell" in entries("made")
    wiki.run(
        "edit.php", "-u", "Admin", "Hollow Bell", stdin="'''Hollow Bell''' or '''Deaf Bell'''. [[Category:Places]]"
    )
    wiki.run("edit.php", "-u", "Admin", "Tamsin Orrel", stdin="'''Tamsin Orrel''' is new. [[Category:Characters]]")
    (tmp_path / "moves").write_text("Wrenna Vane|Wrenna Holm\n")
    wiki.run("moveBatch.php", "--noredirects", "-u", "Admin", str(tmp_path / "moves"))
    assert fanlint("canon", "build", "made", "--wiki", proxy.url).output.count("0 new, 0 removed") == 1
    result = fanlint("canon", "build", "made", "--wiki", proxy.url, "--since", "last", *CONTACT)
    assert "Fetched 3 changed pages; 0 were deleted." in result.output
    assert "2 new, 1 removed" in result.output
    assert len(proxy.asked) - before < 10
    assert entries("made")["Hollow Bell"]["english"] == ["Deaf Bell"]
    assert {"Tamsin Orrel", "Wrenna Holm"} <= entries("made").keys()
    (tmp_path / "gone").write_text("Tamsin Orrel\n")
    wiki.run("deleteBatch.php", "-u", "Admin", str(tmp_path / "gone"))
    result = fanlint("canon", "build", "made", "--wiki", proxy.url, "--since", "last", *CONTACT)
    assert "Fetched 0 changed pages; 1 was deleted." in result.output
    assert "0 new, 1 removed" in result.output
