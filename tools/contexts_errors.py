"""Places in the texts of the build where a word is really wrong: those that a reader found among the highest scores."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import numpy as np

from tools.contexts_bars import Seen

ERRORS = Path(__file__).resolve().parent / "confusables-errors.tsv"
_AROUND = 4  # words and marks on each side that a place is known by


class Errors:
    """The errors of confusables-errors.tsv: a word, and the digests of the places where it is wrong."""

    def __init__(self, names: list[str], texts: dict[str, np.ndarray]) -> None:
        self._names, self._texts = names, texts
        self._known: dict[str, set[str]] = {}
        for line in ERRORS.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                word, digests = line.split("\t")
                self._known[word] = set(digests.split())

    def without(self, written: str, seen: list[Seen]) -> list[Seen]:
        """The same as ``seen``, but for the places where ``written`` is an error."""
        known = self._known.get(written)
        if not known:
            return seen
        return [
            each._replace(clean=[top for top in each.clean if self.digest(each.text, top[1]) not in known])
            for each in seen
        ]

    def digest(self, text: str, place: int) -> str:
        """What a place of a text is known by in the file."""
        return f"{crc32(' '.join(self._around(text, place)).encode()):08x}"

    def excerpt(self, text: str, place: int) -> str:
        """The words and marks around a place, for a reader."""
        words = [*self._around(text, place)]
        return " ".join((*words[:_AROUND], f"[{words[_AROUND]}]", *words[_AROUND + 1 :]))

    def _around(self, text: str, place: int) -> Iterator[str]:
        for token in self._texts[text][place - _AROUND : place + _AROUND + 1]:
            yield self._names[abs(token)]
