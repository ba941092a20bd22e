"""Files and their text: every format gives a Source; a format is chosen by the file's ending."""

from __future__ import annotations

import os

from fanlint.errors import UnreadableFile
from fanlint.formats.base import Format, Registry, Source

REGISTRY = Registry(
    (
        Format("plain text", (".txt", ".text"), "fanlint.formats.plain"),
        Format("Markdown", (".md", ".markdown", ".mdown"), "fanlint.formats.markdown"),
    )
)
ENDINGS = REGISTRY.endings

_SAVE_AS = "Save it as plain text (File → Save As → .txt)"
_UNREADABLE = {
    ".docx": ("Word documents", _SAVE_AS),
    ".doc": ("Word documents", _SAVE_AS),
    ".odt": ("OpenDocument files", _SAVE_AS),
    ".rtf": ("RTF files", _SAVE_AS),
    ".epub": ("EPUB books", "Convert it to plain text, for example with Calibre,"),
    ".pdf": ("PDF files", "Save the original document as plain text"),
}


def parse(path: str, data: bytes) -> Source:
    """The Source of a file's bytes; ``path`` tells the format and is named in errors."""
    return REGISTRY.of(path).parse(path, data)


def from_text(text: str, name: str = "") -> Source:
    """The Source of a text that is in no file yet; the ending of ``name`` tells its format."""
    return parse(name, text.encode("utf-8", "surrogatepass"))


def read(path: str) -> Source:
    """Read and parse a file; raises UnreadableFile with the reason in words."""
    ending = os.path.splitext(path)[1].lower()
    if ending in _UNREADABLE and os.path.isfile(path):
        kind, way = _UNREADABLE[ending]
        raise UnreadableFile(path, f"{kind} cannot be read yet.", f"{way} and try again.")
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        raise UnreadableFile(path, "no such file or folder.", "Check the spelling of its name.") from None
    except IsADirectoryError:
        raise UnreadableFile(path, "is a folder.") from None
    except PermissionError:
        raise UnreadableFile(path, "cannot be read.", "Check its permissions.") from None
    except OSError as error:
        raise UnreadableFile(path, f"cannot be read: {error.strerror or error}.") from None
    return parse(os.fspath(path), data)
