"""The fixtures of canon_wikis, for the tests of this folder."""

from __future__ import annotations

from canon_wikis import elsewhere, export, proxy, wiki

__all__ = ["elsewhere", "export", "proxy", "wiki"]
