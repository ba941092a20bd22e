"""Reads pages that a person has saved: HTML, wikitext or plain text."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from html.parser import HTMLParser

from fanlint.canon_build.cues import Cues
from fanlint.canon_build.facts import Facts, facts_of, parser, plain
from fanlint.canon_build.prose import names_in
from fanlint.canon_build.store import Page, lead_of
from fanlint.errors import UnreadableFile
from fanlint.formats.encoding import Encoded
from fanlint.language.en.lexicon import Lexicon

_HTML = re.compile(r"\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<html)", re.I)
_WIKITEXT = re.compile(r"'''[^'\n]+'''|\{\{[^{}\n]+|\[\[[^\[\]\n]+\]\]")
_HEADING = re.compile(r"^=+\s*(.*?)\s*=+\s*$", re.M)
_SITE = re.compile(r"\s+[|–—-]\s+[^|–—]*$")  # “ | Naruto Wiki”, “ - Wikipedia” after a page's title


def read_pages(paths: Iterable[str], cues: Cues, lexicon: Lexicon, real_people: bool = False) -> list[Facts]:
    """What saved pages tell of names; their prose is weighed as one. Raises UnreadableFile, MissingLibrary."""
    found: list[Facts] = []
    texts: list[tuple[str, str]] = []
    for path in paths:
        text = _text(path)
        if _HTML.match(text):
            page = _Html()
            page.feed(text)
            page.close()
            texts.append((page.title, page.text))
        elif len(_WIKITEXT.findall(text)) > 2:
            title = os.path.splitext(os.path.basename(path))[0].replace("_", " ")
            facts = facts_of(Page(0, title, 0, lead_of(text)), cues, parser(), {}, real_people)
            found += [facts] if facts else []
            texts.append((title, _HEADING.sub(r"\n\1\n", plain(text))))
        else:
            texts.append(("", text))
    told = {one.name for one in found}
    return found + [one for one in names_in(texts, cues, lexicon) if one.name not in told]


def _text(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return Encoded.decode(file.read(), path).text
    except OSError as error:
        raise UnreadableFile(path, f"cannot be read: {error.strerror or error}.") from None


class _Html(HTMLParser):
    """The title and the prose of a saved page: a wiki's own part of it where there is one."""

    _SILENT = frozenset("script style nav header footer noscript form button svg sup figure".split())
    _BLOCKS = frozenset("p div li tr td th dd dt h1 h2 h3 h4 h5 h6 br section aside blockquote table ul ol".split())

    def __init__(self) -> None:
        super().__init__()
        self._silent = 0
        self._pieces: list[str] = []
        self._heading: list[str] = []
        self._page_title: list[str] = []
        self._into: list[str] | None = None
        self._starts: int | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._SILENT:
            self._silent += 1
        if tag in ("h1", "title"):
            self._into = self._heading if tag == "h1" else self._page_title
        if tag in self._BLOCKS:
            self._pieces.append("\n\n")
        if self._starts is None and "mw-parser-output" in (dict(attrs).get("class") or ""):
            self._starts = len(self._pieces)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._SILENT and self._silent:
            self._silent -= 1
        if tag in ("h1", "title"):
            self._into = None
        if tag in self._BLOCKS:
            self._pieces.append("\n\n")

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into.append(data)
        elif not self._silent:
            self._pieces.append(" ".join(data.split()).join(_edges(data)))

    @property
    def title(self) -> str:
        heading = " ".join("".join(self._heading).split())
        return re.sub(r"\s*\([^()]*\)$", "", heading or _SITE.sub("", " ".join("".join(self._page_title).split())))

    @property
    def text(self) -> str:
        return "".join(self._pieces[self._starts or 0 :])


def _edges(data: str) -> tuple[str, str]:
    return (" " if data[:1].isspace() else "", " " if data[-1:].isspace() else "")
