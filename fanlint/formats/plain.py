"""Plain text: all of it is prose, but for fanlint's own comments."""

from __future__ import annotations

import re

from fanlint.formats.encoding import Encoded
from fanlint.formats.text_source import CutComment, Run, TextSource
from fanlint.text.document import Document

# Without another “<!--” inside, so that a thousand open ones cost no more than one pass.
_COMMENT = re.compile(r"<!--\s*+(fanlint:(?:(?!-->|<!--).)*+)-->", re.S)
_LINES = re.compile(r"[ \t]*\n(?:[ \t]*\n)*")


def parse(path: str, data: bytes) -> TextSource:
    """The Source of a plain-text file; raises UnreadableFile."""
    return _parsed(path, Encoded.decode(data, path))


def _parsed(path: str, encoded: Encoded) -> TextSource:
    text = encoded.text
    if "<!--" not in text:
        return TextSource(path, encoded, Document(text), (Run(0, 0, len(text)),), (), _parsed)
    pieces: list[str] = []
    runs: list[Run] = []
    comments: list[CutComment] = []
    at = length = 0
    for found in _COMMENT.finditer(text):
        start, end = found.span()
        runs.append(Run(length, at, start - at))
        pieces.append(text[at:start])
        length += start - at
        comments.append(CutComment(found[1].strip(), length, start, end))
        at = _after(text, at, start, end)
    runs.append(Run(length, at, len(text) - at))
    pieces.append(text[at:])
    text = "".join(pieces)
    runs = [run for run in runs if run.length]
    return TextSource(path, encoded, Document(text), tuple(runs), tuple(comments), _parsed)


def _after(text: str, kept: int, start: int, end: int) -> int:
    """Where the text goes on after a comment: the space around it must not become two, nor its line a blank one.

    ``kept`` is where the text before the comment begins.
    """
    before = text[kept:start].rstrip(" \t")
    if not before or before.endswith("\n"):
        found = _LINES.match(text, end)
        if found is None:
            return end
        # A comment in a paragraph of its own goes with the blank lines after it, any other with its newline.
        alone = not before or before.endswith("\n\n")
        return found.end() if alone else text.index("\n", end) + 1
    if start > kept and text[start - 1] in " \t":
        while text[end : end + 1] in (" ", "\t"):
            end += 1
    return end
