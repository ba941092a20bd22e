"""Asks a wiki's MediaWiki API for its pages, politely: one request at a time, and waiting when asked to."""

from __future__ import annotations

import email.utils
import gzip
import http.client
import json
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from fanlint.canon_build.store import BadSource, Page, Redirect, Store, lead_of

Progress = Callable[[int, float], None]

_AT_ONCE = 50  # pages whose text the API gives in one answer
_LARGEST = 1 << 26  # bytes of one answer, unpacked
_TRIES = 5
_LONGEST_WAIT = 60  # seconds
_TIMEOUT = 60  # seconds
_KEPT = "What was fetched is kept: run the same command again later, and it goes on from there."
_BUSY = {429, 500, 502, 503, 504}


class Wiki:
    """A wiki, by any of its addresses; ``agent`` says who asks, and how the wiki's people can reach them.

    Every method raises BadSource, in one line, when the wiki refuses, answers nonsense or is not there.
    """

    def __init__(self, url: str, agent: str) -> None:
        parts = urllib.parse.urlsplit(url if "://" in url else f"https://{url}")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise BadSource(f"“{url}” is no address of a wiki. It should look like https://example.org/wiki.")
        self._parts = parts
        self._agent = agent
        self._opener = urllib.request.build_opener(_SameHost(parts.hostname))
        self._api = ""

    def about(self) -> dict[str, Any]:
        """The wiki's name, address, licence, and how many articles it says it has; finds its API on the way."""
        for place in self._places():
            self._api = urllib.parse.urlunsplit((self._parts.scheme, self._parts.netloc, place, "", ""))
            try:
                found = self._ask({"action": "query", "meta": "siteinfo", "siprop": "general|rightsinfo|statistics"})
                query = found["query"]
            except (_NotHere, KeyError):
                continue
            general, rights = query["general"], query.get("rightsinfo", {})
            return {
                "name": general.get("sitename", ""),
                "url": general.get("base", ""),
                "licence": rights.get("text", ""),
                "licence_url": rights.get("url", ""),
                "articles": query.get("statistics", {}).get("articles", 0),
            }
        raise BadSource(
            f"{self._parts.geturl()}: no MediaWiki API was found there (looked for {', '.join(self._places())}). "
            "Give the address of the wiki's api.php, or use a dump: --dump FILE."
        )

    def _places(self) -> list[str]:
        path = self._parts.path
        if path.endswith("api.php"):
            return [path]
        above = path.partition("/wiki")[0].partition("/index.php")[0].rstrip("/")
        return list(dict.fromkeys((f"{above}/api.php", "/api.php", "/w/api.php")))

    def pages(self, category: str = "", going_on: dict[str, str] | None = None) -> Iterator[tuple[list[Page], Any]]:
        """All pages that are no redirects, in batches, each with what to pass as ``going_on`` to get what follows it
        (None after the last)."""
        content = {"rvprop": "ids|content", "rvslots": "main"}
        yield from self._batches(_listing(category, _AT_ONCE, "revisions") | content, going_on)

    def titles(self, category: str = "") -> Iterator[list[Page]]:
        """The same pages without their text: ids, titles, newest revisions, redirects."""
        for batch, _ in self._batches(_listing(category, 500, "info"), None):
            yield batch

    def texts(self, ids: list[int]) -> list[Page]:
        """These pages with their text; those that have gone meanwhile are missing."""
        asked = {"action": "query", "pageids": "|".join(map(str, ids)), **_PROPERTIES, "rvprop": "ids|content"}
        batches = self._batches({**asked, "prop": "revisions|redirects|categories", "rvslots": "main"}, None)
        return [page for batch, _ in batches for page in batch]

    def _batches(self, asked: dict[str, str], going_on: dict[str, str] | None) -> Iterator[tuple[list[Page], Any]]:
        merged: dict[int, dict[str, Any]] = {}
        seen: set[str] = set()
        while True:
            token = json.dumps(going_on, sort_keys=True)
            if token in seen:
                raise BadSource(
                    f"{self._api}: the wiki goes round in a circle: it asks for the same continuation twice. {_KEPT}"
                )
            seen.add(token)
            answer = self._ask(asked | (going_on or {}))
            for page in answer.get("query", {}).get("pages", ()):
                _merge(merged.setdefault(page.get("pageid", -1), {}), page)
            going_on = answer.get("continue")
            if answer.get("batchcomplete") or going_on is None:
                yield [made for page in merged.values() if (made := _page(page))], going_on
                merged = {}
                if going_on is None:
                    return

    def _ask(self, asked: dict[str, str]) -> dict[str, Any]:
        """One answer of the API; waits and asks again where that may help."""
        fixed = {"format": "json", "formatversion": "2", "errorformat": "plaintext", "maxlag": "5"}
        url = f"{self._api}?{urllib.parse.urlencode(asked | fixed)}"
        reason = ""
        headers: Any = None
        for turn in range(_TRIES):
            try:
                data, headers = self._get(url)
                answer = json.loads(data)
            except urllib.error.HTTPError as error:
                reason, headers = f"it answered {error.code} ({error.reason})", error.headers
                if error.code == 403:
                    raise BadSource(self._refused()) from None
                if error.code not in _BUSY:
                    raise _NotHere(f"{self._api}: {reason}.") from None
            except (http.client.HTTPException, OSError, EOFError, zlib.error) as error:
                if not self._is_found and isinstance(error, urllib.error.URLError):
                    raise BadSource(f"{self._parts.netloc}: cannot be reached ({_told(error)}).") from None
                reason, headers = f"the answer did not arrive whole ({_told(error)})", None
            except ValueError:
                if not self._is_found:
                    raise _NotHere(f"{self._api}: the answer is no JSON.") from None
                reason = "the answer was cut off or is no JSON"
            else:
                if not isinstance(answer, dict):
                    raise _NotHere(f"{self._api}: the answer is no object of JSON.")
                errors = answer.get("errors") or ([answer["error"]] if "error" in answer else [])
                if not errors:
                    self._is_found = True
                    return answer
                first = errors[0]
                reason = f"it answered “{first.get('text') or first.get('info') or first.get('code')}”"
                if first.get("code") not in ("maxlag", "ratelimited", "readonly"):
                    raise BadSource(f"{self._api}: {reason}. {_KEPT}")
            wait = _wait(headers, turn)
            if wait > _LONGEST_WAIT:
                raise BadSource(
                    f"{self._api}: the wiki is busy and asks to come back in {wait / 60:.0f} minutes. {_KEPT}"
                )
            if turn + 1 < _TRIES:
                time.sleep(wait)
        raise BadSource(f"{self._api}: {reason}, {_TRIES} times. {_KEPT}")

    _is_found = False

    def _get(self, url: str) -> tuple[bytes, Any]:
        request = urllib.request.Request(url, headers={"User-Agent": self._agent, "Accept-Encoding": "gzip"})
        with self._opener.open(request, timeout=_TIMEOUT) as response:
            stream = gzip.GzipFile(fileobj=response) if response.headers.get("Content-Encoding") == "gzip" else response
            data = stream.read(_LARGEST + 1)
            if len(data) > _LARGEST:
                raise BadSource(f"{self._api}: an answer is larger than {_LARGEST >> 20} MB. Use a dump: --dump FILE.")
            return data, response.headers

    def _refused(self) -> str:
        return (
            f"{self._api}: the wiki refuses programs (403), and fanlint will not pretend to be a browser. Use a dump "
            "instead (--dump FILE): many wikis have one on their page Special:Statistics, or their administrators can."
        )


