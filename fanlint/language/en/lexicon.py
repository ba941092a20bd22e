"""Which words are English: a memory-mapped table of words with their case, frequency and homes."""

from __future__ import annotations

import mmap
import os
import re
import unicodedata
from functools import cached_property
from struct import unpack_from
from zlib import crc32

from fanlint.language.en import word_forms
from fanlint.language.en.channel import one_slip
from fanlint.language.en.phonetics import key, neighbours
from fanlint.text.distance import common_ends

MAGIC = b"FANLEX01"
"""A data file opens with it, then four little-endian u32: buckets, offset of the index, of the words, of the
specials.

index     buckets + 1 u32: where each bucket begins in the words; a key belongs to bucket crc32(key) % buckets
bucket    groups, one for each check byte (crc32(key) >> 16 & 31) of the keys in it
group     check byte, records of everyday words, a space, records of wide words
record    the word folded to lower-case ASCII, a byte of flags, and for an everyday word a byte of frequency
specials  "\\nnasa=NASA" ... for words with capitals inside, or all in capitals, up to a zero byte
homes     "colour:kca\\n" ... for words that are not at home in every English: u American, k British, c Canadian,
          a Australian
Flags and frequency have their high bit set, so that they end a word. Frequency: 16 * log10(uses per billion
words).
"""

EVERYDAY, LOWER, CAPITAL, SPECIAL, COMMON = 0x40, 0x01, 0x02, 0x04, 0x08
PLURAL = COMMON
"""In a wide record: the word with an "s" is a word as well."""
RARE = 0x30
"""A word of the dictionaries that is nearly always a misspelling of another; known, not accepted."""
HOMES = {"us": "u", "uk": "k", "ca": "c", "au": "a"}
"""The letters by which a data file says in which English a spelling is at home."""
FREQUENT = 35
"""The frequency byte, without its high bit, of a word that slips are told by: 150 uses per billion words."""
GROUP = re.compile(rb"[^\x00-\x20]*")
RECORD = re.compile(rb"([a-z'-]+)([\xc0-\xff])([\x80-\xff])")
"""An everyday word in a group: its letters, flags, frequency."""

_LIGATURES = str.maketrans(
    {
        "œ": "oe",
        "Œ": "Oe",
        "æ": "ae",
        "Æ": "Ae",
        "’": "'",
        "ʼ": "'",
        "‘": "'",
        "ß": "ss",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "‑": "-",
        "‐": "-",
    }
)


def fold(word: str) -> str:
    """`word` in ASCII where that is how it may be typed: accents and ligatures folded, apostrophes
    straight."""
    if word.isascii():
        return word
    word = word.translate(_LIGATURES)
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


