"""What one run of check is asked to do: drafts, settings, and flags that are not settings of a draft."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from fanlint.config import FLAGS, Layer, check_language

_SETTINGS = ("select", "ignore", "extend_select", "profile", "canon", "english", "language", "output_format")


class Options(NamedTuple):
    """The flags of check that are not settings. ``piped``: standard output gets the fixed text, not a report."""

    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    output_file: str | None = None
    statistics: bool = False
    show_settings: bool = False
    show_files: bool = False
    exit_zero: bool = False
    exit_non_zero_on_fix: bool = False
    stdin_filename: str | None = None
    force_exclude: bool = False
    config: str | None = None
    isolated: bool = False
    color: str = "auto"
    quiet: bool = False
    piped: bool = False


Asked = tuple[tuple[str, ...], Layer, Options]


def asked_for(paths: Iterable[str], given: dict[str, Any]) -> Asked:
    """Drafts, settings and flags out of the flags as given, by name."""
    settings = {key.replace("_", "-"): given[key] for key in _SETTINGS if given.get(key)}
    if "language" in settings:
        check_language(settings["language"], FLAGS)
    flags = {key: value for key, value in given.items() if key not in _SETTINGS}
    return tuple(paths), Layer(settings, FLAGS), Options(**flags)


def items(value: str) -> tuple[str, ...]:
    """The items of a flag that may hold a list with commas."""
    return tuple(item.strip() for item in value.split(",") if item.strip())
