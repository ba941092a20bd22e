"""Plain text: all of it is prose, but for fanlint's own comments."""

from __future__ import annotations

import re

from fanlint.formats.encoding import Encoded
from fanlint.formats.source import Comment, Run, Source
from fanlint.text.document import Document

_COMMENT = re.compile(r"<!--\s*(fanlint:.*?)-->", re.S)


def parse(path: str, data: bytes) -> Source:
    encoded = Encoded(data, path)
    text = encoded.text
    if "<!--" not in text:
        return Source(path, encoded, Document(text), (Run(0, 0, len(text)),))
    pieces: list[str] = []
    runs: list[Run] = []
    comments: list[Comment] = []
    at = length = 0
    for found in _COMMENT.finditer(text):
        runs.append(Run(length, at, found.start() - at))
        pieces.append(text[at : found.start()])
        length += found.start() - at
        comments.append(Comment(found[1].strip(), text.count("\n", 0, found.start()) + 1, length))
        at = found.end()
    runs.append(Run(length, at, len(text) - at))
    pieces.append(text[at:])
    return Source(path, encoded, Document("".join(pieces)), tuple(run for run in runs if run.length), tuple(comments))
