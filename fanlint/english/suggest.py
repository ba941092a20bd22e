"""What was meant by a word that is none: candidates by sound key, ranked by edit cost, frequency and
neighbours."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from operator import mul
from typing import NamedTuple

from fanlint.english import spacing
from fanlint.english.channel import Channel, common_ends
from fanlint.english.lexicon import COMMON, LOWER, RECORD, Lexicon, fold
from fanlint.english.pairs import Pairs
from fanlint.english.sound import key, neighbours

_NOTHING: Mapping[str, int] = {}
SEEN, SCORED = 40, 12
"""How many candidates are looked at, best first by letters and frequency; how many far ones are aligned by
letters."""

# The weights below were fitted by tools/fit_channel.py on the training halves of public lists of
# misspellings and on slips made in running text; that of "cost" was then raised by hand (-0.63 to -0.72),
# since the shipped letter groups, learnt from all of that, are better than those of the folds it was fitted
# with.
FEATURES = (
    "cost",
    "frequency",
    "frequent",
    "same first",
    "same last",
    "same key",
    "same letters",
    "proper",
    "length",
    "common",
)
WEIGHTS = (-0.72, 1.2, 0.0, 0.76, 0.73, 0.72, 0.76, -0.73, 0.03, 0.2)
LEFT, RIGHT = 1.4, 1.4
"""Worth of a factor of ten between how often a pair of neighbours is seen and how often chance would have
it."""
CASE = 2.5
"""Worth of the very same letters: a name written small."""
SPLIT_FREQUENCY, SPLIT = 1.3, -2.0
"""Worth of a factor of ten in the frequency of a phrase, and of its being run together at all."""
NOTHING_MEANT = 1.0
"""The score at which a word is as likely one that we do not know as a misspelling."""
SHORTHAND = {
    "u": "you",
    "ur": "your",
    "r": "are",
    "y": "why",
    "n": "and",
    "b": "be",
    "ppl": "people",
    "luv": "love",
}
"""What the shortest spellings of text messages stand for, too far off for letters to tell."""


class Suggestion(NamedTuple):
    """One guess at what was meant."""

    text: str
    """In the author's case; may contain a space."""
    score: float
    """Higher is better; comparable inside one list."""
    confidence: float
    """Estimated probability, 0 to 1, that it is what was meant."""
    kind: str
    """"edit", "split", "case" or "apostrophe"."""


class _Candidate(NamedTuple):
    word: str
    """In lower case, or as the story writes it."""
    weight: float
    """log10 of its uses per billion words."""
    same_key: bool
    proper: bool
    common: bool


def features(typed: str, candidate: _Candidate, channel: Channel, capital: bool) -> tuple[float, ...]:
    """What speaks for and against `candidate` for lower-case `typed`, in the order of FEATURES; `capital` if
    it had one."""
    word = candidate.word.lower()
    letters = typed.replace("'", "")
    apostrophe = letters == word.replace("'", "")
    return (
        channel.cost(typed, word),
        candidate.weight,
        max(0.0, candidate.weight - 3),
        float(word[0] == typed[0]),
        float(word[-1] == typed[-1]),
        float(candidate.same_key),
        float(set(word) == set(typed) or apostrophe),
        float(candidate.proper and not apostrophe and not capital),
        0.0 if apostrophe else float(abs(len(word) - len(typed))),
        float(candidate.common),
    )


