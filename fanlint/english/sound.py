"""The sound key of a word: what is left of it when vowels and look-alike consonants are set aside."""

from __future__ import annotations

import re

# One class per sound. Vowels become "a" (deleted later, but for the first), "h" only colours its neighbour.
_CLASSES = bytes.maketrans(b"abcdefgijklmnopqrstuvwyz", b"abkdafgagklmnapkrstafwas")
_DOUBLED = re.compile(rb"([a-z])(?=\1)")
"""A letter before the same letter. With the letter kept, as in "\1", a substitution takes five times as long."""
CLASSES = b"abdfgklmnprstw"
"""Every byte that may stand in a key: the alphabet of edits on keys."""


def key(word: bytes) -> bytes:
    """The sound key of a lower-case ASCII `word`: its consonant classes, after an "a" if it opens with a
    vowel.

    One slip of the finger or the ear changes a key by at most one letter in nearly every word, so that words
    whose keys are one edit apart are the candidates for a misspelling.

    >>> key(b"surgery"), key(b"surjery"), key(b"phone"), key(b"accept")
    (b'srgr', b'srgr', b'fn', b'aspt')
    """
    if b"ph" in word:
        word = word.replace(b"ph", b"f")
    if b"c" in word:
        word = word.replace(b"ce", b"se").replace(b"ci", b"si").replace(b"cy", b"sy")
    if b"x" in word:
        word = word.replace(b"x", b"ks")
    if word[:2] in (b"kn", b"wr", b"ps", b"gn"):
        word = word[1:]
    sounds = _DOUBLED.sub(b"", word.translate(_CLASSES, b"h'-"))
    return sounds[:1] + sounds[1:].replace(b"a", b"")


def neighbours(sounds: bytes) -> list[bytes]:
    """Keys one edit from `sounds` (deletion, swap, substitution, insertion), without `sounds`; may repeat
    none."""
    found = set()
    for i in range(len(sounds) + 1):
        head, tail = sounds[:i], sounds[i:]
        rest = tail[1:]
        if tail:
            found.add(head + rest)
        if len(tail) > 1:
            found.add(head + tail[1:2] + tail[:1] + tail[2:])
        for n in CLASSES:
            letter = _LETTER[n]
            found.add(head + letter + tail)
            if tail:
                found.add(head + letter + rest)
    found.discard(sounds)
    return sorted(found)


_LETTER = [bytes((n,)) for n in range(256)]
