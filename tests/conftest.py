"""What all tests share: ``--update``, surroundings of their own, and how many examples hypothesis tries."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# A time limit for one example would fail on a busy machine, and generating long texts is slow by nature.
_DEFAULT = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("default", _DEFAULT)
settings.register_profile("thorough", _DEFAULT, max_examples=10_000)  # --hypothesis-profile=thorough
settings.load_profile("default")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="Rewrite the stored outputs with what is put out now.")


@pytest.fixture(scope="session")
def update(request: pytest.FixtureRequest) -> bool:
    """Whether stored outputs are to be rewritten."""
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session", autouse=True)
def _own_surroundings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A cache, plugins and colours that are not those of whoever runs the tests."""
    os.environ["FANLINT_CACHE"] = str(tmp_path_factory.getbasetemp() / "cache")
    os.environ["FANLINT_PLUGINS"] = "none"
    for name in ("NO_COLOR", "FORCE_COLOR"):
        os.environ.pop(name, None)
