"""What was meant by a word that is none: candidates by sound key, ranked by edit cost, frequency and
neighbours."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from operator import mul
from typing import NamedTuple

from fanlint.language.en import word_boundaries
from fanlint.language.en.bigrams import LEAST, Pairs
from fanlint.language.en.channel import Channel, one_slip
from fanlint.language.en.lexicon import Lexicon, fold
from fanlint.language.en.spelling_candidates import Candidate, Nearest
from fanlint.text.distance import common_ends

_NOTHING: Mapping[str, int] = {}

# The weights below were fitted by tools/fit_channel.py on the training halves of public lists of misspellings and on
# slips made in words of running text.
FEATURES = (
    "cost",
    "frequency",
    "frequent",
    "frequency and one mistake",
    "same first letter or sounds",
    "same first two",
    "same last",
    "same key",
    "letters only in the word",
    "letters only in the typed",
    "longer",
    "frequency and short",
    "proper",
)
WEIGHTS = (-0.4, 1.16, -0.47, 0.36, 0.82, 0.34, 0.6, 0.87, -0.45, -0.9, 0.35, 0.4, -1.44)
LIGHT = 3.2
"""The most that a group of letters costs, if mistaking it is but one mistake: "f" for "ph"."""
SHORT = 5
"""Words of fewer letters have so many neighbours that frequency tells more."""
POOR = -1.0
"""The score below which the best of the nearest words is so poor that farther ones are looked at."""
TOGETHER, APART = 1.4, 1.2
"""Worth of a factor of ten by which a pair of neighbours is seen more often, or less, than chance would have it."""
MOST_APART = 1.0
"""The most factors of ten that count against a pair: the pairs come from old books, and phones do not."""
CASE = 4.5
"""Worth of the very same letters: a name written small."""
SHORT_CASE = (0.0, 0.0, 0.0, 2.0)
"""The same for words of one, two, three letters: too many of them are signs and abbreviations."""
SAME_LETTERS = 1.5
"""Worth of the same letters but for the apostrophe, save that of "'s", which a plural lacks by right."""
NO_APOSTROPHE = -3.0
"""Worth of a word without the apostrophe that was typed: who types one means a contraction."""
POSSESSIVE = 1.8
"""By how much log10 of its uses the possessive of a word is rarer than the word."""
OWNERS = frozenset(
    "women men children people everyone everybody someone somebody anyone anybody nobody today tonight yesterday "
    "tomorrow".split()
)
"""Words that have no plural in -s, or hardly any: with an s at the end they own something."""
SPLIT_FREQUENCY, SPLIT = 1.3, 0.0
"""Worth of a factor of ten in the frequency of a phrase, and of its being run together at all."""
NOTHING_MEANT = 0.0
"""The score at which a word is as likely one that we do not know as a misspelling."""
SHARPNESS = 1.15
"""How much surer a score is than it says: with it, of slips put into fiction those of .98 are right 99 times in 100."""
_UNSEEN = math.log10(LEAST / 2)
"""What a pair outside the table may have been counted, as its logarithm."""
SHORTHAND = {
    "i": "I",
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


def features(typed: str, candidate: Candidate, channel: Channel, capital: bool) -> tuple[float, ...]:
    """What speaks for and against `candidate` for lower-case `typed`, in the order of FEATURES; `capital` if
    it had one."""
    word = candidate.word.lower()
    weight = candidate.weight
    letters, plain = typed.replace("'", ""), word.replace("'", "")
    apostrophe = letters == plain
    cost = channel.cost(typed, word)
    once = cost <= LIGHT or one_slip(typed, word, *common_ends(typed, word))
    return (
        cost,
        weight,
        max(0.0, weight - 3),
        weight if once else 0.0,
        float(word[0] == typed[0] or candidate.same_key),
        float(word[:2] == typed[:2]),
        float(word[-1] == typed[-1]),
        float(candidate.same_key),
        float(candidate.only_word),
        float(candidate.only_typed),
        float(len(plain) > len(letters)),
        weight if len(typed) < SHORT else 0.0,
        float(candidate.proper and not apostrophe and not capital),
    )


class Suggester:
    """Finds what was meant by words outside the lexicon."""

    def __init__(self, lexicon: Lexicon, pairs: Pairs | None = None, channel: Channel | None = None) -> None:
        """Draw candidates from `lexicon`, context from `pairs`, edit costs from `channel`: by default those
        shipped."""
        self._lexicon = lexicon
        self._nearest = Nearest(lexicon)
        self.channel = channel if channel is not None else Channel.load()
        self._pairs = pairs if pairs is not None else Pairs.load()
        self._per_pair = math.log10(self._pairs.total) - 18

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

        def weigh(candidates: Iterable[Candidate]) -> None:
            for candidate in candidates:
                score = self._score(lower, candidate, typed[0].isupper(), left, right)
                text = self._dress(typed, candidate)
                if text != word and score > scored.get(text, (-99.0, ""))[0]:
                    scored[text] = score, _kind(lower, text)

        weigh(self._nearest.near(lower))
        weigh(self._nearest.known(lower, known))
        weigh(self._possessive(lower))
        if len(lower) > 4 and max((score for score, _ in scored.values()), default=-99.0) < POOR:
            weigh(self._nearest.far(lower))
        for first, second, score in word_boundaries.splits(lower, self._lexicon, self._pairs):
            score = (
                SPLIT_FREQUENCY * score + SPLIT + self._context(first, left, None) + self._context(second, None, right)
            )
            scored[_case(typed, word_boundaries.phrase(first, second))] = score, "split"
        if lower in SHORTHAND and SHORTHAND[lower] != typed:
            text = _case(typed, SHORTHAND[lower])
            scored[text] = 12.0, _kind(lower, text)
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
        found = word_boundaries.rejoined(first, second, left, right, self._lexicon, self._pairs)
        if found is None:
            return None
        text, score = found
        return Suggestion(_case(first, text), score, 1 / (1 + math.exp(-score)), "split" if " " in text else "edit")

    def _possessive(self, lower: str) -> Iterator[Candidate]:
        """The possessive that `lower` is but for the apostrophe: "women's" for "womens"."""
        if lower[:-1] in OWNERS and lower[-1] == "s":
            weight = self._lexicon.frequency(lower[:-1]) - POSSESSIVE
            yield Candidate(f"{lower[:-1]}'s", weight, True, False, 0, 0)

    def _score(self, lower: str, candidate: Candidate, capital: bool, left: str | None, right: str | None) -> float:
        """The worth of `candidate` for `lower`: minus the edit cost, plus what speaks for the word and its
        place."""
        worth: float = sum(map(mul, WEIGHTS, features(lower, candidate, self.channel, capital)))
        word = candidate.word.lower()
        if word == lower:
            worth += SHORT_CASE[len(word)] if len(word) < len(SHORT_CASE) else CASE
        elif "'" in lower:
            worth += 0.0 if "'" in word else NO_APOSTROPHE
        elif "'" in word and word[-2:] != "'s" and word.replace("'", "") == lower:
            worth += SAME_LETTERS
        return worth + self._context(word, left, right)

    def _context(self, word: str, left: str | None, right: str | None) -> float:
        """How much likelier `word` is between its neighbours than anywhere, from counts of pairs."""
        if not left and not right:
            return 0.0
        score = 0.0
        weight = self._lexicon.weight
        own = weight(word) + self._per_pair
        for first, second, other in ((left, word, left), (word, right, right)):
            if first and second and other and (beside := weight(other)):
                chance = own + beside
                count = self._pairs.count(first, second) or min(_UNSEEN, chance)
                more = count - chance
                score += TOGETHER * more if more > 0 else APART * max(-MOST_APART, more)
        return score

    def _dress(self, typed: str, candidate: Candidate) -> str:
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
    shares = [math.exp(SHARPNESS * (score - best)) for score, _, _ in ranked]
    total = sum(shares) + math.exp(SHARPNESS * (NOTHING_MEANT - best))
    return [
        Suggestion(text, score, share / total, kind)
        for (score, text, kind), share in zip(ranked[:limit], shares, strict=False)
    ]
