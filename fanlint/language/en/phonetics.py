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


def readings(word: bytes) -> set[bytes]:
    """The keys that lower-case ASCII `word` may have besides its own, where a letter stands for one of two sounds, or a
    slip of the finger put it there."""
    found = set()
    if b"x" in word:
        found |= {key(word.replace(b"x", letter)) for letter in (b"", b"s", b"k")}
        found |= {key(_X_LATE.sub(rb"x\1", word)), key(_X_SOON.sub(rb"\1x", word))}
    if b"c" in word:
        found |= {key(word.replace(b"c", b"s")), key(word.replace(b"c", b"k"))}
    if b"gh" in word:
        found |= {key(word.replace(b"gh", b"")), key(word.replace(b"gh", b"f"))}
    if b"ph" in word:
        found.add(key(word.replace(b"ph", b"p")))
    found -= {key(word), b""}
    return found


def neighbours(sounds: bytes) -> set[bytes]:
    """Keys one edit from `sounds`, without `sounds`: a sound more, fewer or other, or one moved by a place or two."""
    found = set()
    for i in range(len(sounds) + 1):
        head, tail = sounds[:i], sounds[i:]
        rest = tail[1:]
        if tail:
            found.add(head + rest)
            if head[-1:] == rest[:1]:
                found.add(head + rest[1:])  # What parted two letters is gone: they may be one sound now.
        if len(tail) > 1:
            found.add(head + tail[1:2] + tail[:1] + tail[2:])
        if len(tail) > 2:
            found.add(head + tail[1:3] + tail[:1] + tail[3:])
            found.add(head + tail[2:3] + tail[:2] + tail[3:])
        for letter in _LETTERS:
            found.add(head + letter + tail)
            if tail:
                found.add(head + letter + rest)
    found.discard(sounds)
    return found


def far_neighbours(sounds: bytes) -> set[bytes]:
    """Keys that differ from `sounds` in one place by two sounds more, fewer or other, frequent ones being put in."""
    found = set()
    for i in range(len(sounds) + 1):
        head = sounds[:i]
        rests = {sounds[i + more :] for more in range(min(3, len(sounds) - i + 1))}
        for pair in _FREQUENT_TWO:
            for rest in rests:
                found.add(head + pair + rest)
        if len(sounds) >= i + 2:
            found.add(head + sounds[i + 2 :])
            found |= {head + letter + sounds[i + 2 :] for letter in _LETTERS}
    return found


_LETTERS = [bytes((n,)) for n in CLASSES]
_FREQUENT_TWO = [bytes((one, two)) for one in b"dklmnprst" for two in b"dklmnprst" if one != two]
_X_LATE, _X_SOON = re.compile(rb"(.)x"), re.compile(rb"x(.)")
