"""Build fanlint/models/data/confusions.bin: which of two words stands in a context, learnt from fiction.

    python tools/build_contexts.py --train train.txt.xz --old dev.txt.xz --modern serial.txt.xz --work FOLDER

--train   plain text, .xz or not, a paragraph a line; models are learnt from it
--old     further texts of that age, any number, on which false alarms and errors found are counted
--modern  the same of today; the last third of each is left out, so that it can be used for a check
--work    a folder for what is kept between runs: the texts as numbers, clusters, models
--docs    a file for the table of all directions (docs/confusables.md)
--tops    a file for the highest scores in the texts, to be read: they are false alarms, or errors to be listed

Needs NumPy, SciPy and scikit-learn (made with 2.4, 1.17 and 1.9); fanlint itself does not. The pairs are the
“words” of rules/confusions/*.toml and those of tools/confusable-forms.txt. tools/confusables-errors.tsv tells which of
the highest scores in the texts are true errors, and tools/confusables-judged.tsv which directions are off. No text is
kept, only weights. The same inputs give the same bytes. On two cores it takes half an hour, most of it for the models.
"""

from __future__ import annotations

import os

for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[_variable] = "1"  # sums in another order would give other bytes

import argparse
import pickle
import struct
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from fanlint.models.confusions import MAGIC, SHIFT
from tools.contexts_bars import GRID, LEVELS, NEVER, Curve, Seen, alarms, choose, fair_recall, recall
from tools.contexts_clusters import clusters_of, vocabulary_of
from tools.contexts_errors import Errors
from tools.contexts_fit import Model, Sampler, fit
from tools.contexts_pairs import Group, groups
from tools.contexts_text import Stream, Vocabulary, Words, encode, read

OUT = PROJECT / "fanlint" / "models" / "data" / "confusions.bin"
JUDGED = PROJECT / "tools" / "confusables-judged.tsv"
_MOST = 250_000  # examples of a word, where both words of a pair have _MANY
_MANY = 30_000
_FEWER = 60_000  # examples of a word otherwise
_SHARED = 6_000_000  # feature rows that are kept in memory
_TOPS = 120  # highest clean scores that are kept
_READ = 12  # of those, for a reader
_SAMPLE = 2_000  # scores of errors put in that are kept


class Text(NamedTuple):
    """A text of the build: its part of the work, whether it is of today, and its tokens."""

    name: str
    modern: bool
    stream: Stream


class Learnt(NamedTuple):
    """A model and what the texts show of every direction it is for."""

    group: Group
    model: Model
    seen: dict[tuple[str, str], list[Seen]]


class Direction(NamedTuple):
    """One direction with its bars by level; ``sign`` tells which way its model speaks for the intended word."""

    written: str
    intended: str
    kind: str
    sign: int
    uses: float
    model: int
    seen: list[Seen]
    habit: bool
    alarms: np.ndarray
    bars: tuple[float, ...]

    def alarms_at(self, level: int) -> float:
        """False alarms in a million words at the bar of a level."""
        return float(self.alarms[int(np.argmin(np.abs(GRID - self.bars[level])))])

    @property
    def chance(self) -> float:
        """What the data file says of slips that a writer may have for a habit (see confusables.Direction); or 0."""
        return self.alarms_at(1) if self.habit and self.kind in _HABITS and self.bars[1] < NEVER else 0.0


