"""Build fanlint/models/data/omissions.bin: where a small word is missing, or one too many, learnt from fiction.

    python tools/build_lapses.py --train train.txt.xz --old dev.txt.xz --modern serial.txt.xz --work FOLDER

--train   plain text, .xz or not, a paragraph a line; models are learnt from it
--old     a further text of that age, on which flags and errors found are counted
--modern  the same of today; the last third of it is left out, so that it can be used for a check
--work    a folder for what is kept between runs: the texts as numbers (those of tools/build_contexts.py), the models

Needs NumPy, SciPy and scikit-learn (made with 2.4, 1.17 and 1.9); fanlint itself does not. Clusters of words are those
of fanlint/models/data/confusions.bin: build that first. No text is kept, only weights. The same inputs give the same
bytes. It takes a quarter of an hour.
"""

from __future__ import annotations

import os

for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[_variable] = "1"  # sums in another order would give other bytes

import argparse
import pickle
import struct
import sys
from pathlib import Path
from zlib import crc32

import numpy as np

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from fanlint.models import features
from fanlint.models.confusions import Confusions
from fanlint.models.omissions import BUCKETS, HEAD, MAGIC
from tools.build_contexts import encoded
from tools.contexts_text import Stream, Vocabulary
from tools.lapses_fit import Ground, Model, gap_features, learn, scores, small_numbers, word_features

OUT = PROJECT / "fanlint" / "models" / "data" / "omissions.bin"
_OMISSIONS = 1_800_000  # places to learn from
_INTRUDERS = 2_200_000
_ALPHA = {"gap": 3.5e-6, "word": 3e-6}  # strength of the L1 penalty
_TESTED = 200_000  # errors put into a text to count those found
_RATES = (0.5, 1, 2, 5, 10, 20)
"""Flags in 100,000 words at which the errors found are told."""


def vocabulary_of(names: list[str]) -> Vocabulary:
    """What fanlint sees of each word: its digest and cluster, if features.bin has it."""
    shipped = Confusions.load()
    clusters = np.array([shipped.cluster(crc32(name.encode())) for name in names])
    clusters[: features.SPECIALS] = 0
    known = np.flatnonzero(clusters)
    return Vocabulary(names, known, clusters[known].astype(np.uint8))


def models(train: Ground, work: Path) -> dict[str, Model]:
    """The model of gaps and that of small words; those in the work folder are not learnt again."""
    found = {}
    for kind, extract in (("gap", gap_features), ("word", word_features)):
        kept = work / f"lapses-{kind}.pickle"
        if not kept.exists():
            sound = train.gaps if kind == "gap" else train.words
            wrong = train.omissions(_OMISSIONS, 1) if kind == "gap" else train.intruders(_INTRUDERS, 2)
            model = learn(extract, train.stream, sound, wrong, _ALPHA[kind])
            kept.write_bytes(pickle.dumps(model))
            print(f"{kind}: {np.count_nonzero(model.steps):,} weights", flush=True)
        found[kind] = pickle.loads(kept.read_bytes())
    return found


def packed(learnt: dict[str, Model]) -> bytes:
    """The bytes of the data file; see fanlint/models/omissions.py."""
    data = MAGIC
    for kind in ("gap", "word"):
        model = learnt[kind]
        keys = np.flatnonzero(model.steps)
        bounds = np.searchsorted(keys >> 16, np.arange(BUCKETS + 1)).astype("<u4")
        data += struct.pack(HEAD, len(keys), model.step, model.bias) + bounds.tobytes()
        data += _padded((keys & 0xFFFF).astype("<u2").tobytes())
        data += _padded((model.steps[keys].astype(np.int16) + 128).astype("u1").tobytes())
    return data


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 4)


def main() -> None:
    """Write the data file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--old", type=Path, nargs="+", default=[])
    parser.add_argument("--modern", type=Path, nargs="+", default=[])
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    modern = {path.stem for path in arguments.modern}
    paths = {"train": arguments.train, **{path.stem: path for path in (*arguments.old, *arguments.modern)}}
    names, arrays = encoded(paths, modern, arguments.work)
    vocabulary = vocabulary_of(names)
    small = small_numbers({name: number for number, name in enumerate(names)})
    learnt = models(Ground(Stream(arrays["train"], vocabulary), small, vocabulary.digests), arguments.work)
    data = packed(learnt)
    arguments.out.write_bytes(data)
    print(f"{arguments.out}: {len(data):,} bytes")
    for name in arrays:
        if name != "train":
            report(name, Ground(Stream(arrays[name], vocabulary), small, vocabulary.digests), learnt)


def report(name: str, ground: Ground, learnt: dict[str, Model]) -> None:
    """Print which part of the errors put into a text is found where so many places are flagged."""
    for kind, extract, sound, wrong in (
        ("gap", gap_features, ground.gaps, ground.omissions(_TESTED, 5)),
        ("word", word_features, ground.words, ground.intruders(_TESTED, 6)),
    ):
        clean = np.sort(scores(learnt[kind], extract, ground.stream, sound))[::-1]
        bad = scores(learnt[kind], extract, ground.stream, wrong)
        bars = [clean[int(rate * ground.size * 10)] for rate in _RATES]
        told = ", ".join(
            f"{rate}: {np.mean(bad > bar):.3f} ({bar:.2f})" for rate, bar in zip(_RATES, bars, strict=True)
        )
        print(f"{name}, {kind}: {told}", flush=True)


if __name__ == "__main__":
    main()
