"""Reads off a wiki page what it says of a name: its forms, its original, what it is."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from fanlint.canon_build.cues import Cues, folded
from fanlint.canon_build.store import Page
from fanlint.errors import FanlintError

_BOLD = re.compile(r"'''+(.+?)'''+")
_MARKUP = re.compile(
    r"<ref[^>]*/>|<ref.*?</ref>|<!--.*?-->|<(?:small|sup|gallery)[^>]*>.*?</(?:small|sup|gallery)>", re.S | re.I
)
_BREAK = re.compile(r"<br[^>]*>|</?(?:li|p|div)[^>]*>", re.I)
_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r"\[\[(?![^\[\]|]*:)(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_TEMPLATE = re.compile(r"\{\{[^{}]*\}\}")
_EXTERNAL = re.compile(r"\[(?:https?:)?//\S+ ?([^\]]*)\]|\[\[[^\]]*\]\]")
_NOTE = re.compile(r"[(（\[].*?[)）\]]|~.*$", re.M)
_PARTS = re.compile(r"\n|[;,•·*、]|\s/\s")
_LITERALLY = re.compile(r"^(?:literally|lit\.?|literal)(?:\s+meaning)?\s*:?\s*", re.I)
_DISAMBIGUATED = re.compile(r"\s*\([^()]*\)\s*$")
_NICKNAME = re.compile(r"(?<=\S) [\"“]([^\"”]+)[\"”] (?=\S)")
_NO_LATIN = re.compile(r"^[^a-zA-Z]*[^\x00-\u024f\u1e00-\u1eff\u2000-\u206f][^a-zA-Z]*$")


class Form(NamedTuple):
    """A spelling of a name, and where it came from: title, redirect, lead, infobox, template, text."""

    text: str
    via: str


class Facts(NamedTuple):
    """What one page, or one run of capitals in a text, tells of a name.

    ``forms`` begins with the one to use. ``small``: the page writes it in lower case. ``personal``: it is a name of a
    person although its words may be English.
    """

    page: str
    kind: str
    forms: tuple[Form, ...]
    native: str = ""
    romaji: str = ""
    literal: str = ""
    small: bool = False
    personal: bool = False

    @property
    def name(self) -> str:
        return self.forms[0].text


class MissingLibrary(FanlintError):
    """An extra that was not installed."""


def parser() -> Any:
    """mwparserfromhell's ``parse``; raises MissingLibrary with what to install."""
    try:
        from mwparserfromhell import parse  # 44 ms, and only here
    except ImportError:
        raise MissingLibrary(
            "Reading wiki pages needs the library mwparserfromhell. Install it with: pip install mwparserfromhell"
        ) from None
    return parse


def facts_of(
    page: Page, cues: Cues, parse: Any, of_templates: Mapping[str, tuple[str, ...]], real_people: bool = False
) -> Facts | None:
    """What a page tells; None for one that is about no name. ``of_templates``: categories that templates give."""
    title = _DISAMBIGUATED.sub("", page.title)
    if not title or "/" in title or not any(map(str.isalpha, title)):
        return None
    if cues.is_left_out(page.title):
        return None
    templates, prose = _parsed(page.lead, parse)
    names = [name for name, _ in templates]
    categories = [*page.categories, *(one for name in names for one in of_templates.get(name, ()))]
    box = next((name for name, values in templates if len(values) > 1 and cues.is_infobox(name)), "")
    if cues.is_outside(categories, names, box, real_people):
        return None
    told = dict(_told(title, templates, cues, box))
    bold = list(dict.fromkeys(plain(text) for text in _BOLD.findall(prose)))
    forms = [Form(title, "title"), *(Form(one.title, "redirect") for one in page.redirects if not one.section)]
    forms += [Form(text, "lead") for text in bold[:6]]
    forms += [Form(text, "template") for text in _values(told.get("template name", ""))]
    forms += [Form(text, "infobox") for text in (_first(plain(told.get("name", ""))), *_values(told.get("alias", "")))]
    native, romaji, literal = (plain(told.get(role, "")) for role in ("native", "romaji", "literal"))
    return Facts(
        page.title,
        cues.kind(categories, box),
        _distinct(forms),
        _first(native) if _NO_LATIN.match(_first(native)) else "",
        _shown(_first(romaji)),
        _LITERALLY.sub("", _first(literal)).strip("\"'“” "),
        any(text[:1].islower() and text.lower() == title.lower() for text in bold),
        bool(native),
    )


