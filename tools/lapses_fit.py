"""Models that tell a gap where a word is missing, or a word too many, from sound text: sparse logistic regression."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from zlib import crc32

import numpy as np
import scipy.sparse
from sklearn.linear_model import SGDClassifier

from fanlint.models import features, omission_features
from fanlint.models.omissions import SMALL, SPARED
from tools.contexts_text import Stream

KEYS = 1 << 24
_LEAST = 4  # places in which a feature must have been seen
_FAINT = 0.03  # weights below it are left out
_STEPS = 127  # on either side of 0 that a weight may take
_EPOCHS = 5
_PORTION = 200_000  # places whose keys are in memory at a time
_MARKS = (features.END, features.COMMA, features.SEMICOLON, features.QUOTE)
_I = crc32(b"i")
# Where one of these is left out, the sentence is mostly sound.
_SPARED = np.array([crc32(word.encode()) for word in SPARED], np.uint32)
_EDGE = 2 * features.REACH


class Model(NamedTuple):
    """A weight, in steps of ``step``, for each of the KEYS keys."""

    steps: np.ndarray
    step: float
    bias: float

    def score(self, keys: np.ndarray) -> np.ndarray:
        """The logit of each row of feature keys."""
        return self.steps[keys].sum(1, dtype=np.int64) * self.step + self.bias


class Places(NamedTuple):
    """Places of a text: a word (``x``, by digest) or nothing stands between ``left`` and ``right``."""

    left: np.ndarray
    right: np.ndarray
    x: np.ndarray

    def take(self, chosen: np.ndarray) -> Places:
        return Places(self.left[chosen], self.right[chosen], self.x[chosen])


Features = Callable[[Stream, Places], np.ndarray]


def gap_features(stream: Stream, places: Places) -> np.ndarray:
    """The keys of each place, a row a place, as those of a gap."""
    around = _around(stream, places)
    w1, v1, c1, d1 = around[2], around[3], around[8], around[9]
    keys = (
        omission_features.before_gap(w1, c1)
        + omission_features.after_gap(v1, d1)
        + omission_features.beside_gap(w1, v1, c1, d1)
    )
    keys += omission_features.around_gap(*around)
    return np.stack([key.astype(np.int32) for key in keys], 1)


def word_features(stream: Stream, places: Places) -> np.ndarray:
    """The keys of each place, a row a place, as those of a small word."""
    around = _around(stream, places)
    w1, v1, c1, d1 = around[2], around[3], around[8], around[9]
    x = places.x.astype(np.uint64)
    keys = omission_features.before_word(w1, c1, x) + omission_features.after_word(x, v1, d1)
    keys += omission_features.around_word(x, *around[1:5], *around[6:])
    return np.stack([key.astype(np.int32) for key in keys], 1)


def _around(stream: Stream, places: Places) -> list[np.ndarray]:
    """Digests and clusters in the order of ``omission_features.around_gap``; what is seen ends with the sentence."""
    found: list[list[np.ndarray]] = []
    for first, side in ((places.left, -1), (places.right, 1)):
        ended = np.zeros(len(first), bool)
        words, clusters = [], []
        for step in range(features.REACH):
            at = first + side * step
            word, cluster = stream.words[at].astype(np.uint64), stream.clusters[at].astype(np.uint64)
            word[ended] = cluster[ended] = features.END
            words.append(word)
            clusters.append(cluster)
            ended |= word == features.END
        found += [words, clusters]
    before, clusters_before, after, clusters_after = found
    return before[::-1] + after + clusters_before[::-1] + clusters_after


class Ground:
    """A text as places of sound gaps and small words, and of the same with a lapse put in."""

    def __init__(self, stream: Stream, small: np.ndarray, digests: np.ndarray) -> None:
        """``small`` are the numbers of the SMALL words, ``digests`` those of all words by number."""
        self.stream = stream
        self.size = stream.size
        known = stream.words >= features.SPECIALS
        word = known | np.isin(stream.words, (features.NAME, features.NUMBER, features.OWNER, features.UNKNOWN))
        beside = word | np.isin(stream.words, _MARKS)
        is_small = np.isin(stream.tokens, small) & (~stream.capital | (stream.words == _I))
        inside = np.arange(_EDGE, len(stream.words) - _EDGE)
        gap = inside[known[inside] & known[inside + 1]]
        self.gaps = Places(gap, gap + 1, np.zeros(len(gap), np.uint32))
        at = inside[is_small[inside]]
        hole = at[known[at - 1] & known[at + 1] & ~np.isin(stream.words[at], _SPARED)]
        self.holes = Places(hole - 1, hole + 1, stream.words[hole])
        twice = (stream.tokens[at] == stream.tokens[at - 1]) | (stream.tokens[at] == stream.tokens[at + 1])
        at = at[beside[at - 1] & beside[at + 1] & (word[at - 1] | word[at + 1]) & ~twice]
        self.words = Places(at - 1, at + 1, stream.words[at])
        self._small = digests[small]
        counts = np.bincount(stream.tokens, minlength=len(digests))[small].astype(float) ** 0.75
        self._shares = counts / counts.sum()

    def intruders(self, most: int, seed: int) -> Places:
        """Gaps into which a small word was put that stands on neither side."""
        random = np.random.RandomState(seed)
        gaps = self.gaps.take(_sample(len(self.gaps.left), most, random))
        x = self._small[random.choice(len(self._small), len(gaps.left), p=self._shares)]
        new = (self.stream.words[gaps.left] != x) & (self.stream.words[gaps.right] != x)
        return Places(gaps.left[new], gaps.right[new], x[new])

    def omissions(self, most: int, seed: int) -> Places:
        """Gaps out of which a small word was taken."""
        return self.holes.take(_sample(len(self.holes.left), most, np.random.RandomState(seed)))


def _sample(size: int, most: int, random: np.random.RandomState) -> np.ndarray:
    return np.arange(size) if size <= most else np.sort(random.choice(size, most, replace=False))


def scores(model: Model, features: Features, stream: Stream, places: Places) -> np.ndarray:
    """The logit of each place."""
    starts = range(0, len(places.left), _PORTION)
    parts = [
        model.score(features(stream, places.take(np.arange(at, min(at + _PORTION, len(places.left)))))) for at in starts
    ]
    return np.concatenate(parts)


def learn(features: Features, stream: Stream, sound: Places, wrong: Places, alpha: float) -> Model:
    """A model of wrong places against sound ones.

    It is fitted three times: at first against a sample of the sound places, then also against those that the model
    before took for wrong. Without them, what is rare but right would drown what is wrong.
    """
    share = len(wrong.left) // 2
    bad = features(stream, wrong)
    against = features(stream, sound.take(_sample(len(sound.left), share, np.random.RandomState(3))))
    model = _fit(against, bad[::3], alpha)
    seen = np.zeros(len(sound.left), bool)
    for count in (2 * share, share):
        marks = scores(model, features, stream, sound)
        marks[seen] = -np.inf
        hardest = np.sort(np.argsort(-marks, kind="stable")[:count])
        seen[hardest] = True
        against = np.concatenate([against, features(stream, sound.take(hardest))])
        model = _fit(against, bad, alpha)
    return model


def _fit(sound: np.ndarray, wrong: np.ndarray, alpha: float) -> Model:
    rows = np.concatenate([sound, wrong])
    kept = np.bincount(rows.ravel(), minlength=KEYS) >= _LEAST
    used = kept[rows]
    columns = (np.cumsum(kept) - 1)[rows[used]].astype(np.int32)
    starts = np.r_[0, np.cumsum(used.sum(1))]
    table = scipy.sparse.csr_matrix((np.ones(len(columns)), columns, starts), (len(rows), int(kept.sum())))
    regression = SGDClassifier(
        loss="log_loss",
        penalty="l1",
        alpha=alpha,
        max_iter=_EPOCHS,
        tol=None,
        random_state=0,
        learning_rate="invscaling",
        eta0=0.1,
        power_t=0.15,
    )
    regression.fit(table, np.r_[np.zeros(len(sound)), np.ones(len(wrong))])
    weights = regression.coef_[0]
    weights[np.abs(weights) < _FAINT] = 0.0
    step = max(float(np.abs(weights).max(initial=0.0)), 1e-3) / _STEPS
    steps = np.zeros(KEYS, np.int8)
    steps[kept] = np.round(weights / step).astype(np.int8)
    return Model(steps, step, float(regression.intercept_[0]))


def small_numbers(numbers: dict[str, int]) -> np.ndarray:
    """The numbers of the SMALL words."""
    return np.array([numbers[word] for word in SMALL])