class Suggester:
    """Finds what was meant by words outside the lexicon."""

    def __init__(self, lexicon: Lexicon, pairs: Pairs | None = None, channel: Channel | None = None) -> None:
        """Draw candidates from `lexicon`, context from `pairs`, edit costs from `channel`: by default those
        shipped."""
        self._lexicon = lexicon
        self.channel = channel if channel is not None else Channel.load()
        self._pairs = pairs if pairs is not None else Pairs.load()

    def suggest(
        self,
        word: str,
        left: str | None = None,
        right: str | None = None,
        known: Mapping[str, int] = _NOTHING,
        limit: int = 5,
    ) -> list[Suggestion]:
        """Up to `limit` guesses at what `word` was to be, best first; none when nothing is near.

        `left` and `right` are the neighbouring words in lower case; `known` the story's own words and names
        with their counts, which are candidates too.
        """
        typed = fold(word)
        lower = typed.lower()
        if not lower or len(lower) > 40 or not lower.isascii():
            return []
        scored: dict[str, tuple[float, str]] = {}
        for candidate in self._candidates(lower, known):
            score = self._score(lower, candidate, typed[0].isupper(), left, right)
            text = self._dress(typed, candidate)
            if text != word and score > scored.get(text, (-99.0, ""))[0]:
                scored[text] = score, _kind(lower, text)
        for first, second, score in spacing.splits(lower, self._lexicon, self._pairs):
            score = (
                SPLIT_FREQUENCY * score + SPLIT + self._context(first, left, None) + self._context(second, None, right)
            )
            scored[_case(typed, spacing.phrase(first, second))] = score, "split"
        if lower in SHORTHAND:
            scored[_case(typed, SHORTHAND[lower])] = 12.0, "edit"
        ranked = sorted(((score, text, kind) for text, (score, kind) in scored.items()), key=lambda r: (-r[0], r[1]))
        return _confident(ranked, limit)

    def split(self, word: str) -> Suggestion | None:
        """The two words run together in `word` ("himlike" -> "him like"), or None when it is not clearly
        two."""
        best = self.suggest(word, limit=1)
        return best[0] if best and best[0].kind == "split" else None

    def rejoin(self, first: str, second: str, left: str | None = None, right: str | None = None) -> Suggestion | None:
        """What two neighbouring tokens, one of them unknown, were to be: a shifted space, or a word torn
        apart.

        "an dbegging" -> "and begging", "tog ether" -> "together"; None unless it is clearly right.
        """
        if not (first + second).isascii() or second != second.lower() or first[1:] != first[1:].lower():
            return None  # A name or an abbreviation, or a foreign word.
        found = spacing.rejoined(first, second, left, right, self._lexicon, self._pairs)
        if found is None:
            return None
        text, score = found
        return Suggestion(_case(first, text), score, 1 / (1 + math.exp(-score)), "split" if " " in text else "edit")

    def _candidates(self, lower: str, known: Mapping[str, int]) -> list[_Candidate]:
        """The words nearest to `lower` by letters, sound and frequency, at most SCORED and those of the
        story."""
        raw = lower.encode("ascii")
        size = len(raw)
        slack = 2 if size < 6 else 3
        sounds = key(raw)
        rough: list[tuple[float, bytes, int, int, bool]] = []
        for same, group in self._groups(sounds):
            for text, flags, weight in RECORD.findall(group):
                gap = len(text) - size
                if not -slack <= gap <= slack:
                    continue
                apart = len(text.translate(None, raw)) + len(raw.translate(None, text))
                if apart > slack + 1:
                    continue
                value = (weight[0] & 0x7F) * 0.09 - 2.2 * apart - 0.5 * abs(gap)
                if text[0] == raw[0]:
                    value += 1.5
                if text[-1] == raw[-1]:
                    value += 0.7
                if same:
                    value += 2.0
                rough.append((value, text, flags[0], weight[0] & 0x7F, same))
        rough.sort(reverse=True)
        found = []
        hard = 0
        for _, text, flags, weight, same in rough[:SEEN]:
            word = text.decode()
            head, tail = common_ends(lower, word)
            if max(size, len(word)) - head - tail > 1:
                # Only a single slip is cheap to weigh; of the others, take those that look best.
                hard += 1
                if hard > SCORED:
                    continue
            found.append(_Candidate(word, weight / 16, same, not flags & LOWER, bool(flags & COMMON)))
        for name, count in known.items():
            if name and abs(len(name) - size) <= 2 and name.isascii():
                other = name.lower().encode()
                if len(other.translate(None, raw)) + len(raw.translate(None, other)) <= 2:
                    found.append(_Candidate(name, 3.5 + math.log10(max(count, 1)), key(other) == sounds, False, True))
        return found

    def _groups(self, sounds: bytes) -> Iterator[tuple[bool, bytes]]:
        """Records under `sounds` and the keys one edit from it, with whether the key is the same."""
        group = self._lexicon.group
        yield True, group(sounds)
        for near in neighbours(sounds):
            records = group(near)
            if records:
                yield False, records

    def _score(self, lower: str, candidate: _Candidate, capital: bool, left: str | None, right: str | None) -> float:
        """The worth of `candidate` for `lower`: minus the edit cost, plus what speaks for the word and its
        place."""
        worth: float = sum(map(mul, WEIGHTS, features(lower, candidate, self.channel, capital)))
        word = candidate.word.lower()
        return (
            worth
            + (CASE if word == lower and (len(word) > 1 or word == "i") else 0.0)
            + self._context(word, left, right)
        )

    def _context(self, word: str, left: str | None, right: str | None) -> float:
        """How much likelier `word` is between its neighbours than anywhere, from counts of pairs."""
        score = 0.0
        for first, second, weight in ((left, word, LEFT), (word, right, RIGHT)):
            if first and second:
                count = self._pairs.count(first, second)
                if count:
                    expected = self._lexicon.weight(first) + self._lexicon.weight(second) - 18
                    score += weight * max(0.0, count - math.log10(self._pairs.total) - expected)
        return score

    def _dress(self, typed: str, candidate: _Candidate) -> str:
        """The candidate as it is written here: a name with its capitals, another word in the author's
        case."""
        if candidate.word != candidate.word.lower():
            return candidate.word
        if candidate.proper and not typed.isupper():
            return self._lexicon.proper_form(candidate.word) or candidate.word
        return _case(typed, candidate.word)


def _case(typed: str, text: str) -> str:
    """`text` in the case of `typed`: all capitals, first capital, or as it is."""
    if len(typed) > 1 and typed.isupper():
        return text.upper()
    if typed[:1].isupper():
        return text[:1].upper() + text[1:]
    return text


def _kind(lower: str, text: str) -> str:
    found = text.lower()
    if found == lower:
        return "case"
    return "apostrophe" if found.replace("'", "") == lower.replace("'", "") else "edit"


def _confident(ranked: list[tuple[float, str, str]], limit: int) -> list[Suggestion]:
    """Suggestions with the share each has of the probability, some of it kept for "none of these"."""
    if not ranked:
        return []
    best = ranked[0][0]
    shares = [math.exp(score - best) for score, _, _ in ranked]
    total = sum(shares) + math.exp(NOTHING_MEANT - best)
    return [
        Suggestion(text, score, share / total, kind)
        for (score, text, kind), share in zip(ranked[:limit], shares, strict=False)
    ]
