"""Count words and word pairs of running text, telling capitals that a sentence gives from those a name
has."""

from __future__ import annotations

import lzma
import pickle
import re
from collections import Counter
from pathlib import Path
from typing import IO, NamedTuple

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[.!?:…\"“”()—]|[,;-]|\d+")
_BREAK = {**dict.fromkeys('.!?:…"“”()—', "."), **dict.fromkeys(",;-", ",")}


class Counts(NamedTuple):
    """Counts of a text, words folded to lower case."""

    total: int
    """Words in all."""
    lower: dict[str, int]
    """Uses in lower case."""
    capital: dict[str, int]
    """Uses with a capital, elsewhere than at the head of a sentence."""
    pairs: dict[tuple[str, str], int]
    """Uses of two words with only a space between them, those seen four times or more."""


def _open(path: Path) -> IO[str]:
    return lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8")


def count_text(path: Path, cache: Path | None = None) -> Counts:
    """Counts of the text file at `path` (UTF-8, maybe .xz), kept in and taken from the file `cache` if one
    is given."""
    if cache is not None and cache.exists():
        return Counts(*pickle.loads(cache.read_bytes()))
    pairs: Counter[tuple[str, str]] = Counter()
    with _open(path) as file:
        for line in file:
            if line.startswith(("==", "\f")):
                continue
            tokens = [_BREAK.get(token, token) for token in _TOKEN.findall(line.replace("’", "'"))]
            pairs.update(zip([".", *tokens], [*tokens, "."], strict=True))
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    folded: Counter[tuple[str, str]] = Counter()
    for (left, right), count in pairs.items():
        word = right.lower()
        if word == right:
            lower[word] += count
        elif left != ".":
            capital[word] += count
        if left not in ".," and right not in ".,":
            folded[left.lower(), word] += count
    for mark in (".", ","):
        del lower[mark]
    counts = Counts(
        lower.total() + capital.total(),
        dict(lower),
        dict(capital),
        {pair: count for pair, count in folded.items() if count >= 4},
    )
    if cache is not None:
        cache.write_bytes(pickle.dumps(tuple(counts)))
    return counts
