"""Keeps what was read of a wiki, page by page, so that a build can be taken up again and done without the net."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from fanlint.errors import FanlintError

_LONGEST_LEAD = 40_000  # characters; names stand at the top
_HEADING = re.compile(r"^==[^=]", re.M)
_TABLES = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE IF NOT EXISTS page (
    seq INTEGER PRIMARY KEY, id INTEGER UNIQUE, title TEXT, revision INTEGER, lead BLOB, categories TEXT);
CREATE TABLE IF NOT EXISTS redirect (title TEXT PRIMARY KEY, target TEXT, section TEXT);
CREATE INDEX IF NOT EXISTS redirect_target ON redirect (target);
CREATE TABLE IF NOT EXISTS template (title TEXT PRIMARY KEY, categories TEXT);
"""


class BadSource(FanlintError):
    """A wiki, a dump or a saved page that cannot be read to its end."""


class Redirect(NamedTuple):
    """Another title of a page, or of a ``section`` of it."""

    title: str
    section: str = ""


class Page(NamedTuple):
    """A page in the main namespace: its lead section in wikitext, its categories without namespace, its redirects."""

    id: int
    title: str
    revision: int
    lead: str
    categories: tuple[str, ...] = ()
    redirects: tuple[Redirect, ...] = ()


class Store:
    """Pages of one wiki in an SQLite file. What was put is there for good once ``commit`` has returned."""

    def __init__(self, path: str) -> None:
        self._path = path
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            self._db = sqlite3.connect(path)
            self._db.executescript(_TABLES)
        except (OSError, sqlite3.Error) as error:
            raise BadSource(f"{path}: cannot be used as a store ({error}). Delete it, and run this again.") from None

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self._db.close()
        if isinstance(error, sqlite3.Error):
            raise BadSource(
                f"{self._path}: the store of pages fails ({error}). Delete it, and run this again."
            ) from None

    def commit(self) -> None:
        self._db.commit()

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM page").fetchone()[0])

    def get(self, key: str, default: Any = None) -> Any:
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return default if row is None else json.loads(row[0])

    def set(self, key: str, value: Any) -> None:
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, json.dumps(value)))

    def clear(self) -> None:
        for table in ("meta", "page", "redirect", "template"):
            self._db.execute(f"DELETE FROM {table}")

    def put(self, pages: Iterable[Page]) -> None:
        """Put pages in, or in the place of older revisions; their redirects come in with them."""
        for page in pages:
            lead = zlib.compress(page.lead.encode("utf-8", "replace"), 1)
            self._db.execute(
                "INSERT INTO page (id, title, revision, lead, categories) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO "
                "UPDATE SET title = excluded.title, revision = excluded.revision, lead = excluded.lead, "
                "categories = excluded.categories",
                (page.id, page.title, page.revision, lead, json.dumps(page.categories)),
            )
            self.put_redirects(page.title, page.redirects)

    def put_redirects(self, target: str, redirects: Iterable[Redirect]) -> None:
        self._db.executemany(
            "INSERT OR REPLACE INTO redirect VALUES (?, ?, ?)", [(one.title, target, one.section) for one in redirects]
        )

    def forget_redirects(self) -> None:
        self._db.execute("DELETE FROM redirect")

    def put_template(self, title: str, categories: Iterable[str]) -> None:
        """The categories that a template gives to the pages that use it."""
        self._db.execute("INSERT OR REPLACE INTO template VALUES (?, ?)", (title, json.dumps(list(categories))))

    def templates(self) -> dict[str, tuple[str, ...]]:
        return {title: tuple(json.loads(names)) for title, names in self._db.execute("SELECT * FROM template")}

    def retitle(self, id: int, title: str) -> None:
        self._db.execute("UPDATE page SET title = ? WHERE id = ?", (title, id))

    def remove(self, ids: Iterable[int]) -> None:
        self._db.executemany("DELETE FROM page WHERE id = ?", [(id,) for id in ids])

    def revisions(self) -> dict[int, int]:
        """The revision that is kept of each page, by page id."""
        return dict(self._db.execute("SELECT id, revision FROM page"))

    def newest(self) -> int:
        return int(self._db.execute("SELECT coalesce(max(revision), 0) FROM page").fetchone()[0])

    def pages(self, limit: int | None = None) -> Iterator[Page]:
        """All pages in the order in which they were first read, or the first ``limit``."""
        rows = self._db.execute(
            "SELECT id, title, revision, lead, categories FROM page ORDER BY seq LIMIT ?",
            (-1 if limit is None else limit,),
        )
        for id, title, revision, lead, categories in rows:
            redirects = self._db.execute(
                "SELECT title, section FROM redirect WHERE target = ? ORDER BY title", (title,)
            )
            text = zlib.decompress(lead).decode()
            yield Page(id, title, revision, text, tuple(json.loads(categories)), tuple(map(Redirect._make, redirects)))


def lead_of(text: str) -> str:
    """The part of a page above its first heading, where its names stand."""
    top = text[:_LONGEST_LEAD]
    heading = _HEADING.search(top)
    return top[: heading.start()] if heading else top
