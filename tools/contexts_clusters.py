"""Groups of words that stand in like contexts, found without supervision."""

from __future__ import annotations

import numpy as np
import scipy.sparse
from sklearn.cluster import MiniBatchKMeans
from sklearn.utils.extmath import randomized_svd

from fanlint.models import features

LEAST = 60
"""Uses in the training text from which a word has a place in the vocabulary."""
_NEIGHBOURS = 3000  # of the most frequent words, which tell what a word is like
_WEIGHTS = {-1: 1.0, 1: 1.0, -2: 0.6, 2: 0.6}  # by the distance of the neighbour
_DIMENSIONS = 100
_SEED = 7


def vocabulary_of(tokens: np.ndarray, names: list[str]) -> np.ndarray:
    """Numbers of the words that are frequent enough, the most frequent first."""
    counts = np.bincount(tokens, minlength=len(names))
    known = [number for number in range(features.SPECIALS, len(names)) if counts[number] >= LEAST]
    return np.array(sorted(known, key=lambda number: (-counts[number], names[number])))


def clusters_of(tokens: np.ndarray, known: np.ndarray, size: int) -> np.ndarray:
    """The cluster of each known word, a number from features.SPECIALS to 255: k-means on word vectors.

    The vectors are those of a truncated decomposition of positive pointwise mutual information with the neighbours.
    """
    rank = np.full(size, features.UNKNOWN, np.int64)
    rank[: features.SPECIALS] = np.arange(features.SPECIALS)
    rank[known] = features.SPECIALS + np.arange(len(known))
    ranks = rank[tokens]
    rows, columns = features.SPECIALS + len(known), features.SPECIALS + _NEIGHBOURS
    tables = [_information(ranks, distance, rows, columns) * weight for distance, weight in _WEIGHTS.items()]
    table = scipy.sparse.hstack(tables).tocsr()[features.SPECIALS :]
    left, values, _ = randomized_svd(table, _DIMENSIONS, n_iter=3, random_state=_SEED)
    vectors = left * np.sqrt(values)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    groups = MiniBatchKMeans(256 - features.SPECIALS, random_state=_SEED, batch_size=4096, n_init=3, max_iter=200)
    return (groups.fit(vectors).labels_ + features.SPECIALS).astype(np.uint8)


def _information(ranks: np.ndarray, distance: int, rows: int, columns: int) -> scipy.sparse.csr_matrix:
    """Positive pointwise mutual information of words with the frequent words at a distance."""
    word = ranks[max(0, -distance) : len(ranks) - max(0, distance)]
    beside = ranks[max(0, distance) : len(ranks) - max(0, -distance)]
    counted = (beside < columns) & (word >= features.SPECIALS)
    pairs, counts = np.unique(word[counted] * columns + beside[counted], return_counts=True)
    table = scipy.sparse.csr_matrix((counts.astype(float), (pairs // columns, pairs % columns)), (rows, columns))
    of_word = np.asarray(table.sum(1)).ravel()
    of_neighbour = np.asarray(table.sum(0)).ravel() ** 0.75  # rare neighbours would weigh too much
    of_neighbour /= of_neighbour.sum()
    found = table.tocoo()
    information = np.log(found.data / (of_word[found.row] * of_neighbour[found.col]))
    kept = information > 0
    return scipy.sparse.csr_matrix((information[kept], (found.row[kept], found.col[kept])), (rows, columns))
