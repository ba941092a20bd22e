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
    from _blake2 import blake2b  # hashlib would load OpenSSL

    data = _read(path)
    digest = blake2b(data, digest_size=16, key=f"{_FORM} {kind}".encode()[:64]).hexdigest()
    kept = os.path.join(cache_folder(), f"{digest}.marshal")
    try:
        with open(kept, "rb") as file:
            made: T = marshal.loads(file.read())
        return made
    except (OSError, ValueError, EOFError, TypeError):
        pass  # not kept yet, or torn: make it again
    made = prepare(_parse(path, data))
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
        parsed = tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise ConfigError(path, "is not UTF-8 text.") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(path, f"is not valid TOML: {error}.") from None
    plain: dict[str, Any] = _plain(parsed)
    return plain


def _plain(value: Any) -> Any:
    """Dates and times as strings, so that the cache can hold them."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if isinstance(value, (str, int, float, bool)) else str(value)


def keep(path: str, data: bytes) -> None:
    """Write a cache file; a cache that cannot be written is no error."""
    temporary = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(temporary, "wb") as file:
            file.write(data)
        os.replace(temporary, path)
    except OSError:
        pass
