"""Saves a file so that it is either the old or the new one, whatever happens meanwhile."""

from __future__ import annotations

import os
import stat
from contextlib import suppress

from fanlint.errors import NotSaved


def write_whole(path: str, data: bytes, mode: int | None = None) -> None:
    """Write to a temporary file in the same folder, flush it to disk, and rename it over ``path``."""
    temporary = os.path.join(os.path.dirname(path), f".{os.path.basename(path)}.fanlint-{os.getpid()}")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if mode is not None:
                os.chmod(temporary, mode)
            os.replace(temporary, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise
    except OSError as error:
        raise NotSaved(path, f"{error.strerror or error}.", "The file is as it was.") from None


def save(path: str, data: bytes, read: bytes, *, follow_links: bool = True) -> None:
    """Replace a draft whose bytes were ``read`` with ``data``, keeping its mode.

    Raises NotSaved, with the file untouched, if it has changed since it was read, cannot be written, or is a link while
    ``follow_links`` is False. Otherwise the target of a link is rewritten and the link stays.
    """
    if os.path.islink(path):
        if not follow_links:
            raise NotSaved(path, "it is a link.", "Name the file itself to fix it.")
        path = os.path.realpath(path)
    try:
        with open(path, "rb") as file:
            now = file.read()
        mode = stat.S_IMODE(os.stat(path).st_mode)
    except OSError as error:
        raise NotSaved(path, f"{error.strerror or error}.") from None
    if now != read:
        raise NotSaved(path, "it changed after fanlint read it.", "Run fanlint again.")
    if not mode & 0o222 or not os.access(path, os.W_OK):
        raise NotSaved(path, "it is read-only.", "Make it writable, or copy it, and run fanlint again.")
    if data != read:
        write_whole(path, data, mode)
