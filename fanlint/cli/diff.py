"""What --fix would change, as a unified diff that ``patch`` can apply."""

from __future__ import annotations

from difflib import unified_diff

from fanlint.formats.base import Source


def unified(path: str, before: Source, after: Source) -> str:
    """The diff of a draft, with the file's own newlines."""
    shown = path.replace("\\", "/")
    lines = unified_diff(_lines(before), _lines(after), shown, shown)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(source: Source) -> list[str]:
    """Lines with their newlines; form feeds and the like end none, unlike for ``str.splitlines``."""
    lines = source.written.split("\n")
    return [line + "\n" for line in lines[:-1]] + [line for line in lines[-1:] if line]