class _NotHere(BadSource):
    """An address at which there is no API."""


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a redirect within the wiki, and no other: the operator has named one wiki, not what it points to."""

    def __init__(self, host: str) -> None:
        self._host = host

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        host = urllib.parse.urlsplit(newurl).hostname
        if host != self._host:
            raise BadSource(
                f"{self._host}: sends fanlint on to another host, {host}. If that is the wiki you mean, give its "
                f"address with --wiki. {_KEPT}"
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(wiki: Wiki, store: Store, category: str, limit: int | None, progress: Progress = lambda *_: None) -> None:
    """Bring the store to all pages of the wiki (or of a category, or the first ``limit``), from where it stands."""
    if store.get("complete") or (limit is not None and len(store) >= limit):
        return
    if store.get("about") is None:
        store.set("about", wiki.about())
        store.set("date", time.strftime("%Y-%m-%d"))
        store.commit()
    else:
        wiki.about()  # finds the API again
    articles = limit or (0 if category else store.get("about")["articles"])
    for batch, going_on in wiki.pages(category, store.get("going on")):
        store.put(batch)
        store.set("going on", going_on)
        store.set("complete", going_on is None)
        store.commit()
        progress(len(store), len(store) / articles if articles else -1.0)
        if limit is not None and len(store) >= limit:
            return


def refresh(
    wiki: Wiki, store: Store, category: str, since: int | None = None, progress: Progress = lambda *_: None
) -> tuple[int, int]:
    """Bring a complete store up to date: what changed is fetched, what moved or went is so here. Gives the counts of
    pages fetched and gone. ``since``: leave alone what has no revision newer than this one."""
    store.set("about", wiki.about())
    kept = store.revisions()
    listed = [page for batch in wiki.titles(category) for page in batch]
    store.forget_redirects()
    for page in listed:
        store.put_redirects(page.title, page.redirects)
        store.retitle(page.id, page.title)
    gone = kept.keys() - {page.id for page in listed}
    store.remove(gone)
    changed = [page.id for page in listed if kept.get(page.id) != page.revision and page.revision > (since or 0)]
    store.commit()
    for start in range(0, len(changed), _AT_ONCE):
        store.put(wiki.texts(changed[start : start + _AT_ONCE]))
        store.commit()
        progress(start, start / len(changed))
    store.set("date", time.strftime("%Y-%m-%d"))
    store.commit()
    return len(changed), len(gone)


_PROPERTIES = {"rdprop": "title|fragment", "rdnamespace": "0", "rdlimit": "max", "cllimit": "max", "clshow": "!hidden"}


def _listing(category: str, at_once: int, what: str) -> dict[str, str]:
    asked = {"action": "query", "prop": f"{what}|redirects|categories|info", **_PROPERTIES}
    if category:
        title = category if ":" in category else f"Category:{category}"
        return asked | {
            "generator": "categorymembers",
            "gcmtitle": title,
            "gcmnamespace": "0",
            "gcmlimit": str(at_once),
        }
    return asked | {"generator": "allpages", "gapfilterredir": "nonredirects", "gaplimit": str(at_once)}


def _merge(page: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, list):
            page.setdefault(key, []).extend(value)
        else:
            page[key] = value


def _page(answer: dict[str, Any]) -> Page | None:
    """A page of an answer; None for one that is missing, elsewhere or a redirect."""
    if answer.get("missing") or answer.get("redirect") or answer.get("ns") != 0:
        return None
    revision: dict[str, Any] = next(iter(answer.get("revisions", ())), {})
    return Page(
        answer["pageid"],
        answer["title"],
        revision.get("revid", answer.get("lastrevid", 0)),
        lead_of(revision.get("slots", {}).get("main", revision).get("content", "")),
        tuple(sorted(one["title"].partition(":")[2] for one in answer.get("categories", ()))),
        tuple(Redirect(one["title"], one.get("fragment", "")) for one in answer.get("redirects", ())),
    )


def _wait(headers: Any, turn: int) -> float:
    """Seconds that the wiki asks to wait (a number or a date), else ever longer ones; less for a torn answer."""
    asked = (headers.get("Retry-After") or "").strip() if headers is not None else ""
    if asked.isdigit():
        return float(asked)
    if asked and (date := email.utils.parsedate_tz(asked)):
        return max(0.0, email.utils.mktime_tz(date) - time.time())
    return float(2**turn) / (4 if headers is None else 1)


def _told(error: BaseException) -> str:
    reason = getattr(error, "reason", None) or error
    return str(getattr(reason, "strerror", None) or reason or type(reason).__name__).rstrip(".")
