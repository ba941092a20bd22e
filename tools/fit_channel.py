"""Learn from misspellings which groups of letters are mistaken for which, and the weights of the ranking.

    python tools/fit_channel.py --pairs FILE.tsv [--pairs FILE.tsv ...] --text train.txt.xz
        [--out fanlint/language/en/data/channel.tsv] [--weights]

Each line of a file is `wrong<TAB>right`. Only the training half of the pairs is used: those whose correction
has an odd CRC-32 (bench/spelling.py measures on the other half with `--half dev`). The shipped data were
fitted on the training halves of the Wikipedia, aspell and Norvig lists; and on slips of the finger made in
words of running text. Groups are written to --out; weights are printed, to be put into
fanlint/language/en/spelling_candidates.py and fanlint/language/en/suggest.py by hand.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.spelling import read_pairs
from fanlint.language.en import channel, spelling_candidates, suggest
from fanlint.language.en.lexicon import LOWER, RECORD, Lexicon
from fanlint.language.en.phonetics import key, neighbours
from tools.channel_prior import prior
from tools.slips import count_words, slips

SLIPS = ((0.5, 1500), (1.0, 1500))
"""Slips to learn from besides the lists: the power of a word's count by which it is drawn, and how many."""
SLIP_SHARE = 0.5
"""What a slip counts against a listed misspelling when weights are fitted."""
RIDGE = 0.001
"""How strongly weights are held near nothing, in parts of an example."""
SAMPLE = 40
"""How many candidates, the right one and others by chance, the weights of the first choice are fitted with."""
FOLDS = 5
"""Weights are fitted with groups of letters learnt on the other folds, else those would be trusted too much."""
STRENGTH = 12.0
"""How many sights of a group the hand-made prior is worth."""
PER_WORD = 3.0
"""The most that the misspellings of one word may count together."""


