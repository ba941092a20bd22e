"""Slips of the finger, made as typists make them, in words drawn from a running text."""

from __future__ import annotations

import lzma
import re
from collections import Counter
from pathlib import Path
from random import Random

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
NEAR_KEYS = {
    letter: "".join(
        row[max(0, x - 1) : x + 2] for other, row in enumerate(ROWS) if abs(other - y) < 2 for x in [line.index(letter)]
    ).replace(letter, "")
    for y, line in enumerate(ROWS)
    for letter in line
}
"""The letters around each on a keyboard."""
KINDS = {"leave out": 24, "swap": 20, "replace": 14, "press two": 12, "double": 10, "other vowel": 8, "single": 6}
"""How often each kind of slip is made, in parts of all."""
TWICE = 0.06
"""The share of words that are slipped in twice."""
INITIAL = 0.4
"""How likely a slip that would fall on the first letter stays there: writers watch it."""
LEAST = 8
"""A word is drawn only if the text has it this many times: what it has less often may be a slip itself."""
_WORD = re.compile(r"(?<![A-Za-z'’])[a-z]{3,}(?![A-Za-z'’])")


def slip(word: str, random: Random) -> str:
    """Lower-case `word` with one slip; now and then it is the word itself that comes out."""
    (kind,) = random.choices(list(KINDS), list(KINDS.values()))
    at = random.randrange(len(word))
    if not at and random.random() > INITIAL:
        at = random.randrange(len(word))
    if kind == "single":
        doubles = [i for i in range(1, len(word)) if word[i] == word[i - 1]]
        at = random.choice(doubles) if doubles else at
    elif kind == "other vowel":
        vowels = [i for i, letter in enumerate(word) if letter in "aeiou"]
        at = random.choice(vowels) if vowels else at
    head, letter, tail = word[:at], word[at], word[at + 1 :]
    near = random.choice(NEAR_KEYS[letter])
    return {
        "leave out": head + tail,
        "single": head + tail,
        "swap": head + tail[:1] + letter + tail[1:],
        "replace": head + near + tail,
        "press two": head + random.choice((near + letter, letter + near)) + tail,
        "double": head + letter + letter + tail,
        "other vowel": head + random.choice("aeiou") + tail,
    }[kind]


def count_words(path: Path) -> Counter[str]:
    """The lower-case words of a text (maybe .xz) and how often it has them."""
    words: Counter[str] = Counter()
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as file:
        for line in file:
            words.update(_WORD.findall(line))
    return words


def slips(words: Counter[str], number: int, seed: int, power: float) -> list[tuple[str, str]]:
    """Pairs (wrong, right): words drawn by their count to the `power`, with a slip in each; the same for one `seed`."""
    random = Random(seed)
    drawn = sorted(word for word, count in words.items() if count >= LEAST)
    weights = [words[word] ** power for word in drawn]
    pairs: list[tuple[str, str]] = []
    while len(pairs) < number:
        for word in random.choices(drawn, weights, k=number):
            wrong = slip(word, random)
            if wrong and random.random() < TWICE:
                wrong = slip(wrong, random)
            if wrong and wrong != word:
                pairs.append((wrong, word))
    return pairs[:number]
