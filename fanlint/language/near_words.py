"""What was meant by a word of a language that we know only as a list of words: one slip of the finger, no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import combinations, product

from fanlint.language import ENGLISH
from fanlint.language.en.lexicon import Lexicon
from fanlint.language.en.suggest import Suggestion
from fanlint.language.word_list import Words, normal, plain, replaced
from fanlint.text.case import match_case

# Worth of how a slip comes about, in powers of ten of a word's frequency: by the accent that is missing or wrong, by
# two letters swapped, by one doubled or single, by any other letter.
_ACCENT, _SWAP, _DOUBLE, _LETTER = 4.0, 2.0, 1.5, 0.0
_FIRST = -2.0  # for another first letter: that one is hardly ever wrong
_SHORTEST = 5  # letters; of shorter words too many are neighbours,
_BARE = 3  # unless only an accent is missing
_LONGEST = 30
_LETTERS = 0.5  # worth of each letter above the fewest: a long word has no neighbours by chance
_LIKELY = 0.9  # the confidence of a lone candidate
_VOWELS = 2  # accents that may be missing in one word


class NearWords:
    """Finds the frequent words one slip away. It answers what ``fanlint.language.en.suggest.Suggester`` answers."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._about = words.about

    def suggest(
        self,
        word: str,
        left: str | None = None,  # noqa: ARG002
        right: str | None = None,  # noqa: ARG002
        known: Mapping[str, int] | None = None,  # noqa: ARG002
        limit: int = 5,
    ) -> list[Suggestion]:
        """Up to ``limit`` guesses, best first; none where no frequent word is one slip away."""
        key = normal(word)
        head, apostrophe, tail = key.rpartition("'")
        lead = head + apostrophe if head in self._about.elided else ""
        key = tail if lead else key
        if not _BARE <= len(key) <= _LONGEST:
            return []
        borrowed = self._is_english(key)
        scored: dict[str, float] = {}
        for found, worth in self._candidates(key):
            if borrowed and worth < _ACCENT:
                continue
            score = worth + self._words.frequency(found)
            if score + _LETTERS * (len(key) - _SHORTEST + 1) >= self._about.enough:
                scored[found] = max(scored.get(found, -9.0), score)
        ranked = sorted(scored.items(), key=lambda one: (-one[1], one[0]))
        total = sum(10 ** (score - ranked[0][1]) for _, score in ranked)
        written = word[: len(lead)]
        return [
            Suggestion(
                written + match_case(word[len(lead) :], found),
                score,
                _LIKELY * 10 ** (score - ranked[0][1]) / total,
                "edit",
            )
            for found, score in ranked[:limit]
        ]

    def rejoin(self, first: str, second: str, left: str | None = None, right: str | None = None) -> None:
        """Nothing: which words stand together is not known."""

    def _candidates(self, key: str) -> Iterator[tuple[str, float]]:
        """Words of the dictionary one slip from ``key``, each with the worth of that slip; some twice."""
        for word in self._accented(key):
            # An accent too much may be meant: vóór.
            yield word, _ACCENT if _accent_count(word) >= _accent_count(key) else _DOUBLE
        for typed, letter in self._about.typed:
            for word in replaced(key, typed, letter):
                if self._words.is_word(word):
                    yield word, _ACCENT
        for word in self._words.near(key) if len(key) >= _SHORTEST else ():
            if word != key:
                worth = _worth(key, word)
                if worth >= _DOUBLE:
                    yield word, worth
                elif not self._is_other_form(key, word):
                    yield word, worth - self._about.doubt

    def _is_other_form(self, key: str, word: str) -> bool:
        """Whether the two differ only at their end, where words are inflected."""
        if not self._about.ending:
            return False
        common = next((at for at, (a, b) in enumerate(zip(key, word, strict=False)) if a != b), len(word))
        return common >= min(len(key), len(word)) - self._about.ending

    def _is_english(self, key: str) -> bool:
        """Whether a word may have been taken over from English: stop, boss, makeup."""
        return self._about.code != ENGLISH and self._english is not None and self._english.accepts(key)

    @cached_property
    def _english(self) -> Lexicon | None:
        try:
            return Lexicon.load()
        except (OSError, ValueError):
            return None

    @cached_property
    def _variants(self) -> dict[str, str]:
        """For each plain letter the letters that it may be with an accent, and those for it without."""
        kin: dict[str, set[str]] = {}
        for char in self._words.letters:
            kin.setdefault(plain(char), set()).add(char)
        return {char: "".join(sorted(kin[plain(char)] - {char})) for char in self._words.letters}

    def _accented(self, key: str) -> Iterator[str]:
        """Words that differ from ``key`` in accents alone, or in letters that stand for one another: ss, ß."""
        places = [at for at, char in enumerate(key) if self._variants.get(char)]
        for count in range(1, _VOWELS + 1):
            for chosen in combinations(places, count):
                for letters in product(*(self._variants[key[at]] for at in chosen)):
                    changed = list(key)
                    for at, letter in zip(chosen, letters, strict=True):
                        changed[at] = letter
                    word = "".join(changed)
                    if self._words.is_word(word):
                        yield word


def _accent_count(word: str) -> int:
    return sum(char != plain(char) for char in word)


def _worth(key: str, word: str) -> float:
    first = 0.0 if key[0] == word[0] else _FIRST
    if len(key) == len(word):
        return first + (_SWAP if sorted(key) == sorted(word) else _LETTER)
    return first + (_DOUBLE if _single(key) == _single(word) else _LETTER)


def _single(word: str) -> str:
    """``word`` with every doubled letter once."""
    return "".join(char for at, char in enumerate(word) if not at or word[at - 1] != char)
