"""fanlint: a fast, quiet, offline proofreader for fan fiction. Everything public is here, imported on first use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fanlint.engine.linter import Linter
    from fanlint.errors import FanlintError
    from fanlint.formats.source import Source
    from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span
    from fanlint.rules.rule import Rule
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
    "Severity",
    "Source",
    "Span",
    "Story",
    "__version__",
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
    "Severity": "fanlint.model",
    "Source": "fanlint.formats.source",
    "Span": "fanlint.model",
    "Story": "fanlint.story",
}


def lint_text(text: str, canon: Iterable[str] = (), profile: str = "default", language: str = "en") -> list[Finding]:
    """The findings in a text, in order of place; ``canon`` names fandoms, such as "naruto".

    Spans are code points of ``text``. No config file is read. Raises UnknownName for a canon or profile that does not
    exist, ConfigError for a language.
    """
    from fanlint.canon.load import load_canons
    from fanlint.config import check_language
    from fanlint.engine.linter import Linter
    from fanlint.rules.catalog import Catalog
    from fanlint.text.document import Document

    check_language(language, "lint_text")
    catalog = Catalog()
    names = (canon,) if isinstance(canon, str) else tuple(canon)
    rules = [catalog.load(name) for name in catalog.select(profile)]
    return Linter(rules, load_canons(names) if names else None, language=language).lint(Document(text))


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module “fanlint” has no attribute “{name}”")
    value = getattr(__import__(_HOMES[name], fromlist=[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
