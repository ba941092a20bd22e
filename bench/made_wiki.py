"""Makes up a fandom's wiki of any size, as a MediaWiki XML export: names from syllables, pages as fans write them.

python bench/made_wiki.py 100000 > made.xml       # 100,000 articles
python bench/made_wiki.py 100000 20 > made.xml    # each 20 kB longer: 2 GB and more
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import NamedTuple, TextIO
from xml.sax.saxutils import escape

_FIRST = "Bra Cor Dor El Fen Gal Hir Ith Jor Kel Lun Mor Nar Ost Per Quil Rav Sel Tor Ul Ves Wyn Yar Zeph".split()
_MIDDLE = "a e i o u ai ea io ou an en in on ar er or al el il".split()
_LAST = "dric wen mund lith bor ssa thas rin goth vane rek dell mar nas pha quor lix tam".split()
_FAMILY = (
    "ash bram crow dusk elder fern gale hollow iron kest lark moss nettle oak pike quarry rook stone thorn".split()
)
_ENDING = "mere field wick gate brook ward croft ley mont shaw combe worth ford holt".split()
_MORAE = "ka ki ku ke ko sa su se so ta te to na ni no ha hi ho ma mi mo ra ri ro ya yu".split()
_KANJI = "春夏秋冬山川海空風火水土木金銀花鳥月雪雨光影星石松竹梅森林野"
_ARCS = ("Harvest", "Lantern", "Drowned Gate", "Long Winter")


class Made(NamedTuple):
    """A page of the made wiki: namespace number, title with its prefix, text; and, for what is a name, its kind."""

    namespace: int
    title: str
    text: str
    kind: str = ""


def person(index: int) -> tuple[str, str]:
    """The given and family name of one of 6,000 × 300 people, all different."""
    given = _FIRST[index % 24] + _MIDDLE[index // 24 % 19] + _LAST[index // 456 % 18]
    family = _FAMILY[(index // 7) % 19] + _ENDING[(index // 133) % 14]
    return given, family.title() if index < 8208 else f"{family.title()}{_LAST[index // 8208 % 18]}"


def eastern(index: int) -> tuple[str, str, str]:
    """Given name, family name with a long vowel, and both in Japanese script."""
    given = _MORAE[index % 26] + _MORAE[index // 26 % 26] + _MORAE[index // 676 % 26] + ("" if index % 3 else "n")
    family = _MORAE[index // 3 % 26] + "tō" + _MORAE[index // 78 % 26]
    native = "".join(_KANJI[(index * step + step) % len(_KANJI)] for step in (1, 7)) + " "
    native += "".join(chr(0x30AB + (index * step) % 40) for step in (1, 3))
    return given.title(), family.title(), native


def made_wiki(size: int) -> Iterator[Made]:
    """About ``size`` articles, and about as many redirects, with what a wiki has besides."""
    yield from _furniture()
    for index in range(size):
        shape = index % 10
        if shape < 4:
            yield from _westerner(index)
        elif shape < 6:
            yield from _easterner(index)
        else:
            yield from (_place, _technique, _rank, _left_out)[shape - 6](index)


def _furniture() -> Iterator[Made]:
    yield Made(10, "Template:Infobox Character", _template("Made characters"))
    yield Made(10, "Template:Location Infobox", _template("Locations"))
    yield Made(
        10, "Template:Nihongo", "<noinclude>[[Category:Templates]]</noinclude>'''{{{1}}}''' ({{{2|}}} ''{{{3|}}}'')"
    )
    yield Made(14, "Category:Made characters", "Everybody.")
    yield Made(2, "User:Ferncroft", "I am '''Not A Character'''. [[Category:Characters]]")
    yield Made(1, "Talk:Main Page", "Is '''Nobody Here''' a name? [[Category:Characters]]")
    yield Made(4, "Project:Policy", "'''Be Kind'''. [[Category:Characters]]")


def _template(category: str) -> str:
    return (
        '<includeonly>{| class="infobox"\n! {{{name|{{PAGENAME}}}}}\n|-\n| {{{alias|}}}\n|}\n'
        f"[[Category:{category}]]</includeonly><noinclude>[[Category:Templates]]</noinclude>"
    )


def _westerner(index: int) -> Iterator[Made]:
    given, family = person(index)
    other, _ = person(index + 911)
    text = (
        f"{{{{Infobox Character\n| name = {given} {family}\n| image = [[File:{given}.png|250px]]\n| age = {index % 70}"
        f"\n| alias = The {_FAMILY[index % 19].title()} of {_ENDING[index % 14].title()} <small>(by {other})</small>"
        f"<br>Old {given[:4]}\n}}}}\n'''{given} {family}''' is a smith in the town of [[{_town(index)}]]. As a child "
        f"{given} was found by [[{other}]] at the gate.<ref>Chapter {index % 40}</ref>\n\n== History ==\n"
        + f"{given} left home in the year of the flood, and came back with {other}. " * (index % 9)
        + "\n\n== Trivia ==\n* Born in spring.\n\n[[Category:Characters from the north]]\n"
    )
    yield Made(0, f"{given} {family}", text, "character")
    yield _redirect(f"{given}{_LAST[index % 18]}ling {family}", f"{given} {family}#History")
    if index % 2:
        yield _redirect(f"{given[:-1]}{'x' if given[-1] != 'x' else 'z'} {family}", f"{given} {family}")


def _easterner(index: int) -> Iterator[Made]:
    given, family, native = eastern(index)
    text = (
        f"{{{{Infobox Character\n|name = {given} {family}\n|kanji = {native}\n|romaji = {family} {given}\n"
        f"|occupation = [[Keeper]]\n}}}}\n{{{{Nihongo|'''{given} {family}'''|{native}|{family} {given}}}}} "
        f"is one of the keepers of {_town(index)}.\n==Plot==\nMuch happens to {given}.\n[[Category:Characters]]"
    )
    yield Made(0, f"{given} {family}", text, "character")
    yield _redirect(f"{family} {given}", f"{given} {family}")
    yield _redirect(f"{given} {family.replace('ō', 'oo')}", f"{given} {family}")


def _town(index: int) -> str:
    return f"{_FIRST[index // 10 % 24]}{_MIDDLE[index // 240 % 19]}{_ENDING[index // 4560 % 14]}"


def _place(index: int) -> Iterator[Made]:
    town = _town(index) + ("" if index < 63840 else "bury")
    text = (
        f"{{{{Location Infobox|name={town}|ruler=[[{person(index)[0]}]]}}}}\n'''{town}''' (or '''Old {town}''') "
        f"lies by the river.\n\n[[Category:Locations in the north]]"
    )
    yield Made(0, f"{town} (town)", text, "place")
    yield _redirect(f"{town} Village", f"{town} (town)")


def _technique(index: int) -> Iterator[Made]:
    word = _MORAE[index % 26] + _MORAE[index // 26 % 26] + "ū" + _MORAE[index // 260 % 26] + _MORAE[index // 6760 % 26]
    name = f"{word.title()} Strike"
    yield Made(0, name, f"The '''{name}''' is a blow.\n[[Category:Techniques]]\n[[Category:Blows]]", "technique")
    yield _redirect(f"{word.title().replace('ū', 'uu')} Strike", name)


def _rank(index: int) -> Iterator[Made]:
    word = _MORAE[index // 10 % 26] + "n" + _MORAE[index // 260 % 26] + _MORAE[index // 6760 % 26] + "nin"
    text = f"A '''{word}''' is a keeper of the lower kind. Any {word} carries a lamp.\n[[Category:Ranks]]"
    yield Made(0, word.title(), text, "rank")


def _left_out(index: int) -> Iterator[Made]:
    shape = index // 10 % 6
    given, family = person(index)
    if shape == 0:
        yield Made(0, f"Episode {index}", f"'''The Night {family} Fell''' is an episode.\n[[Category:Episodes]]")
    elif shape == 1:
        yield Made(0, f"List of characters of arc {index}", f"== {given} ==\nHe sells fish.\n[[Category:Lists]]")
        yield _redirect(f"{given}el", f"List of characters of arc {index}#{given}el")
    elif shape == 2:
        yield Made(0, f"{given} {family} (actor)", f"'''{given} {family}''' plays.\n[[Category:Voice actors]]")
    elif shape == 3:
        yield Made(0, f"{given} {family}'s story/Gallery {index}", "[[File:A.png]]")
    elif shape == 4:  # broken in every way
        yield Made(
            0, f"{_FIRST[index % 24]}krag {index}", "{{Infobox Character|name='''{{{|[[" * 40 + "'''" + "<ref>" * 9
        )
    else:
        yield Made(0, f"The {_ARCS[index % 4]} {index} arc", "'''An arc''' it is.\n[[Category:Story arcs]]")


def _redirect(title: str, target: str) -> Made:
    return Made(0, title, f"#REDIRECT [[{target}]]")


def write_export(pages: Iterator[Made], out: TextIO, longer: int = 0) -> None:
    """An export that MediaWiki's importDump.php takes, and fanlint too; a title that comes again is left out.

    ``longer``: kB of story that each article has besides.
    """
    story = "\n== The story so far ==\n" + "And then the rain came down on the harbour. " * (longer * 1000 // 44)
    out.write(
        '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">\n<siteinfo>\n'
        "<sitename>Made Wiki</sitename><base>https://made.example/wiki/Main_Page</base>\n<namespaces>"
        '<namespace key="0" case="first-letter" /><namespace key="10" case="first-letter">Template</namespace>'
        '<namespace key="14" case="first-letter">Category</namespace></namespaces>\n</siteinfo>\n'
    )
    seen: set[str] = set()
    for number, page in enumerate((page for page in pages if page.title not in seen and not seen.add(page.title)), 1):
        target = page.text.removeprefix("#REDIRECT [[").partition("]]")[0].partition("#")[0]
        redirect = f'<redirect title="{escape(target)}" />' if page.text.startswith("#REDIRECT") else ""
        out.write(
            f"<page><title>{escape(page.title)}</title><ns>{page.namespace}</ns><id>{number}</id>{redirect}<revision>"
            f"<id>{number}</id><timestamp>2026-01-01T00:00:00Z</timestamp><contributor><username>Admin</username>"
            "<id>1</id></contributor><model>wikitext</model><format>text/x-wiki</format>"
            f'<text xml:space="preserve">{escape(page.text)}{"" if redirect or not longer else story}</text></revision>'
            "</page>\n"
        )
    out.write("</mediawiki>\n")


if __name__ == "__main__":
    write_export(made_wiki(int(sys.argv[1])), sys.stdout, *map(int, sys.argv[2:3]))
