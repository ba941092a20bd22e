"""Reads TOML once: what was parsed is kept in the user's cache folder under a digest of its content."""

from __future__ import annotations

import marshal
import os
import sys
from typing import Any

from fanlint.errors import ConfigError

_FORM = f"toml1-{sys.implementation.cache_tag}"


def load_toml(path: str, *, cached: bool = True) -> dict[str, Any]:
    """The parsed file, with dates as strings; raises ConfigError with the line of a mistake."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise ConfigError(path, f"cannot be read: {error.strerror or error}.") from None
    if not cached:
        return _parse(path, data)
    from _blake2 import blake2b  # hashlib would load OpenSSL

    kept = os.path.join(cache_folder(), f"{blake2b(data, digest_size=16).hexdigest()}.{_FORM}")
    try:
        with open(kept, "rb") as file:
            parsed = marshal.load(file)
        if isinstance(parsed, dict):
            return parsed
    except (OSError, ValueError, EOFError, TypeError):
        pass  # not kept yet, or torn: parse it again
    parsed = _parse(path, data)
    keep(kept, marshal.dumps(parsed))
    return parsed


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
