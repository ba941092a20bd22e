"""Running text as arrays of whole numbers: words and marks in order, as fanlint/models/features.py sees them."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import numpy as np

from fanlint.models import features
from fanlint.text.tokens import Tokens, fold

_PIECE = 2_000_000  # characters that are cut into words at a time
# Beside these, and with a capital that no sentence gave it, a word is left out: fanlint does not judge it there.
_UNSURE = (features.ELLIPSIS, features.DASH, features.OTHER, features.BRACKET, features.HYPHEN)


class Words:
    """All words met, numbered in the order of their first use; below features.SPECIALS are marks and classes."""

    def __init__(self) -> None:
        self.names: list[str] = [f"<{number}>" for number in range(features.SPECIALS)]
        self.numbers: dict[str, int] = {}

    def number(self, word: str) -> int:
        if word not in self.numbers:
            self.numbers[word] = len(self.names)
            self.names.append(word)
        return self.numbers[word]


class Vocabulary:
    """What a number stands for in a feature: the digest and the cluster of a word, or of the class of rare ones."""

    def __init__(self, names: list[str], known: np.ndarray, clusters: np.ndarray) -> None:
        """``known`` are the numbers of the words that have a cluster of their own in ``clusters``."""
        self.digests = np.full(len(names), features.UNKNOWN, np.uint32)
        self.clusters = np.full(len(names), features.UNKNOWN, np.uint8)
        owners = np.array([name.endswith("'s") for name in names])
        self.digests[owners] = self.clusters[owners] = features.OWNER
        specials = np.arange(features.SPECIALS)
        self.digests[specials] = self.clusters[specials] = specials
        self.digests[known] = [crc32(names[number].encode()) for number in known]
        self.clusters[known] = clusters


class Stream:
    """A text of ``size`` million words: ``tokens`` by number, and with a vocabulary their digests and clusters."""

    def __init__(self, tokens: np.ndarray, vocabulary: Vocabulary) -> None:
        self.capital = tokens < 0
        self.tokens = np.abs(tokens)
        self.words = vocabulary.digests[self.tokens]
        self.clusters = vocabulary.clusters[self.tokens]
        name = self.capital & (self.words == features.UNKNOWN)
        self.words[name] = self.clusters[name] = features.NAME
        self.size = int((self.tokens >= features.SPECIALS).sum()) / 1e6
        self._order = np.argsort(self.tokens, kind="stable")
        self._starts = np.r_[0, np.cumsum(np.bincount(self.tokens, minlength=len(vocabulary.digests)))]

    def places(self, number: int) -> tuple[np.ndarray, int]:
        """Where a word stands so that fanlint judges it, and how often it stands in all."""
        found = self._order[self._starts[number] : self._starts[number + 1]]
        found = found[(found >= features.REACH) & (found < len(self.tokens) - features.REACH)]
        every = len(found)
        found = found[~(self.capital[found] & (self.tokens[found - 1] >= features.SPECIALS))]
        beside = np.isin(self.clusters[found - 1], _UNSURE) | np.isin(self.clusters[found + 1], _UNSURE)
        beside |= self.clusters[found + 2] == features.HYPHEN
        halts = np.isin(self.words[found], list(features.HALTING))
        halts &= np.isin(self.words[found + 2], list(features.HESITATIONS))
        cut = np.isin(self.words[found], list(features.LEANING)) | halts
        cut &= self.clusters[found + 1] == features.COMMA
        return found[~beside & ~cut], every

    def keys(self, places: np.ndarray) -> np.ndarray:
        """The keys of the features of each place, a row a place."""
        words, clusters = [], []
        for side in (-1, 1):
            ended = np.zeros(len(places), bool)
            for step in range(1, features.REACH + 1):
                word = self.words[places + side * step].astype(np.uint64)
                cluster = self.clusters[places + side * step].astype(np.uint64)
                word[ended] = cluster[ended] = features.END
                words.append(word)
                clusters.append(cluster)
                ended |= word == features.END
        w1, w2, w3, v1, v2, v3 = words
        c1, c2, c3, d1, d2, d3 = clusters
        keys = features.near_keys(w1, v1, c1, d1)
        keys += features.far_keys(w3, w2, w1, v1, v2, v3, c3, c2, c1, d1, d2, d3)
        return np.stack([key.astype(np.uint32) for key in keys], 1)


def read(path: Path) -> str:
    """A text file in UTF-8, .xz or not."""
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as file:
        return file.read()


def encode(text: str, words: Words) -> np.ndarray:
    """A text as numbers; those of words with a capital that the sentence gave them, or in all capitals, negative."""
    found: list[np.ndarray] = [np.full(features.REACH, features.END, np.int32)]
    marks: dict[str, tuple[int, ...]] = {}
    for piece in _pieces(text):
        tokens = Tokens(piece)
        inside = {word: _number(word, False, words) for word in dict.fromkeys(tokens.words)}
        first = {word: _number(word, True, words) for word in inside}
        stream: list[int] = []
        for gap, word in zip(tokens.gaps, tokens.words, strict=False):
            if gap not in marks:
                marks[gap] = features.marks_of(gap)
            stream += marks[gap]
            stream.append((first if not stream or features.OPENERS.intersection(marks[gap]) else inside)[word])
        stream.append(features.END)
        found.append(np.array(stream, np.int32))
    found.append(np.full(features.REACH, features.END, np.int32))
    return np.concatenate(found)


def _pieces(text: str) -> Iterator[str]:
    """A text in whole lines, some at a time."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _PIECE)
        end = len(text) if end < 0 else end + 1
        yield text[start:end]
        start = end


def _number(word: str, opens: bool, words: Words) -> int:
    if not word[0].isalpha():
        return features.NUMBER
    # The vocabulary is not known yet: every word counts as known, and rare ones become classes later.
    digest = features.token_of(word, opens, lambda _: 1)
    if digest < features.SPECIALS:
        return digest
    number = words.number(fold(word))
    return number if word[0].islower() else -number
