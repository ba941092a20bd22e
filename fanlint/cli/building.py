"""Runs ``fanlint canon build``: makes a canon file from one of three sources, and shows progress on a terminal."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping

import click

from fanlint import __version__
from fanlint.canon_build.api import Wiki, fetch, refresh
from fanlint.canon_build.build import Built, from_pages, from_store, licence_warning, store_path
from fanlint.canon_build.dump import read_dump
from fanlint.canon_build.facts import parser
from fanlint.canon_build.store import BadSource, Store
from fanlint.canon_build.write import save_canon
from fanlint.cli import output
from fanlint.folders import shown


def run(
    name: str,
    path: str,
    shipped: Mapping[str, str],
    *,
    wiki: str | None,
    dump: str | None,
    pages: tuple[str, ...],
    more: tuple[str, ...],
    contact: str | None,
    category: str,
    limit: int | None,
    since: str | None,
    real_people: bool,
) -> None:
    """Build and save; raises click.UsageError for options that do not go together, FanlintError for the rest."""
    if (wiki is not None) + (dump is not None) + bool(pages) != 1 or (more and not pages):
        raise click.UsageError("Name one source for the canon: --wiki URL, --dump FILE or --pages FILE …")
    if since is not None and (wiki is None or limit is not None or not (since == "last" or since.isdigit())):
        raise click.UsageError(
            "--since needs a whole --wiki: use --since last, or --since with the number of a revision."
        )
    if category and wiki is None:
        raise click.UsageError("--category only works with --wiki.")
    if not pages:
        parser()  # reports a missing package before an hour of fetching
    if wiki is not None:
        built = _from_wiki(wiki, contact, category, limit, since, real_people)
    elif dump is not None:
        with Store(store_path(os.path.abspath(dump))) as store:
            with Progress("Reading") as progress:
                read_dump(dump, store, limit, progress)
            built = _from_store(store, limit, real_people)
    else:
        built = from_pages((*pages, *more), real_people)
    about = {
        "name": built.about.get("name") or name,
        "id": name,
        **{k: v for k, v in built.about.items() if k != "name"},
    }
    saved = save_canon(path, about, built.entries)
    output.put(
        f"Wrote {shown(path)}: {_count(saved.entries, 'entry', 'entries')}, "
        f"{saved.new:,} new, {saved.gone:,} removed.\n"
    )
    if saved.yours:
        output.put(
            f"{_count(saved.yours, 'entry is yours and was not changed', 'entries are yours and were not changed')}.\n"
        )
    if saved.was_alone:
        output.put("There was no record of an earlier build, so everything in the file counts as yours.\n")
    if name in shipped:
        output.put(f"fanlint now uses it instead of the canon “{name}” that comes with fanlint.\n")
    if warning := licence_warning(built.about):
        output.put(f"fanlint: {warning}\n", err=True)


def _from_wiki(
    url: str, contact: str | None, category: str, limit: int | None, since: str | None, real_people: bool
) -> Built:
    with Store(store_path(url, category)) as store:
        is_enough = store.get("complete") or (limit is not None and len(store) >= limit)
        if since is not None or not is_enough:
            if not contact or not contact.strip().isprintable():
                raise click.UsageError(
                    "--wiki needs --contact: an email address or a web page by which the wiki can reach you."
                )
            wiki = Wiki(url, f"fanlint/{__version__} (canon build; contact: {contact.strip()})")
            was_complete = bool(store.get("complete"))
            with Progress("Fetching") as progress:
                fetch(wiki, store, category, limit, progress)
                if since is not None and was_complete:
                    changed, gone = refresh(wiki, store, category, None if since == "last" else int(since), progress)
                    went = f"{gone} {'was' if gone == 1 else 'were'} deleted"
                    output.put(f"Fetched {_count(changed, 'changed page', 'changed pages')}; {went}.\n")
        if not len(store):
            raise BadSource(f"{url}: no pages found." + (f" Check the category “{category}”." if category else ""))
        return _from_store(store, limit, real_people)


def _from_store(store: Store, limit: int | None, real_people: bool) -> Built:
    with Progress("Reading") as progress:
        return from_store(store, limit, real_people, progress)


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


class Progress:
    """A line on the terminal's standard error, for work that takes over a second: pages and time left."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._start = time.monotonic()
        self._next = self._start + 1
        self._wanted = sys.stderr.isatty()
        self._shown = False
        self._first: float | None = None  # the share done by an earlier run

    def __enter__(self) -> Progress:
        return self

    def __call__(self, pages: int, share: float) -> None:
        """``share`` of the work is done: 0 to 1, or below 0 if it is unknown."""
        now = time.monotonic()
        self._first = share if self._first is None else self._first
        if not self._wanted or now < self._next:
            return
        self._next, self._shown = now + 0.2, True
        left = ""
        if self._first < share <= 1:
            seconds = (now - self._start) * (1 - share) / (share - self._first)
            left = f", {seconds / 60:.0f} minutes left" if seconds > 90 else f", {seconds:.0f} seconds left"
        output.put(f"\r\x1b[K{self._doing} page {pages:,}{left}", err=True)

    def __exit__(self, *_: object) -> None:
        if self._shown:
            output.put("\r\x1b[K", err=True)
