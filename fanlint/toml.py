"""Reads TOML once: what was parsed is kept in the user's cache folder under a digest of its content."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable
from typing import Any, TypeVar, cast

from fanlint.errors import ConfigError

T = TypeVar("T")
_FORM = f"toml1-{sys.implementation.cache_tag}"


def load_toml(path: str, *, cached: bool = True) -> dict[str, Any]:
    """The parsed file, with dates as strings; raises ConfigError with the line of a mistake."""
    if not cached:
        return _parse(path, _read(path))
    return prepared(path, "toml", lambda tables: tables)


def prepared(path: str, kind: str, prepare: Callable[[dict[str, Any]], T]) -> T:
    """What ``prepare`` makes of a parsed file, from the cache when the same content was prepared before.

    ``kind`` names what is made, and everything else that it depends on. The result must be plain data: dicts, lists,
    tuples, frozensets, strings, numbers.
    """
    data = _read(path)
    return kept_under(data, lambda: prepare(_parse(path, data)), kind)


def kept_under(data: bytes, make: Callable[[], T], kind: str = "") -> T:
    """What ``make`` gives, from the cache if it was made before for the same ``data`` and ``kind``; plain data only."""
    from _blake2 import blake2b  # hashlib would load OpenSSL

    digest = blake2b(data, digest_size=16, key=f"{_FORM} {kind}".encode()[:64]).hexdigest()
    kept = os.path.join(cache_folder(), f"{digest}.marshal")
    try:
        with open(kept, "rb") as file:
            made: T = marshal.loads(file.read())
        return made
    except (OSError, ValueError, EOFError, TypeError):
        pass  # not kept yet, or torn: make it again
    made = make()
    keep(kept, marshal.dumps(cast(Any, made)))
    return made


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise ConfigError(path, f"cannot be read: {error.strerror or error}.") from None


def cache_folder() -> str:
    """Where fanlint keeps what it can make again: $FANLINT_CACHE, else the platform's place for caches."""
    if own := os.environ.get("FANLINT_CACHE"):
        return own
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~")
        return os.path.join(base, "fanlint", "cache")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches/fanlint")
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "fanlint")


def _parse(path: str, data: bytes) -> dict[str, Any]:
    import tomllib  # 15 ms: only for what is not cached

    try:
        text = data.decode("utf-8-sig")
        parsed = tomllib.loads(text)
    except UnicodeDecodeError:
        raise ConfigError(path, "is not UTF-8 text.", "Save it as UTF-8 in your editor.") from None
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
        line = _line_of_curly_quotes(text, reason)
        if line:
            where = f'line {line} uses curly quotation marks (“ ”); TOML needs straight ones (").'
            raise ConfigError(path, where) from None
        raise ConfigError(path, f"is not valid TOML: {reason}.") from None
    plain: dict[str, Any] = _plain(parsed)
    return plain


def _line_of_curly_quotes(text: str, reason: str) -> int:
    """The line (from 1) of a TOML error if curly quotation marks are its cause, else 0.

    Editors and word processors turn straight marks into curly ones. A curly mark within a straight string or a comment
    is harmless.
    """
    import re

    found = re.search(r"at line (\d+)", reason)
    if found is None:
        return 0
    number = int(found[1])
    line = text.split("\n")[number - 1]
    bare = re.sub(r"\"[^\"]*\"|'[^']*'", "", line).split("#")[0]
    return number if any(mark in bare for mark in "“”„‘’") else 0


def _plain(value: Any) -> Any:
    """Dates and times as strings, so that the cache can hold them."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if isinstance(value, (str, int, float, bool)) else str(value)


def keep(path: str, data: bytes) -> None:
    """Write a cache file. A cache that cannot be written is not an error."""
    temporary = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(temporary, "wb") as file:
            file.write(data)
        os.replace(temporary, path)
    except OSError:
        pass
