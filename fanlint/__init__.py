"""fanlint: a fast, quiet, offline proofreader for fan fiction. Everything public is here, imported on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fanlint.config import Settings
    from fanlint.engine.linter import Linter
    from fanlint.errors import FanlintError
    from fanlint.formats.base import Source
    from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span
    from fanlint.rules.rule import Rule
    from fanlint.session import Session
    from fanlint.story import Story
    from fanlint.text.document import Document

__version__ = "0.1.0"

__all__ = [
    "Document",
    "Edit",
    "FanlintError",
    "Finding",
    "Fix",
    "Linter",
    "Rule",
    "Safety",
    "Session",
    "Settings",
    "Severity",
    "Source",
    "Span",
    "Story",
    "__version__",
    "fix_text",
    "lint_text",
]

_HOMES = {
    "Document": "fanlint.text.document",
    "Edit": "fanlint.model",
    "FanlintError": "fanlint.errors",
    "Finding": "fanlint.model",
    "Fix": "fanlint.model",
    "Linter": "fanlint.engine.linter",
    "Rule": "fanlint.rules.rule",
    "Safety": "fanlint.model",
    "Session": "fanlint.session",
    "Settings": "fanlint.config",
    "Severity": "fanlint.model",
    "Source": "fanlint.formats.base",
    "Span": "fanlint.model",
    "Story": "fanlint.story",
}


def lint_text(text: str, *, name: str = "", **settings: Any) -> list[Finding]:
    """The findings in a text, in order of place; spans are code points of ``text``.

    ``settings`` are those of ``fanlint.toml`` with “_” for “-”: ``canon``, ``english``, ``language``, ``profile``,
    ``words``, ``select`` … (see ``Settings.of``). No config file is read. ``name`` is as for ``Session.check``.
    Raises FanlintError, such as UnknownName for a canon that does not exist.
    """
    return _session(settings).check(text, name=name)


def fix_text(text: str, *, name: str = "", safety: Safety | None = None, **settings: Any) -> str:
    """The text with every fix applied that is safe, or as sure as ``safety``; ``name`` and ``settings`` as above."""
    from fanlint.model import Safety

    return _session(settings).fix(text, name=name, safety=Safety.SAFE if safety is None else safety).text


_sessions: dict[object, Session] = {}
_MOST_SESSIONS = 8


def _session(options: dict[str, Any]) -> Session:
    """The session for some settings; the last few are kept, since loading takes longer than checking a short text."""
    from fanlint.config import Settings
    from fanlint.session import Session

    settings = Settings.of(**options)
    session = _sessions.pop(settings, None) or Session(settings)
    _sessions[settings] = session
    if len(_sessions) > _MOST_SESSIONS:
        _sessions.pop(next(iter(_sessions)), None)
    return session


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module “fanlint” has no attribute “{name}”")
    value = getattr(__import__(_HOMES[name], fromlist=[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
