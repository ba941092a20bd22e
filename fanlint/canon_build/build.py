"""Makes a canon's entries from a store of wiki pages, or from saved ones."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from fanlint.canon_build.cues import Cues, folded
from fanlint.canon_build.entries import Entry, contested, entries_of, language_of
from fanlint.canon_build.facts import Facts, facts_of, parser, sections_of
from fanlint.canon_build.saved import read_pages
from fanlint.canon_build.store import BadSource, Store
from fanlint.language.en.lexicon import Lexicon
from fanlint.toml import cache_folder

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_UNFREE = re.compile(r"\bNC\b|\bND\b|non-?commercial|no[ -]?deriv|all rights reserved", re.I)


class Built(NamedTuple):
    """A canon's entries and what goes into its table [canon]."""

    entries: list[Entry]
    about: dict[str, Any]


def store_path(source: str, category: str = "") -> str:
    """Where the pages of a wiki (its host and path) or of a dump (its path) are kept."""
    from _blake2 import blake2b  # hashlib would load OpenSSL

    name = re.sub(r"[^a-z0-9]+", "-", os.path.basename(source.lower().rstrip("/"))).strip("-")
    digest = blake2b(f"{source}\n{category}".encode(), digest_size=6).hexdigest()
    return os.path.join(cache_folder(), "wikis", f"{name[:40]}-{digest}.sqlite")


def from_store(
    store: Store,
    limit: int | None = None,
    real_people: bool = False,
    progress: Callable[[int, float], None] = lambda *_: None,
) -> Built:
    """The canon of a wiki's pages, the same for the same pages in any order."""
    cues, parse, facts = Cues.load(), parser(), []
    of_templates = {folded(name): categories for name, categories in store.templates().items()}
    count = min(len(store), limit or len(store))
    for done, page in enumerate(store.pages(limit), 1):
        if (one := facts_of(page, cues, parse, of_templates, real_people)) is not None:
            facts.append(one)
        facts += sections_of(page, cues)
        progress(done, done / count)
    counts = _counts((page.lead for page in store.pages(limit)), contested(facts))
    about = store.get("about", {})
    built = _built(
        facts, counts, cues, f"Names from {about.get('name') or 'a wiki'}, {about.get('url', '')}".rstrip(", ")
    )
    licence = " ".join(part for part in (about.get("licence", ""), about.get("licence_url", "")) if part)
    return built._replace(
        about={
            "name": about.get("name", ""),
            **built.about,
            "licence": licence or "not told: look at the foot of the wiki's pages",
            "updated": store.get("date", ""),
            "revision": store.newest(),
        }
    )


def from_pages(paths: Iterable[str], real_people: bool = False) -> Built:
    """The canon of saved pages."""
    cues, lexicon = Cues.load(), Lexicon.load()
    names = list(paths)
    facts = read_pages(names, cues, lexicon, real_people)
    if not facts:
        raise BadSource(f"{', '.join(names)}: no name was found there.")
    return _built(facts, Counter(), cues, f"Names from {', '.join(map(os.path.basename, names))}")


def licence_warning(about: dict[str, Any]) -> str:
    """What a writer must know of the source's licence; “” where it is free."""
    if not _UNFREE.search(about.get("licence", "")):
        return ""
    return (
        f"The wiki's text is under “{about['licence']}”. A list of names for yourself is hardly a copy of it, but do "
        "not publish this canon without asking."
    )


def _built(facts: list[Facts], counts: Counter[str], cues: Cues, source: str) -> Built:
    about = {"language": language_of(facts), "source": source}
    return Built(entries_of(facts, counts, cues, Lexicon.load()), about)


def _counts(leads: Iterable[str], wanted: set[str]) -> Counter[str]:
    """How often each wanted word stands in the leads, as written."""
    counts: Counter[str] = Counter()
    if wanted:
        for lead in leads:
            counts.update(word for word in _WORD.findall(lead) if word.lower() in wanted)
    return counts
