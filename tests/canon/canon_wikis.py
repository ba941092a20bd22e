"""A real MediaWiki for the tests of ``canon build``, filled once a session, and a proxy that spoils its answers."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result

from fanlint.cli.commands import cli

PROJECT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(PROJECT / "bench"))
from made_wiki import Made, made_wiki, write_export  # noqa: E402

MEDIAWIKI = Path("/usr/share/mediawiki")
PHP = ["php", "-d", "opcache.enable_cli=1"]
SETTINGS = """
$wgMaxArticleSize = 8192;
$wgJobRunRate = 0;
$wgMainCacheType = CACHE_NONE;
$wgRightsText = "Creative Commons Attribution-NonCommercial";
$wgRightsUrl = "https://creativecommons.org/licenses/by-nc/4.0/";
"""
OWN = [
    Made(
        0, "Hollow Bell", "'''Hollow Bell''' tolls. [[Category:Places]]\n== More ==\n" + "Long is the tale. " * 290_000
    ),
    Made(0, "Wrenna Sholt", "'''Wrenna Sholt''' will be moved. [[Category:Characters]]"),
    Made(0, "Odo Grumm", "'''Odo Grumm''' will be deleted. [[Category:Characters]]"),
    Made(
        0, "Captain Isa Vell", "'''Isa Vell''', known as '''the Gull''' and '''Red Isa''', sails. [[Category:Pirates]]"
    ),
    Made(0, "Main Page", "Welcome to '''Made Wiki'''. [[Category:Wiki]]"),
]


class Wiki(NamedTuple):
    """A running wiki, and how to run its maintenance scripts."""

    url: str
    run: Callable[..., str]
    made: list[Made]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FANLINT_CACHE", str(tmp_path / "cache"))


def fanlint(*args: str) -> Result:
    """Run fanlint in this process; an exception that is none of ours is raised."""
    result = CliRunner().invoke(cli, args)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture(scope="session")
def wiki(needs: Callable[[str], None]) -> Iterator[Wiki]:
    """The wiki: 610 made articles, more redirects, a page of 5 MB, one that was moved and one that was deleted."""
    needs("MediaWiki")
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="fanlint-wiki-", dir=memory))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"

    def run(script: str, *args: str, stdin: str = "") -> str:
        command = [*PHP, str(MEDIAWIKI / "maintenance" / script), *args]
        env = {**os.environ, "MW_CONFIG_FILE": str(folder / "LocalSettings.php")}
        if script == "install.php":
            del env["MW_CONFIG_FILE"]
        done = subprocess.run(command, env=env, input=stdin, capture_output=True, encoding="utf-8", timeout=120)
        assert done.returncode == 0, f"{script}: {done.stdout}{done.stderr}"
        return done.stdout

    server = None
    try:
        made = filled(folder, url, run)
        env = {**os.environ, "MW_CONFIG_FILE": str(folder / "LocalSettings.php")}
        serve = [*PHP, "-S", f"127.0.0.1:{port}", "-t", str(MEDIAWIKI)]
        server = subprocess.Popen(serve, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(url)
        yield Wiki(url, run, made)
    finally:
        if server is not None:
            server.terminate()
            server.wait(10)
        shutil.rmtree(folder)


def filled(folder: Path, url: str, run: Callable[..., str]) -> list[Made]:
    options = (
        f"--dbtype sqlite --dbname wiki --dbpath {folder} --confpath {folder} --server {url} --skins Vector --lang en"
    )
    run("install.php", *options.split(), "--scriptpath", "", "--pass", "Longenough-123", "Made Wiki", "Admin")
    with (folder / "LocalSettings.php").open("a") as settings:
        settings.write(SETTINGS)
    made = [*made_wiki(610), *OWN]
    # Redirects last: they have no links to be worked out.
    made.sort(key=lambda page: page.text.startswith("#REDIRECT"))
    with (folder / "made.xml").open("w", encoding="utf-8") as file:
        write_export(iter(made), file)
    run("importDump.php", "--quiet", "--no-updates", str(folder / "made.xml"))
    (folder / "moves").write_text("Wrenna Sholt|Wrenna Vane\n")
    run("moveBatch.php", "--noredirects", "-u", "Admin", str(folder / "moves"))
    (folder / "gone").write_text("Odo Grumm\n")
    run("deleteBatch.php", "-u", "Admin", str(folder / "gone"))
    run("refreshLinks.php", "--quiet", "-e", str(sum(not page.text.startswith("#REDIRECT") for page in made)))
    return made


def wait_for(url: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{url}/api.php", timeout=10).close()
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError("The wiki does not answer.")


class Proxy(ThreadingHTTPServer):
    """Hands requests on to a wiki. ``spoil`` may answer in its place: given the number of the request (from 1) and the
    answer, it returns status, headers and body, or None to leave the answer as it is."""

    def __init__(self, target: str, spoil: Callable[[int, bytes], tuple[int, dict[str, str], bytes] | None]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.target, self.spoil = target, spoil
        self.asked: list[tuple[str, str]] = []  # paths and User-Agents

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Proxy

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers["User-Agent"]))
        request = urllib.request.Request(self.server.target + self.path)
        try:
            response = urllib.request.urlopen(request, timeout=60)
        except urllib.error.HTTPError as error:
            response = error
        with response:
            status, headers, body = response.status, {"Content-Type": response.headers["Content-Type"]}, response.read()
        spoilt = self.server.spoil(len(self.server.asked), body)
        status, headers, body = spoilt or (status, headers, body)
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Nobody reads the log."""


@pytest.fixture
def proxy(wiki: Wiki) -> Iterator[Proxy]:
    server = Proxy(wiki.url, lambda number, body: None)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def export(wiki: Wiki, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dump of the wiki, as its own dumpBackup.php makes it."""
    path = tmp_path_factory.mktemp("export") / "made.xml"
    path.write_text(wiki.run("dumpBackup.php", "--current", "--quiet"), encoding="utf-8")
    return path
