"""Puts text where it belongs: standard output, a file, or the terminal with its colours and a progress bar."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO

from fanlint.errors import FanlintError
from fanlint.report import Outcome, Style, render, statistics

if TYPE_CHECKING:
    from fanlint.cli.options import Options

_FOR_PEOPLE = ("full", "concise")
_WIDEST = 100  # columns; longer lines are hard to read
_BOUNDLESS = 10_000


def put(text: str, *, err: bool = False) -> None:
    """Write text in the terminal's encoding. A reader that has closed the pipe is not an error."""
    stream = sys.stderr if err else sys.stdout
    try:
        stream.write(text)
        stream.flush()
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, "replace").decode(encoding))
    except BrokenPipeError:
        _close(stream)


def complain(error: FanlintError) -> None:
    """Write an error as one line to standard error."""
    put(f"fanlint: {error}\n", err=True)


def put_bytes(data: bytes) -> None:
    """Write bytes to standard output. A reader that has closed the pipe is not an error."""
    stream = sys.stdout.buffer
    try:
        stream.write(data)
        stream.flush()
    except BrokenPipeError:
        _close(sys.stdout)


def _close(stream: TextIO) -> None:
    """Discard everything still to be written, so that Python does not complain at exit (`fanlint … | head`)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def show(outcome: Outcome, format: str, options: Options, describe: Callable[[str], str]) -> None:
    """Write the report that was asked for, where it was asked for; ``describe`` gives a rule's explanation."""
    stream = sys.stderr if options.piped else sys.stdout
    for_file = options.output_file is not None
    style = Style(
        color=not for_file and wants_color(options.color, stream),
        width=_WIDEST if for_file else min(columns(stream), _WIDEST),
        fix=options.fix,
        unsafe=options.unsafe_fixes,
    )
    if options.quiet and format in _FOR_PEOPLE and not any(checked.findings for checked in outcome.files):
        text = ""
    elif options.statistics:
        text = statistics(format, outcome, style)
    else:
        text = render(format, outcome, style, describe)
    if options.output_file is not None:
        from fanlint.formats.save import write_whole

        write_whole(options.output_file, text.encode("utf-8", "replace"))
    else:
        put(text, err=options.piped)


def wants_color(choice: str, stream: TextIO) -> bool:
    """Whether to use colour: as --color says, else NO_COLOR and FORCE_COLOR, else whether the stream is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def columns(stream: TextIO) -> int:
    """The width of the terminal; anything else is wide enough for every line."""
    try:
        return (os.get_terminal_size(stream.fileno()).columns or _WIDEST) if stream.isatty() else _BOUNDLESS
    except (OSError, ValueError):
        return _WIDEST


class Progress:
    """A progress bar on standard error, shown on a terminal when the work has taken a second and is not done."""

    def __init__(self, length: int, quiet: bool) -> None:
        self._length = length
        self._done = 0
        self._wanted = not quiet and length > 1 and sys.stderr.isatty()
        self._next = time.monotonic() + 1
        self._shown = False

    def __enter__(self) -> Progress:
        return self

    def step(self) -> None:
        self._done += 1
        if self._wanted and self._done < self._length and time.monotonic() >= self._next:
            self._shown = True
            self._next = time.monotonic() + 0.1
            bar = "#" * (30 * self._done // self._length)
            put(f"\r[{bar:<30}] {self._done} of {self._length}", err=True)

    def __exit__(self, *_: object) -> None:
        if self._shown:
            put("\r\x1b[K", err=True)
