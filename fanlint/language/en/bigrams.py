"""How often two words stand side by side in fiction: a memory-mapped table of frequent word pairs."""

from __future__ import annotations

import mmap
import os
from struct import unpack_from
from zlib import crc32

MAGIC = b"FANPAIR1"
"""Opens the file; then u64 words counted, BUCKETS + 1 u32 (first record of each bucket), records of 3
bytes."""
BUCKETS = 1 << 16
LEAST = 8
"""The least count of a pair that is kept."""
STEPS = 32
"""A record's third byte is STEPS * log10(count); its first two are the upper half of the pair's digest."""


def digest(left: str, right: str) -> int:
    """A 32-bit digest of a pair of lower-case words."""
    return crc32(f"{left} {right}".encode())


class Pairs:
    """Frequent word pairs with their counts, memory-mapped; one absent pair in 15,000 is taken for a present
    one."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        """Use `data`, the bytes of a file made by tools/build_lexicon.py; ValueError when they are something
        else."""
        if data[:8] != MAGIC:
            raise ValueError("not a fanlint table of pairs: build it again with tools/build_lexicon.py")
        self._data = data
        self.total: int = unpack_from("<Q", data, 8)[0]
        """Words of the text that was counted."""
        self._records = 16 + 4 * (BUCKETS + 1)

    @classmethod
    def load(cls, path: str | None = None) -> Pairs:
        """Map the data file at `path`, by default the one shipped beside this module."""
        if path is None:
            path = os.path.join(os.path.dirname(__file__), "data", "bigrams.bin")
        with open(path, "rb") as file:
            return cls(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))

    def count(self, left: str, right: str) -> float:
        """log10 of the count of `left right` (lower case) in the text; 0.0 when the pair is rare or
        unknown."""
        data = self._data
        number = digest(left, right)
        start, end = unpack_from("<2I", data, 16 + number % BUCKETS * 4)
        mark = (number >> 16).to_bytes(2, "little")
        for at in range(self._records + 3 * start, self._records + 3 * end, 3):
            if data[at : at + 2] == mark:
                return data[at + 2] / STEPS
        return 0.0
