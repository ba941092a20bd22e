"""Pack words and word pairs into the binary tables that fanlint/language/en maps into memory."""

from __future__ import annotations

import math
import struct
from collections import defaultdict
from collections.abc import Mapping
from zlib import crc32

from fanlint.language.en import bigrams, lexicon
from fanlint.language.en.phonetics import key
from tools.english_counts import Counts

BUCKETS = 1 << 15


def pack_words(
    rows: Mapping[str, tuple[int, int | None]],
    special: Mapping[str, list[str]],
    homes: Mapping[str, str] | None = None,
    buckets: int = BUCKETS,
) -> bytes:
    """The bytes of a lexicon: `rows` gives flags and frequency of each folded word, `special` its odd
    capitals, `homes` the Englishes of a spelling that not all have."""
    groups: list[defaultdict[int, tuple[list[bytes], list[bytes]]]] = [
        defaultdict(lambda: ([], [])) for _ in range(buckets)
    ]
    ranked = sorted(rows, key=lambda word: (-(rows[word][1] or 0), word))
    for word in ranked:
        flags, frequency = rows[word]
        raw = word.encode("ascii")
        digest = crc32(key(raw))
        everyday, wide = groups[digest % buckets][digest >> 16 & 31]
        if frequency is None:
            wide.append(raw + bytes((flags,)))
        else:
            everyday.append(raw + bytes((flags, frequency)))
    index, words = [0], bytearray()
    for bucket in groups:
        for check in sorted(bucket):
            everyday, wide = bucket[check]
            words += bytes((check,)) + b"".join(everyday) + (b" " + b"".join(wide) if wide else b"")
        index.append(len(words))
    head = len(lexicon.MAGIC) + 16
    packed = struct.pack(f"<{len(index)}I", *index)
    at = head + len(packed) + 1  # a zero byte ends the first record's search to the left
    specials = b"".join(f"\n{word}={form}".encode() for word in sorted(special) for form in special[word]) + b"\n"
    return (
        lexicon.MAGIC
        + struct.pack("<4I", buckets, head, at, at + len(words) + 1)
        + packed
        + b"\0"
        + bytes(words)
        + b"\0"
        + specials
        + b"\0"
        + "".join(f"{word}:{letters}\n" for word, letters in sorted((homes or {}).items())).encode()
    )


def pack_pairs(counts: Counts, known: set[str], least: int, buckets: int = bigrams.BUCKETS) -> bytes:
    """The bytes of a table of word pairs counted `least` times or more, both words being `known`."""
    rows: defaultdict[int, dict[bytes, int]] = defaultdict(dict)
    for (left, right), count in sorted(counts.pairs.items()):
        if count < least or not _known(left, known) or not _known(right, known):
            continue
        digest = bigrams.digest(left, right)
        mark = struct.pack("<H", digest >> 16)
        level = min(255, round(bigrams.STEPS * math.log10(count)))
        old = rows[digest % buckets].get(mark, 0)
        rows[digest % buckets][mark] = max(old, level)
    index, blob = [0], bytearray()
    for bucket in range(buckets):
        for mark, level in sorted(rows[bucket].items()):
            blob += mark + bytes((level,))
        index.append(len(blob) // 3)
    return bigrams.MAGIC + struct.pack("<Q", counts.total) + struct.pack(f"<{len(index)}I", *index) + bytes(blob)


def _known(word: str, known: set[str]) -> bool:
    return word in known or ("'" in word and word.partition("'")[0] in known)
