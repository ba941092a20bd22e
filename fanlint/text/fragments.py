"""Pieces of something longer that look like words: addresses, clipped forms, words cut off."""

from __future__ import annotations

from fanlint.text.document import Document

_APOSTROPHES = ("'", "’")
_JOINTS = ("@", "/", "\\", "_", "#")
_QUOTES_AFTER = ('"', "”", " ", ".", ",", "!", "?")


def is_fragment(document: Document, index: int) -> bool:
    """Whether the word is part of an address or a file's name, clipped by an apostrophe ('em, goin'), or struck out."""
    tokens = document.tokens
    before, after = tokens.gaps[index], tokens.gaps[index + 1]
    if (
        before[-1:] in _JOINTS
        or after[:1] in _JOINTS
        or after in ("*", "~")
        or before in ("*", "~")
        or after.startswith(("://", "~~"))  # what is struck out often ends in the middle of a word
    ):
        return True
    if (before == "." and index > 0) or (after == "." and index + 1 < len(tokens)):
        return True
    # An apostrophe on one side clips; one on each side is a pair of quotation marks.
    opens, closes = before[-1:] in (*_APOSTROPHES, "‘"), after.lstrip(".,!?")[:1] in _APOSTROPHES
    if opens and closes:
        return tokens.words[index].endswith("in")  # 'avin', which is clipped at both ends
    return opens is not closes and (opens or after[1:2] in _QUOTES_AFTER or len(after) == 1)


def is_cut_off(document: Document, index: int) -> bool:
    """Whether a dash or dots cut the word off, or it is a letter or two of a stutter."""
    tokens = document.tokens
    before, after = tokens.gaps[index], tokens.gaps[index + 1]
    if after.startswith(("…", "...")):
        return document.speech_at(tokens.start(index)) is not None
    if after[:1] in ("—", "–") or after[:2] in ("--", '-"', "-”", "-'", "-’"):
        if after[1:2].isspace():  # “Wha— who are you?”, but not “word — word”, which has a space before the dash
            return not document.typography.dashed and document.speech_at(tokens.start(index)) is not None
        # Where a dash marks speech, one before a mark ends a tag: —dijo Ana—. Ven.
        return not (document.typography.dashed and after[1:2] in (".", ",", ";", ":"))
    return (after[:1] == "-" or before[-1:] == "-") and len(tokens.words[index]) <= 3
