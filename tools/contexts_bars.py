"""From which logit on a word is doubted: where false alarms are few, and what that costs in errors found."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from fanlint.models.confusions import NEVER

GRID = np.arange(-6.0, 14.0, 0.1)
"""Bars that are weighed, in logits."""
ARCHAIC = 0.7
"""Taken off what an old text scores: its “loose the bands” is rarer today."""
ORDINARY = 8.0
"""Uses in a million words that any word may have in a story of today."""
_SUREST = 0.003
"""False alarms in a million words that any direction is expected to bring: some are of a kind that no text had."""
_TAIL = 60
"""Highest clean scores that show how fast they thin out; of a word with few uses, one use in twelve."""


class Seen(NamedTuple):
    """What a text shows of a direction. ``clean``: (score, place) of uses of the written word, highest first;
    ``missed``: scores at places of the intended word, had it been written wrong, ascending, perhaps a sample;
    ``judged`` of ``places`` places of the intended word are such that fanlint speaks up there at all."""

    text: str
    modern: bool
    size: float
    clean: list[tuple[float, int]]
    missed: np.ndarray
    judged: int
    places: int


class Level(NamedTuple):
    """What a level may cost: false alarms in a million words, of all directions and of one; and the least recall."""

    budget: float
    most: float
    recall: float


LEVELS = (Level(12.0, 1.5, 0.55), Level(70.0, 5.0, 0.4), Level(300.0, 15.0, 0.3))


_OFTEN = 0.35
"""Of the least recall of a level, what is asked of slips that are made often."""


class Curve(NamedTuple):
    """False alarms in a million words, and recall, at every bar of GRID; ``worth`` weighs an error found.

    A slip that is made ``often`` is worth finding even where few are found.
    """

    alarms: np.ndarray
    recall: np.ndarray
    worth: float
    often: bool


def recall(seen: list[Seen], bar: float, modern: bool | None = None) -> tuple[float, int]:
    """Of the errors put in, the part found, and how many were put in; in modern or old texts, or in both (None)."""
    texts = [each for each in seen if each.places and modern in (None, each.modern)]
    every = sum(each.places for each in texts)
    found = sum(each.judged * (1 - np.searchsorted(each.missed, bar) / max(1, len(each.missed))) for each in texts)
    return (float(found / every) if every else 0.0), every


def fair_recall(seen: list[Seen], bar: float) -> float:
    """Recall in modern texts where they have enough to measure it."""
    modern, count = recall(seen, bar, True)
    return modern if count >= 60 else recall(seen, bar)[0]


def alarms(seen: list[Seen], judged_true: int, uses: float) -> np.ndarray:
    """Expected false alarms in a million words of today at every bar of GRID.

    A word that old fiction hardly has (to brake) may be frequent today: it is taken to stand there ORDINARY times.
    ``judged_true`` of the highest clean scores are real errors in the texts, read by hand, and not counted; ``uses`` of
    the written word in a million words are the most. Half the estimate is from all texts, half from the modern ones.
    """
    every = sorted(((score - (0 if each.modern else ARCHAIC), each.modern) for each in seen for score, _ in each.clean))
    every = every[: len(every) - judged_true][::-1]
    found = []
    for modern in (False, True):
        size = sum(each.size for each in seen if each.modern or not modern)
        scores = np.array([score for score, of_today in every if of_today or not modern])
        found.append(_thinning(scores, size, uses))
    ordinary = max(uses, ORDINARY)
    return np.clip((found[0] + found[1]) / 2 * ordinary / uses, _SUREST, ordinary)


def _thinning(scores: np.ndarray, size: float, uses: float) -> np.ndarray:
    """How many of the scores (highest first) a million words have above each bar.

    Above its highest scores, a bar is believed to be passed ever more rarely, as fast as they thin out (or slower).
    """
    if not len(scores):
        return np.exp(-np.maximum(GRID, 0) / 0.9) / max(size, 1.0)
    count = min(len(scores), int(np.clip(uses * size / 12, 6, _TAIL)))
    slope = 0.9
    if count >= 3:
        expected = sum(sum(1 / rank for rank in range(place, count)) for place in range(1, count))
        slope = float(np.clip((scores[: count - 1] - scores[count - 1]).sum() / expected, 0.5, 1.0))
    ranks = (np.arange(count) + 1.5) / size
    return (ranks[:, None] * np.exp(-np.maximum(GRID[None, :] - scores[:count, None], 0) / slope)).max(0)


def choose(curves: list[Curve], level: Level) -> list[float]:
    """The bar of every direction, so that all together find most for the level's budget; NEVER for one that is off."""
    low, high = -12.0, 16.0
    chosen: list[int | None] = []
    for _ in range(60):
        price = math.exp((low + high) / 2)
        chosen = [_best(curve, price, level) for curve in curves]
        spent = sum(curve.alarms[at] for curve, at in zip(curves, chosen, strict=True) if at is not None)
        if spent > level.budget:
            low = math.log(price)
        else:
            high = math.log(price)
    return [NEVER if at is None else float(GRID[at]) for at in chosen]


def _best(curve: Curve, price: float, level: Level) -> int | None:
    """The bar, as a place in GRID, that gives most for its alarms; None where none is worth them."""
    gain = curve.worth * curve.recall - price * curve.alarms
    gain[(curve.recall < level.recall * (_OFTEN if curve.often else 1)) | (curve.alarms > level.most)] = 0.0
    at = int(np.argmax(gain))
    return at if gain[at] > 0 else None
