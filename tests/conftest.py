"""Fixtures and options for all tests: isolation, ``--update``, optional programs, and running on all cores."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A time limit for one example would fail on a busy machine, and generating long texts is slow by nature.
_DEFAULT = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("default", _DEFAULT)
settings.register_profile("thorough", _DEFAULT, max_examples=10_000)  # --hypothesis-profile=thorough
settings.load_profile("default")

REQUIRE_ALL = "FANLINT_REQUIRE_ALL"
MEDIAWIKI = Path("/usr/share/mediawiki")
# Programs that some tests run and pip cannot install: how to tell that one is there, and its Debian packages.
_PROGRAMS: dict[str, tuple[Callable[[], bool], str]] = {
    "git": (lambda: shutil.which("git") is not None, "git"),
    "7-Zip": (lambda: any(map(shutil.which, ("7z", "7zz", "7za"))), "7zip"),
    "MediaWiki": (
        lambda: shutil.which("php") is not None and MEDIAWIKI.is_dir(),
        "mediawiki php-cli php-sqlite3 php-mbstring php-xml php-intl",
    ),
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="Rewrite the stored outputs with the current output.")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Run the whole suite on all cores, but a few named tests in this process.

    Each worker collects all tests before it runs one, which takes longer than a few tests do. ``-n`` on the command
    line overrides this.
    """
    option = config.option
    named = any(".py" in argument for argument in config.args)
    few = named or option.keyword or option.lf or option.update
    is_worker = hasattr(config, "workerinput")
    if not few and not is_worker and getattr(option, "numprocesses", 0) is None:
        option.numprocesses = "auto"
        option.dist = "loadgroup"  # tests that share an expensive fixture are marked with xdist_group


@pytest.fixture(scope="session")
def update(request: pytest.FixtureRequest) -> bool:
    """Whether to rewrite the stored outputs."""
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def needs() -> Callable[[str], None]:
    """A function that skips the test if a program is not installed, or fails it if FANLINT_REQUIRE_ALL is set."""

    def needs(program: str) -> None:
        is_there, packages = _PROGRAMS[program]
        if is_there():
            return
        reason = f"needs {program}, which is not installed. On Debian or Ubuntu: apt-get install {packages}"
        if os.environ.get(REQUIRE_ALL):
            pytest.fail(f"This test {reason} ({REQUIRE_ALL} is set, so it is not skipped.)", pytrace=False)
        pytest.skip(reason)

    return needs


@pytest.fixture(scope="session", autouse=True)
def _own_surroundings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Isolate the tests from the cache, plugins and color settings of whoever runs them."""
    os.environ["FANLINT_CACHE"] = str(tmp_path_factory.getbasetemp() / "cache")
    os.environ["FANLINT_PLUGINS"] = "none"
    for name in ("NO_COLOR", "FORCE_COLOR"):
        os.environ.pop(name, None)
