"""Finds where the settings at the head of a Markdown file end and its story starts."""

from __future__ import annotations

import re

_SETTING = re.compile(r"""[\w"'][^:\n]*:(?:[ \t]|$)|[ \t]|#|-(?:[ \t]|$)|[\]}]|$""")
_TOML_SETTING = re.compile(r"[\w\"'.-]+[ \t]*=|[ \t]|#|\[|[\]}]|\"\"\"|$")


def after_front_matter(text: str) -> int:
    """Where the story starts. A scene break at the head of a file is no front matter: settings must look like some."""
    for fence, closing, setting in (("---", ("---", "..."), _SETTING), ("+++", ("+++",), _TOML_SETTING)):
        if not text.startswith(fence):
            continue
        at = text.find("\n") + 1
        if at == 0 or text[len(fence) : at].strip():
            return 0
        first = at
        while at < len(text):
            end = text.find("\n", at)
            end = end if end >= 0 else len(text)
            line = text[at:end].rstrip()
            if line in closing:
                return min(end + 1, len(text))
            if not setting.match(line) or (at == first and not line):
                return 0
            at = end + 1
    return 0
