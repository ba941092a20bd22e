"""English without our own data: what pyspellchecker has of it."""

from __future__ import annotations

from fanlint.language.base import Language

LANGUAGE = Language("en", possessives=("'s", "’s", "'", "’"), enough=5.0)