def encoded(paths: dict[str, Path], modern: set[str], work: Path) -> tuple[list[str], dict[str, np.ndarray]]:
    """All words, and every text as numbers; of a modern text the first two thirds."""
    kept = work / "texts.pickle"
    if kept.exists():
        found: tuple[list[str], dict[str, np.ndarray]] = pickle.loads(kept.read_bytes())
        return found
    words = Words()
    arrays = {}
    for name, path in paths.items():
        text = read(path)
        if name in modern:
            text = text[: text.find("\n\n", len(text) * 2 // 3)]
        arrays[name] = encode(text, words)
        print(f"{name}: {len(arrays[name]):,} tokens", flush=True)
    kept.write_bytes(pickle.dumps((words.names, arrays)))
    return words.names, arrays


def clustered(tokens: np.ndarray, names: list[str], work: Path) -> tuple[np.ndarray, np.ndarray]:
    """The words of the vocabulary and their clusters."""
    kept = work / "clusters.npz"
    if not kept.exists():
        known = vocabulary_of(tokens, names)
        np.savez(kept, known=known, clusters=clusters_of(tokens, known, len(names)))
    with np.load(kept) as found:
        return found["known"], found["clusters"]


class Bench:
    """Feature keys of all places of a word in every text, those of frequent words kept."""

    def __init__(self, texts: list[Text]) -> None:
        self.texts = texts
        self._kept: dict[int, list[tuple[np.ndarray, int, np.ndarray]]] = {}

    def keys(self, number: int) -> list[tuple[np.ndarray, int, np.ndarray]]:
        """For each text the places, how many there are in all, and the keys."""
        if number not in self._kept:
            while sum(len(places) for each in self._kept.values() for places, _, _ in each) > _SHARED:
                del self._kept[next(iter(self._kept))]
            found = [(text.stream, *text.stream.places(number)) for text in self.texts]
            self._kept[number] = [(places, every, stream.keys(places)) for stream, places, every in found]
        return self._kept[number]

    def see(self, model: Model, one: int, other: int) -> tuple[list[Seen], list[Seen]]:
        """What the texts show of one word written for the other, and the other way round."""
        first, second = self.keys(one), self.keys(other)
        here = [model.score(keys) for _, _, keys in first]
        there = [model.score(keys) for _, _, keys in second]
        return self._seen(first, here, second, there, 1), self._seen(second, there, first, here, -1)

    def _seen(self, clean: list, scores: list, missed: list, errors: list, sign: int) -> list[Seen]:
        found = []
        for text, (places, _, _), score, (_, every, keys), error in zip(
            self.texts, clean, scores, missed, errors, strict=True
        ):
            order = np.argsort(-sign * score, kind="stable")[:_TOPS]
            tops = [(round(float(sign * score[at]), 4), int(places[at])) for at in order]
            sample = np.sort(sign * error)[:: max(1, len(error) // _SAMPLE)].astype(np.float32)
            found.append(Seen(text.name, text.modern, text.stream.size, tops, sample, len(keys), every))
        return found


def learn(
    every: list[Group], train: Stream, texts: list[Text], numbers: dict[str, int], counts: np.ndarray, work: Path
) -> list[Learnt]:
    """The models of all groups; those in the work folder are not learnt again."""
    folder = work / "models"
    folder.mkdir(parents=True, exist_ok=True)
    sampler, bench = Sampler(train), Bench(texts)
    learnt = []
    for group in every:
        kept = folder / f"{group.kind}-{'-'.join(group.pairs[0])}-{len(group.pairs)}.pickle"
        if not kept.exists():
            pairs = [(numbers[one], numbers[other]) for one, other in group.pairs]
            frequent = min(min(counts[one], counts[other]) for one, other in pairs) >= _MANY
            most = _MOST if len(pairs) == 1 and frequent else _FEWER
            most = most if len(pairs) == 1 else max(1_500, min(20_000, 300_000 // len(pairs)))
            first = np.concatenate([sampler.keys(one, most) for one, _ in pairs])
            second = np.concatenate([sampler.keys(other, most) for _, other in pairs])
            model = fit(first, second)
            seen = {}
            for (one, other), (left, right) in zip(group.pairs, pairs, strict=True):
                seen[one, other], seen[other, one] = bench.see(model, left, right)
            kept.write_bytes(pickle.dumps(Learnt(group, model, seen)))
            print(f"{kept.stem}: {len(model.keys)} weights from {len(first) + len(second)} places", flush=True)
        learnt.append(pickle.loads(kept.read_bytes()))
    return learnt


def judged() -> tuple[dict[tuple[str, str], int], set[tuple[str, str]], dict[tuple[str, str], float]]:
    """How many of the highest scores are true errors; directions that are off; how often errors are made."""
    true: dict[tuple[str, str], int] = {}
    off: set[tuple[str, str]] = set()
    worth: dict[tuple[str, str], float] = {}
    for line in JUDGED.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            written, intended, errors, weight = line.split("\t")
            if errors == "off":
                off.add((written, intended))
            else:
                true[written, intended], worth[written, intended] = int(errors), float(weight)
    return true, off, worth


# How much an error found is worth: how often writers make such a slip, roughly.
_WORTH = {"sense": 3.0, "participle": 4.0, "slip": 1.5, "grammar": 0.5, "adverb": 0.1}
_OTHER_FORM = 0.05  # the same for all other forms of a verb
_TURNED = 0.1  # of that, for a participle in the place of a past: “had broke” is written, “he broken” hardly ever
_HABITS = {"sense", "slip"}  # the kinds of slips that a writer may have for a habit; others may be how they talk
_HABIT = 5.0  # how often a slip is made, by the judged table, from which it may be a habit
_OFTEN = 2.0  # how often a slip is made, by the judged table, from which it is made often


def directions(
    learnt: list[Learnt], numbers: dict[str, int], counts: np.ndarray, millions: float, errors: Errors
) -> list[Direction]:
    """All directions that are on at some level, with their bars."""
    true, off, worth = judged()
    found: list[tuple[str, str, str, int, float, int, list[Seen], bool]] = []
    curves = []
    for at, (group, _, seen) in enumerate(learnt):
        for (written, intended), texts in seen.items():
            if (written, intended) in off:
                continue
            uses = counts[numbers[written]] / millions
            wanted = counts[numbers[intended]] / millions
            sign = 1 if (written, intended) in group.pairs else -1
            weight = worth.get((written, intended), 1.0) * _WORTH.get(group.kind, _OTHER_FORM)
            if group.kind == "participle" and sign < 0:
                weight *= _TURNED
            weight *= max(wanted, 2.0) ** 0.2
            hits = np.array([fair_recall(texts, bar) for bar in GRID])
            often = worth.get((written, intended), 1.0)
            false = alarms(errors.without(written, texts), true.get((written, intended), 0), uses)
            curves.append(Curve(false, hits, weight, often >= _OFTEN))
            found.append((written, intended, group.kind, sign, uses, at, texts, often >= _HABIT))
    bars = [choose(curves, level) for level in LEVELS]
    # A model that only the lowest level would use is not worth its place in the file.
    surer = {each[5] for each, *pair in zip(found, *bars[:2], strict=True) if min(pair) < NEVER}
    out = []
    for each, curve, *found_bars in zip(found, curves, *bars, strict=True):
        # A surer level never has the lower bar.
        ordered = tuple(min(found_bars[level], *found_bars[:level], NEVER) for level in range(len(LEVELS)))
        if ordered[-1] < NEVER and each[5] in surer:
            out.append(Direction(*each, curve.alarms, ordered))
    return sorted(out, key=lambda direction: (direction.model, direction.written, direction.intended))


def packed(
    found: list[Direction], learnt: list[Learnt], names: list[str], known: np.ndarray, clusters: np.ndarray
) -> bytes:
    """The bytes of the data file; see fanlint/models/confusions.py."""
    digests = Vocabulary(names, known, clusters).digests[known].astype(np.uint64)
    vocabulary = np.sort((digests >> SHIFT << 8 | clusters).astype("<u4"))
    lines: dict[str, list[str]] = {}
    models, weights, start = b"", b"", 0
    for place, at in enumerate(sorted({direction.model for direction in found})):
        model = learnt[at].model
        steps = (model.steps.astype(np.int64) + 128).astype(np.uint64)
        weights += np.sort((model.keys.astype(np.uint64) << 8 | steps).astype("<u4")).tobytes()
        models += struct.pack("<2I2f", start, start := start + len(steps), model.step, model.bias)
        for each in found:
            if each.model == at:
                bars = (f"{bar:.2f}" for bar in each.bars)
                rates = f"{each.uses:.3g}", f"{each.chance:.2g}"
                fields = (each.intended, each.kind, str(place), str(each.sign), *bars, *rates)
                lines.setdefault(each.written, [each.written]).extend(fields)
    text = "\n".join("\t".join(lines[word]) for word in sorted(lines)).encode()
    text += b"\n" * (-(len(MAGIC) + 16 + len(text)) % 4)
    parts = text, models, vocabulary.tobytes(), weights
    return MAGIC + struct.pack("<4I", *map(len, parts)) + b"".join(parts)


NOTE = """<!-- Made by tools/build_contexts.py; change that, not this. -->
<!-- fanlint: ignore-file -- a list of wrong words -->"""


ABOUT = """What the rules `context/wrong-word` (default) and `context/wrong-word-likely` (strict) tell apart.

“Found” is the part of such errors, put into texts by a program, that is found: in modern fiction ({modern:.1f} million
words of a web serial) and in old fiction ({old:.1f} million words), none of which was used for learning; a dash means
fewer than 20 places. “False” is how many false alarms a million words are expected to bring, told from how the highest
scores thin out in the same texts. The third level, `context/wrong-word-perhaps`, is for all of these and more, with
lower bars.

Some slips a writer makes again and again: their for there, your for you're. Where a draft has more likely places of
such a slip than chance explains, the default level speaks up at all of them, and at those where an error is likelier
than not once so many are known. In chapters of a web serial where three in ten of such words were made wrong by a
program, this found 0.81 of “you're” for “your” instead of 0.42, 0.61 of “there” for “their” instead of 0.32, and 0.62
of “then” for “than” instead of none, for three false alarms more; where nothing was made wrong, it added none.

## What was tried

On 1.2 million words of modern fiction kept apart, the default level speaks up 23 times; a reader found 18 of these to
be errors. What did not help there is not worth another try:

* All slips of one letter among the words of the training text, 12,000 directions, a model for each word that may have
  been meant (“raid”, “sail”, “aid” for “said”), weighed by the cost of the slip: 135 such directions at the default
  level brought two false alarms and no error, the 12 most likely ones three and none.
* Pairs of two frequent words (here and there, down and town) learnt the same way: they need 1,000 weights each, and
  are sure of nothing: few found before the false alarms begin.
* More features: skip-grams, four words and clusters in one, six words on each side: 0 to 3 points more found at the
  same rate of false alarms, for a tenth more room and twice the time.
* A million places of each word for learning rather than 250,000, and a weaker penalty: up to eight times the weights;
  found at the same rate of false alarms: as much as before, but for “they” (“the”) and “you're” (“your”).
* A higher budget of false alarms: what is expected holds for rare words, and is twice what comes for frequent ones.
  From 10 to 13 in a million, false alarms went from 4 to 8, and two errors more were found.
* Asking more recall of a direction before the default level has it: from 0.55 to 0.63, what is left finds 0.60 on the
  average instead of 0.57 in the part kept apart, but of its errors five fewer are found, and no fewer false alarms.
* A bar for each direction of slips that are typed often, however few are found: nothing more was found.

## All directions

| written | meant | kind | default: found modern | old | false | strict: found modern | old | false |
|---|---|---|---|---|---|---|---|---|"""


def table(found: list[Direction], millions: dict[bool, float]) -> str:
    """The page of all directions that are on at the levels “default” and “strict”."""
    rows = [
        f"| {each.written} | {each.intended} | {each.kind} | {_cells(each, 0)} | {_cells(each, 1)} |"
        for each in sorted(found, key=lambda direction: (direction.written, direction.intended))
        if each.bars[1] < NEVER
    ]
    about = ABOUT.format(modern=millions[True], old=millions[False])
    return "\n".join((NOTE, "", "# Words in the wrong place, measured", "", about, *rows)) + "\n"


def _cells(direction: Direction, level: int) -> str:
    bar = direction.bars[level]
    if bar >= NEVER:
        return "– | – | –"
    parts = [recall(direction.seen, bar, modern) for modern in (True, False)]
    shown = [f"{part:.2f}" if count >= 20 else "–" for part, count in parts]
    return " | ".join((*shown, f"{direction.alarms_at(level):.2f}"))


def highest(found: list[Direction], errors: Errors) -> Iterable[str]:
    """What a reader judges: of every direction the bars, and the highest scores with what the places are known by."""
    for each in found:
        yield f"{each.written} for {each.intended}, bars {' '.join(f'{bar:.1f}' for bar in each.bars)}"
        seen = errors.without(each.written, each.seen)
        tops = sorted(((score, text.text, place) for text in seen for score, place in text.clean), reverse=True)
        for score, text, place in tops[:_READ]:
            yield f"\t{errors.digest(text, place)}\t{score:.1f}\t{errors.excerpt(text, place)}"


def summary(found: list[Direction]) -> Iterable[str]:
    """A line for each level: directions, mean recall, expected false alarms."""
    for level, name in enumerate(("default", "strict", "hunt")):
        on = [each for each in found if each.bars[level] < NEVER]
        modern = [part for each in on for part, count in [recall(each.seen, each.bars[level], True)] if count >= 20]
        old = [part for each in on for part, count in [recall(each.seen, each.bars[level], False)] if count >= 20]
        false = sum(each.alarms_at(level) for each in on)
        yield (
            f"{name}: {len(on)} directions, found {np.mean(modern):.3f} modern, {np.mean(old):.3f} old; "
            f"{false:.1f} false alarms expected in a million words"
        )


def main() -> None:
    """Write the data file, and the table where one is wanted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--old", type=Path, nargs="+", default=[])
    parser.add_argument("--modern", type=Path, nargs="+", default=[])
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--docs", type=Path)
    parser.add_argument("--tops", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    modern = {path.stem for path in arguments.modern}
    paths = {"train": arguments.train, **{path.stem: path for path in (*arguments.old, *arguments.modern)}}
    names, arrays = encoded(paths, modern, arguments.work)
    tokens = np.abs(arrays["train"])
    known, clusters = clustered(tokens, names, arguments.work)
    counts = np.bincount(tokens, minlength=len(names))
    millions = int(counts[np.arange(len(names)) >= 15].sum()) / 1e6
    numbers = {name: number for number, name in enumerate(names)}
    vocabulary = Vocabulary(names, known, clusters)
    texts = [Text(name, name in modern, Stream(array, vocabulary)) for name, array in arrays.items() if name != "train"]
    every = groups(lambda word: int(counts[numbers[word]]) if word in numbers else 0)
    learnt = learn(every, Stream(arrays["train"], vocabulary), texts, numbers, counts, arguments.work)
    errors = Errors(names, arrays)
    found = directions(learnt, numbers, counts, millions, errors)
    data = packed(found, learnt, names, known, clusters)
    arguments.out.write_bytes(data)
    print(f"{arguments.out}: {len(data):,} bytes")
    print("\n".join(summary(found)))
    if arguments.tops:
        arguments.tops.write_text("\n".join(highest(found, errors)) + "\n", encoding="utf-8", newline="\n")
    if arguments.docs:
        sizes = {flag: sum(text.stream.size for text in texts if text.modern is flag) for flag in (True, False)}
        arguments.docs.write_text(table(found, sizes), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
