"""The flags of one run of check that are no settings of a draft."""

from typing import NamedTuple


class Options(NamedTuple):
    """The flags of check that are no settings. ``piped``: standard output is for a mended text, not for a report."""

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