class Lexicon:
    """Words of English, memory-mapped, exact.

    Accents are folded in the table: "café" is stored, and found, as "cafe".
    """

    def __init__(self, data: bytes | mmap.mmap) -> None:
        """Use `data`, the bytes of a file made by tools/build_lexicon.py; ValueError when they are something
        else."""
        if data[:8] != MAGIC:
            raise ValueError("not a fanlint lexicon: build it again with tools/build_lexicon.py")
        self._data = data
        self._buckets, self._index, self._words, self._specials = unpack_from("<4I", data, 8)

    @classmethod
    def load(cls, path: str | None = None) -> Lexicon:
        """Map the data file at `path`, by default the one shipped beside this module (1 ms)."""
        if path is None:
            path = os.path.join(os.path.dirname(__file__), "data", "lexicon.bin")
        with open(path, "rb") as file:
            return cls(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))

    # Look-up.

    def _find(self, word: str) -> int:
        """Where the flags of lower-case `word` are in the data; -1 when it is not there."""
        try:
            raw = word.encode("ascii")
        except UnicodeEncodeError:
            return -1
        if not raw:
            return -1
        data = self._data
        start, end = unpack_from("<2I", data, self._index + crc32(key(raw)) % self._buckets * 4)
        size = len(raw)
        end += self._words
        at = data.find(raw, start + self._words, end)
        while at >= 0:
            before = data[at - 1]
            if (before >= 0x80 or before <= 0x20) and data[at + size] >= 0x80:
                return at + size
            at = data.find(raw, at + 1, end)
        return -1

    def flags(self, word: str) -> int:
        """The flag byte of a word given in lower case, 0 when unknown; plurals of wide words share their
        singular's."""
        at = self._find(word)
        if at >= 0:
            return self._data[at]
        if word[-1:] == "s" and (at := self._find(word[:-1])) >= 0:
            flags = self._data[at]
            if not flags & EVERYDAY and flags & PLURAL:
                return flags
        return 0

    def group(self, sounds: bytes) -> bytes:
        """The records of the everyday words whose sound key is `sounds` (and of a few that share its
        place)."""
        digest = crc32(sounds)
        data = self._data
        start, end = unpack_from("<2I", data, self._index + digest % self._buckets * 4)
        if start == end:
            return b""
        at = data.find(_CHECK[digest >> 16 & 31], start + self._words, end + self._words)
        if at < 0:
            return b""
        found = GROUP.match(data, at + 1)
        return found.group() if found else b""

    def _special(self, lower: str) -> list[str]:
        """The spellings of `lower` with capitals that no rule gives: "NASA", "McDonald"."""
        mark = b"\n" + lower.encode("ascii") + b"="
        found = []
        at = self._data.find(mark, self._specials)
        while at >= 0:
            end = self._data.find(b"\n", at + 1)
            found.append(self._data[at + len(mark) : end].decode("ascii"))
            at = self._data.find(mark, end)
        return found

    def _accepted(self, lower: str) -> int:
        """Like flags(), but 0 for a rare word that is nearly always a misspelling."""
        flags = self.flags(lower)
        return 0 if flags & RARE else flags

    def __contains__(self, word: object) -> bool:
        """Whether `word` is stored in exactly this form: "surgery", "London", "don't"; no folding."""
        if not isinstance(word, str) or not word.isascii():
            return False
        lower = word.lower()
        flags = self._accepted(lower)
        if not flags:
            return False
        if word == lower:
            return bool(flags & LOWER)
        if flags & CAPITAL and word == lower[:1].upper() + lower[1:]:
            return True
        return bool(flags & SPECIAL) and word in self._special(lower)

    def accepts(self, word: str) -> bool:
        """Whether `word`, as a text writes it, is English: in its stored case or one a sentence may give it,
        or by form.

        "Surgery", "SURGERY", "London", "LONDON", "café", "mustn't’ve", "Nooooo", "1990s" are; "london" is
        not.
        """
        if self._plain(word):
            return True
        folded = fold(word)
        if word_forms.understood(folded, self._plain):
            return True
        made = word_forms.is_compound(folded) or word_forms.is_derived(folded, self._plain)
        return made and not self._is_slip(folded.lower())

    def _is_slip(self, lower: str) -> bool:
        """Whether a frequent word is one slip of the finger away from `lower`: "prepaired" is no derived
        word."""
        sounds = key(lower.encode("ascii"))
        for near in (sounds, *neighbours(sounds)):
            for text, _, weight in RECORD.findall(self.group(near)):
                if weight[0] & 0x7F >= FREQUENT and abs(len(text) - len(lower)) < 2:
                    word = text.decode("ascii")
                    if lower != word + "s" and one_slip(lower, word, *common_ends(lower, word)):
                        return True
        return False

    def _plain(self, word: str) -> bool:
        """Whether `word` is in the table, in a case it may be written in; forms are not tried."""
        word = fold(word)
        lower = word.lower()
        flags = self._accepted(lower)
        if not flags:
            return False
        if word == lower:
            if flags & LOWER:
                return True
        elif word == word.upper() or word[1:] == lower[1:]:
            return True
        return bool(flags & SPECIAL) and word in self._special(lower)

    # Facts about a word.

    def frequency(self, word: str) -> float:
        """log10 of the uses of lower-case `word` per billion words (0 to 7.9); 0.0 when it is absent or
        rarer.

        Only lower-case uses count: "lee" and "rose" tell how common the ordinary words are, not the names.
        """
        at = self._find(word)
        if at < 0 or self._data[at] & (EVERYDAY | LOWER) != EVERYDAY | LOWER:
            return 0.0
        return (self._data[at + 1] & 0x7F) / 16

    def weight(self, word: str) -> float:
        """log10 of the uses per billion words of the stored form of `word`, for a name its capitalised
        form."""
        at = self._find(word.lower())
        return (self._data[at + 1] & 0x7F) / 16 if at >= 0 and self._data[at] & EVERYDAY else 0.0

    def is_proper(self, word: str) -> bool:
        """Whether `word`, in any case, is known only with a capital: "London", "Monday", "English"."""
        flags = self._accepted(fold(word).lower())
        return bool(flags) and not flags & LOWER

    def proper_form(self, word: str) -> str | None:
        """How a name is written: "monday" -> "Monday", "nasa" -> "NASA"; None where lower case is right as
        well."""
        lower = fold(word).lower()
        flags = self._accepted(lower)
        if not flags or flags & LOWER:
            return None
        if flags & CAPITAL:
            return lower[:1].upper() + lower[1:]
        return next(iter(self._special(lower)), None)

    def is_common(self, word: str) -> bool:
        """Whether `word` is a good everyday word: in every dictionary and frequent, the safe part of a
        split."""
        return self.flags(word) & (EVERYDAY | COMMON | LOWER) == EVERYDAY | COMMON | LOWER

    def is_rare(self, word: str) -> bool:
        """Whether dictionaries know `word`, but it nearly always stands for another: known, and not
        accepted."""
        return bool(self.flags(fold(word).lower()) & RARE)

    @cached_property
    def _homes(self) -> dict[str, str]:
        data = self._data
        lines = data[data.find(b"\0", self._specials) + 1 :].decode("ascii").split("\n")
        return dict(line.split(":") for line in lines if line)

    def at_home(self, word: str, english: str) -> bool:
        """Whether the spelling of lower-case `word` is usual in `english`: "us", "uk", "ca" or "au"."""
        return HOMES[english] in self._homes.get(fold(word), "ukca")


_CHECK = [bytes((n,)) for n in range(32)]