def _distinct(forms: list[Form]) -> tuple[Form, ...]:
    """The forms as they are shown, each once from each source; a nickname within one is a form of its own."""
    apart = [
        Form(text, form.via)
        for form in forms
        for text in (_NICKNAME.sub(" ", form.text), *_NICKNAME.findall(form.text))
    ]
    return tuple(dict.fromkeys(Form(shown, form.via) for form in apart if (shown := _shown(form.text))))


def sections_of(page: Page, cues: Cues) -> Iterator[Facts]:
    """The names that have a section of a page, and no page of their own: redirects to a section called like them."""
    kind = cues.kind_in(folded(page.title).split()) or cues.kind(page.categories, "")
    for redirect in page.redirects:
        if redirect.section and folded(redirect.section) == folded(redirect.title):
            yield Facts(page.title, kind, (Form(_shown(redirect.title), "redirect"),))


def _parsed(lead: str, parse: Any) -> tuple[list[tuple[str, dict[str, str]]], str]:
    """The lead's templates by folded name, each with its arguments by folded name; and its first paragraph of prose."""
    try:
        code = parse(lead, skip_style_tags=True)
    except (RecursionError, ValueError):  # markup nested beyond all reason
        return [], ""
    templates = []
    for template in code.filter_templates():
        values = {folded(str(one.name)): str(one.value).strip() for one in template.params}
        templates.append((folded(str(template.name)), {name: value for name, value in values.items() if value}))
    prose = "".join(str(node) for node in code.nodes if type(node).__name__ != "Template")
    paragraphs = (part.strip() for part in re.split(r"\n\s*\n", _MARKUP.sub("", prose)))
    return templates, next((part for part in paragraphs if _BOLD.search(part)), "")


def _told(title: str, templates: list[tuple[str, dict[str, str]]], cues: Cues, box: str) -> Iterator[tuple[str, str]]:
    """What templates say under the roles of cues.toml; the infobox's words come last, and so are heard."""
    words = set(title.lower().split())
    for name, values in templates:
        places = cues.name_templates.get(name)
        if places and (not values.get("1") or words & set(plain(values["1"]).lower().split())):
            yield from (
                ("template name" if role == "name" else role, values[str(at)])
                for at, role in enumerate(places, 1)
                if str(at) in values
            )
            break
    for name, values in templates:
        if name == box:
            roles = {cues.parameters.get(key, ""): value for key, value in reversed(values.items())}
            yield from ((role, value) for role, value in roles.items() if role)
            return


def plain(value: str) -> str:
    """Wikitext as a reader sees it; line breaks stay, templates show their first argument."""
    text = _BREAK.sub("\n", _MARKUP.sub("", value))
    for _ in range(3):  # templates within templates
        text, count = _TEMPLATE.subn(lambda found: _argument(found[0]), text)
        if not count:
            break
    text = _EXTERNAL.sub(lambda found: found[1] or "", _LINK.sub(r"\1", text))
    return html.unescape(_TAG.sub("", text).replace("'''", "").replace("''", "")).strip()


def _argument(template: str) -> str:
    """The first argument of an innermost template that has no name; “” where there is none."""
    return next((part for part in template[2:-2].split("|")[1:] if part.strip() and "=" not in part), "")


def _values(value: str) -> list[str]:
    """The single values of a parameter, without notes: “A (formerly), B<br>C” gives A, B and C."""
    return [part.strip() for part in _PARTS.split(_NOTE.sub("", plain(value))) if part.strip()]


def _first(value: str) -> str:
    return next((part.strip() for part in _NOTE.sub("", value).split("\n") if part.strip()), "").strip("*'\" ")


def _shown(text: str) -> str:
    """A form without disambiguation, quotation marks and odd spaces."""
    return " ".join(_DISAMBIGUATED.sub("", text).replace("_", " ").replace("’", "'").split()).strip("\"“”'‘’,.:; ")
