"""How many syllables an English word has, told from its spelling."""

from __future__ import annotations

import re

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?<=[aeiouy])[^aeiouy]+(?:(?<![^aeiouyl]l)e|(?<![td])ed|(?<![scgxz])(?<![cs]h)(?<![^aeiouyl]l)es)$"
)  # home, walked, homes; not table, free, wanted, houses, watches
# Vowels side by side that are heard apart, or a syllable without a vowel.
_MORE = re.compile(
    r"i[aou]|[aeiou]{3}|(?<![aeiou])[aeo]ing|[aeiouy][^aeiouy]+ea$|creat(?!ure)|oe[mt]|eum|aos|scien|clien|[^uaeio]iet"
    r"|[^gq]ua[^uaieo]|isms?$|eos?$|thm|(?<=[ds])n't"
)
_FEWER = re.compile(r"[cts]ia[ln]?|[cstgx]iou|(?<=..)ion|eau")  # special, nation, religious


def syllables(word: str) -> int:
    """Syllables of a word in any case, at least 1: right for nine words in ten, which is enough for a mean."""
    word = word.lower().replace("’", "'")
    count = len(_VOWELS.findall(word)) + len(_MORE.findall(word)) - len(_FEWER.findall(word))
    return max(1, count - bool(_SILENT.search(word)))
