"""The numbers of stories as one JSON object."""

from __future__ import annotations

import json
from typing import Any

from fanlint.stats.numbers import Bucket, Numbers, Telling, commonest, histogram

VERSION = 1
_MOST = 50  # names, speakers and words in each list


def render(files: list[tuple[str, Numbers]], total: Numbers, words: list[Telling], errors: list[str]) -> str:
    """``files`` with their paths, all of them together, and the words that tell them."""
    record = {
        "version": VERSION,
        "files": [{"path": path, **_record(numbers)} for path, numbers in files],
        "total": {**_record(total), "telling_words": [_telling(word) for word in words]},
        "errors": errors,
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _record(numbers: Numbers) -> dict[str, Any]:
    ease = numbers.reading_ease
    return {
        "words": numbers.words,
        "notes": numbers.notes,
        "minutes": round(numbers.minutes, 1),
        "paragraphs": numbers.paragraphs,
        "scenes": numbers.scenes,
        "dialogue": round(numbers.dialogue, 3),
        "turns": numbers.turns,
        "speakers": dict(commonest(numbers.speakers, _MOST)),
        "names": dict(commonest(numbers.names, _MOST)),
        "sentences": numbers.sentences,
        "mean_sentence": round(numbers.mean_length, 1),
        "median_sentence": numbers.median_length,
        "sentence_lengths": {_range(bucket): bucket.sentences for bucket in histogram(numbers.lengths)},
        "reading_ease": None if ease is None else round(ease, 1),
    }


def _range(bucket: Bucket) -> str:
    return f"{bucket.low}-{bucket.high}" if bucket.high else f"{bucket.low}-"


def _telling(word: Telling) -> dict[str, Any]:
    return {"word": word.word, "count": word.uses, "ratio": round(word.ratio, 1)}
