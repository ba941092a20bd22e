"""Files and their text: every format gives a Source; a format is chosen by the file's ending."""

from __future__ import annotations

import os

from fanlint.errors import UnreadableFile
from fanlint.formats.source import Source

MARKDOWN = (".md", ".markdown", ".mdown")
PLAIN = (".txt", ".text")
ENDINGS = PLAIN + MARKDOWN


def parse(path: str, data: bytes) -> Source:
    """The Source of a file's bytes; ``path`` tells the format and is named in errors."""
    if path.lower().endswith(MARKDOWN):
        from fanlint.formats import markdown  # only for Markdown

        return markdown.parse(path, data)
    from fanlint.formats import plain

    return plain.parse(path, data)


def read(path: str) -> Source:
    """Read and parse a file; raises UnreadableFile with the reason in words."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        raise UnreadableFile(path, "no such file or folder.", "Check the spelling of its name.") from None
    except IsADirectoryError:
        raise UnreadableFile(path, "is a folder.") from None
    except PermissionError:
        raise UnreadableFile(path, "may not be read.", "Check its permissions.") from None
    except OSError as error:
        raise UnreadableFile(path, f"cannot be read: {error.strerror or error}.") from None
    return parse(os.fspath(path), data)