def differences(wrong: str, right: str) -> list[tuple[int, int, int, int]]:
    """The least spans in which two words differ, as (start, end) in each, by a plain alignment."""
    rows, columns = len(wrong), len(right)
    table = [[i + j for j in range(columns + 1)] for i in range(rows + 1)]
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            table[i][j] = min(
                table[i - 1][j - 1] + (wrong[i - 1] != right[j - 1]), table[i - 1][j] + 1, table[i][j - 1] + 1
            )
            if i > 1 and j > 1 and wrong[i - 1] == right[j - 2] and wrong[i - 2] == right[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    spans: list[tuple[int, int, int, int]] = []
    i, j = rows, columns
    while i or j:
        here = table[i][j]
        if i and j and wrong[i - 1] == right[j - 1] and table[i - 1][j - 1] == here:
            i, j = i - 1, j - 1
            continue
        if (
            i > 1
            and j > 1
            and wrong[i - 1] == right[j - 2]
            and wrong[i - 2] == right[j - 1]
            and table[i - 2][j - 2] == here - 1
        ):
            step = 2, 2
        elif i and j and table[i - 1][j - 1] == here - 1:
            step = 1, 1
        elif j and table[i][j - 1] == here - 1:
            step = 0, 1
        else:
            step = 1, 0
        span = i - step[0], i, j - step[1], j
        if spans and spans[-1][0] == i and spans[-1][2] == j:
            span = span[0], spans[-1][1], span[2], spans[-1][3]
            spans.pop()
        spans.append(span)
        i, j = i - step[0], j - step[1]
    return spans


def learn_groups(pairs: list[tuple[str, str]]) -> dict[tuple[str, str], float]:
    """Costs of letter groups, the differing letters with up to one neighbour on either side; "^" and "$" are
    the ends."""
    pairs = sorted({(wrong.lower(), right) for wrong, right in pairs})
    words = Counter(right for _, right in pairs)
    seen: defaultdict[tuple[str, str], float] = defaultdict(float)
    targets: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    chances: defaultdict[str, float] = defaultdict(float)
    for wrong, right in pairs:
        share = min(1.0, PER_WORD / words[right])
        a, b = f"^{wrong}$", f"^{right}$"
        for size in range(channel.LONGEST + 1):
            for i in range(len(b) - size + 1):
                chances[b[i : i + size]] += share
        for start, end, first, last in differences(a, b):
            for more in range(2):
                for less in range(2):
                    group = a[max(0, start - more) : end + less], b[max(0, first - more) : last + less]
                    if len(group[0]) <= channel.LONGEST and len(group[1]) <= channel.LONGEST:
                        seen[group] += share
                        targets[group].add(right)
    costs = prior()
    before = channel.Channel(costs)
    for (wrong, right), count in sorted(seen.items()):
        single = len(wrong) < 2 and len(right) < 2
        if (len(targets[wrong, right]) < 2 and not single) or wrong == right:
            continue
        known = before.cost(wrong.strip("^$"), right.strip("^$"))
        value = -math.log((count + STRENGTH * math.exp(-known)) / (chances[right] + STRENGTH))
        if single or (wrong, right) in costs or value < known - 0.25:
            costs[wrong, right] = round(max(0.3, value), 2)
    return costs


class Example(NamedTuple):
    """A misspelling with the features of each candidate."""

    rows: list[tuple[float, ...]]
    place: int
    """Which of the rows is the right one."""
    share: float
    """How much it counts."""


def fit(examples: Sequence[Example], start: Sequence[float], rounds: int = 8) -> list[float]:
    """The weights of features that make the right rows likeliest: a softmax in each example, by Newton's method."""
    size = len(start)
    weights = list(start)
    for _ in range(rounds):
        gradient = [-RIDGE * len(examples) * weight for weight in weights]
        curve = [[RIDGE * len(examples) * (i == j) for j in range(size)] for i in range(size)]
        likelihood = 0.0
        for rows, place, share in examples:
            scores = [sum(map(float.__mul__, weights, map(float, row))) for row in rows]
            top = max(scores)
            parts = [math.exp(score - top) for score in scores]
            total = sum(parts)
            likelihood += share * math.log(parts[place] / total)
            means = [sum(map(float.__mul__, parts, map(float, column))) / total for column in zip(*rows, strict=True)]
            for part, row in zip(parts, rows, strict=True):
                weight = share * part / total
                if weight < 1e-5:
                    continue
                apart = [x - mean for x, mean in zip(row, means, strict=True)]
                for i, x in enumerate(apart):
                    if x:
                        line, scaled = curve[i], weight * x
                        for j, y in enumerate(apart):
                            line[j] += scaled * y
            for i in range(size):
                gradient[i] += share * (rows[place][i] - means[i])
        weights = [weight + step for weight, step in zip(weights, solve(curve, gradient), strict=True)]
        print(f"  {likelihood / sum(example.share for example in examples):.4f}", flush=True)
    return weights


def solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """The solution of the linear equations `matrix` x = `vector`, the matrix being positive definite."""
    rows = [[*line, value] for line, value in zip(matrix, vector, strict=True)]
    for i, pivot in enumerate(rows):
        for other in rows[i + 1 :]:
            factor = other[i] / pivot[i]
            for j in range(i, len(pivot)):
                other[j] -= factor * pivot[j]
    found = [0.0] * len(rows)
    for i in reversed(range(len(rows))):
        known = sum(rows[i][j] * found[j] for j in range(i + 1, len(rows)))
        found[i] = (rows[i][-1] - known) / rows[i][i]
    return found


def chances(typed: bytes, text: bytes, flags: int, level: int, same: bool) -> tuple[float, ...]:
    """The features of the word `text`, in the order of `spelling_candidates.FEATURES`, which its WEIGHTS weigh."""
    letters = typed.replace(b"'", b"")
    return (
        level / 16,
        len(text.translate(None, typed + b"'")),
        len(letters.translate(None, text)),
        abs(len(text) - len(typed)),
        text[:1] == typed[:1],
        text[1:2] == typed[1:2],
        text[2:3] == typed[2:3],
        text[-1:] == typed[-1:],
        text[-2:-1] == typed[-2:-1],
        same,
        not flags & LOWER,
    )


def fit_chances(pairs: list[tuple[str, str, float]], lexicon: Lexicon) -> list[float]:
    """The weights of spelling_candidates.FEATURES, fitted with the words of all near keys as candidates."""
    examples = []
    for wrong, right, share in pairs:
        raw, meant = wrong.lower().encode("ascii"), right.encode("ascii")
        sounds = key(raw)
        found = {}
        for near in (sounds, *sorted(neighbours(sounds))):
            for text, flags, level in RECORD.findall(lexicon.group(near)):
                if abs(len(text) - len(raw)) <= spelling_candidates.LOOSE:
                    found.setdefault(text, chances(raw, text, flags[0], level[0] & 0x7F, near == sounds))
        if meant in found:
            rows = sorted(found.items(), key=lambda item: (item[0] != meant, crc32(item[0])))
            examples.append(Example([row for _, row in rows[:SAMPLE]], 0, share))
    return fit(examples, spelling_candidates.WEIGHTS)


def fit_ranking(pairs: list[tuple[str, str, float]], lexicon: Lexicon) -> list[float]:
    """The weights of suggest.FEATURES."""
    nearest = spelling_candidates.Nearest(lexicon)
    examples = []
    for fold in range(FOLDS):
        others = [(wrong, right) for wrong, right, _ in pairs if crc32(right.encode()) // 2 % FOLDS != fold]
        groups = channel.Channel(learn_groups(others))
        for wrong, right, share in pairs:
            if crc32(right.encode()) // 2 % FOLDS == fold:
                found = nearest.near(wrong.lower())
                places = [i for i, candidate in enumerate(found) if candidate.word == right]
                if places:
                    rows = [suggest.features(wrong.lower(), one, groups, wrong[0].isupper()) for one in found]
                    examples.append(Example(rows, places[0], share))
    return fit(examples, suggest.WEIGHTS)


def training_pairs(lists: Sequence[Path], text: Path | None, lexicon: Lexicon) -> list[tuple[str, str, float]]:
    """Misspellings, their corrections in lower case, and what each counts; those that are words are left out."""
    listed = sorted({(wrong, right.lower()) for path in lists for wrong, right in read_pairs(path, "train")})
    words = Counter(right for _, right in listed)
    pairs = [(wrong, right, min(1.0, PER_WORD / words[right])) for wrong, right in listed]
    if text:
        counts = count_words(text)
        for seed, (power, number) in enumerate(SLIPS):
            pairs += [(wrong, right, SLIP_SHARE) for wrong, right in slips(counts, number, seed, power)]
    return [
        (wrong, right, share)
        for wrong, right, share in pairs
        if " " not in right and (wrong + right).isascii() and not lexicon.accepts(wrong)
    ]


def main() -> None:
    """Write the groups, print the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, action="append", required=True)
    parser.add_argument("--text", type=Path, help="learn from slips of the finger in words of this text, too")
    parser.add_argument("--out", type=Path, help="write the groups of letters to this file")
    parser.add_argument("--weights", action="store_true", help="fit the weights, too (some minutes)")
    arguments = parser.parse_args()
    lexicon = Lexicon.load()
    pairs = training_pairs(arguments.pairs, arguments.text, lexicon)
    if arguments.out:
        costs = learn_groups([(wrong, right) for wrong, right, _ in pairs])
        lines = [f"{wrong}\t{right}\t{cost}" for (wrong, right), cost in sorted(costs.items())]
        arguments.out.write_text("\n".join(lines) + "\n", encoding="ascii")
        print(len(pairs), "pairs", len(costs), "groups")
    if arguments.weights:
        for names, weights in (
            (spelling_candidates.FEATURES, fit_chances(pairs, lexicon)),
            (suggest.FEATURES, fit_ranking(pairs, lexicon)),
        ):
            print(", ".join(f"{name} {weight:.2f}" for name, weight in zip(names, weights, strict=True)))
            print(tuple(round(weight, 2) for weight in weights))


if __name__ == "__main__":
    main()
