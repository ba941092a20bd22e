"""Models of which of two words stands in a context: sparse logistic regression over hashed features."""

from __future__ import annotations

import warnings
from typing import NamedTuple

import numpy as np
import scipy.sparse
from sklearn.linear_model import LogisticRegression

from tools.contexts_text import Stream

LEAST = 3
"""Places in which a feature must have been seen."""
_FAINT = 0.04  # weights below it are left out
_STEPS = 127  # on either side of 0 that a weight may take


class Model(NamedTuple):
    """Weights of ``steps`` times ``step`` by feature key, ascending; a positive sum speaks for the second word."""

    keys: np.ndarray
    steps: np.ndarray
    step: float
    bias: float

    def score(self, keys: np.ndarray) -> np.ndarray:
        """The logit of each row of feature keys."""
        if not len(self.keys):
            return np.full(len(keys), self.bias)
        at = np.searchsorted(self.keys, keys)
        at[at == len(self.keys)] = 0
        return ((self.keys[at] == keys) * self.steps[at]).sum(1) * self.step + self.bias


def penalty(rarer: int) -> float:
    """Inverse strength of the L1 penalty by the examples of the rarer word: the more there are, the more is noise."""
    return next(
        value
        for least, value in ((50_000, 0.15), (15_000, 0.3), (5_000, 0.4), (2_000, 0.7), (0, 1.0))
        if rarer >= least
    )


def fit(first: np.ndarray, second: np.ndarray) -> Model:
    """A model that tells the contexts of the second word from those of the first; rows are feature keys."""
    rows = np.concatenate([first, second])
    keys, inverse, counts = np.unique(rows.ravel(), return_inverse=True, return_counts=True)
    kept = counts >= LEAST
    column = np.where(kept, np.cumsum(kept) - 1, -1)[inverse.ravel()]
    used = column >= 0
    row = np.repeat(np.arange(len(rows)), rows.shape[1])[used]
    table = scipy.sparse.csr_matrix((np.ones(used.sum()), (row, column[used])), (len(rows), int(kept.sum())))
    table.data[:] = 1.0
    regression = LogisticRegression(
        l1_ratio=1.0,
        solver="liblinear",
        C=penalty(min(len(first), len(second))),
        class_weight="balanced",
        random_state=0,
        max_iter=60,
        tol=0.01,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a model is good enough before it has converged
        regression.fit(table, np.r_[np.zeros(len(first)), np.ones(len(second))])
    weights = regression.coef_[0]
    step = max(float(np.abs(weights).max(initial=0.0)), 1e-3) / _STEPS
    steps = np.round(weights / step).astype(np.int8)
    heard = (np.abs(weights) > _FAINT) & (steps != 0)
    return Model(keys[kept][heard], steps[heard], step, float(regression.intercept_[0]))


class Sampler:
    """Feature keys of the places of a word in the training text, at most so many, the same at every run."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._kept: dict[tuple[int, int], np.ndarray] = {}

    def keys(self, number: int, most: int) -> np.ndarray:
        if (number, most) not in self._kept:
            places, _ = self._stream.places(number)
            if len(places) > most:
                places = np.sort(np.random.RandomState(number % 65_537).choice(places, most, replace=False))
            while sum(map(len, self._kept.values())) > 3_000_000:
                del self._kept[next(iter(self._kept))]
            self._kept[number, most] = self._stream.keys(places)
        return self._kept[number, most]
