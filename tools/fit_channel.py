"""Learn from misspellings which groups of letters are mistaken for which, and the weights of the ranking.

    python tools/fit_channel.py --pairs FILE.tsv [--pairs FILE.tsv ...] --out fanlint/english/data/channel.tsv

Each line of a file is `wrong<TAB>right`. Only the training half of the pairs is used: those whose correction
has an odd CRC-32 (bench/spelling.py measures on the other half with `--half dev`). The shipped data were
fitted on the training halves of the Wikipedia, aspell and Norvig lists; and on slips of the finger made in
words of running text. Groups are written to --out; weights are printed, to be put into
fanlint/english/suggest.py by hand.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path
from zlib import crc32

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.spelling import read_pairs, slips
from fanlint.english import channel, suggest
from fanlint.english.lexicon import Lexicon
from tools.channel_prior import prior

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


def fit_weights(pairs: list[tuple[str, str]], rounds: int = 500) -> list[float]:
    """The weights of suggest.FEATURES that make the right candidates likeliest (softmax, gradient ascent)."""
    lexicon = Lexicon.load()
    words = Counter(right for _, right in pairs)
    folds = [[pair for pair in pairs if crc32(pair[1].encode()) >> 1 & 1 == fold] for fold in (0, 1)]
    examples = []
    for fold, other in ((folds[0], folds[1]), (folds[1], folds[0])):
        # The groups must not have seen the words they are weighed on, or they would be trusted too much.
        suggester = suggest.Suggester(lexicon, channel=channel.Channel(learn_groups(other)))
        for wrong, right in fold:
            if lexicon.accepts(wrong) or not wrong.isascii():
                continue
            candidates = suggester._candidates(wrong.lower(), {})
            rows = [suggest.features(wrong.lower(), c, suggester.channel, wrong[0].isupper()) for c in candidates]
            places = [i for i, c in enumerate(candidates) if c.word == right.lower()]
            if places:
                examples.append((rows, places[0], min(1.0, PER_WORD / words[right])))
    weights = list(suggest.WEIGHTS)
    size = len(weights)
    scale = [
        1
        / max(
            1e-6,
            sum(row[k] ** 2 for rows, _, _ in examples for row in rows) / sum(len(rows) for rows, _, _ in examples),
        )
        for k in range(size)
    ]
    for step in range(rounds):
        gradient = [-0.002 * len(examples) * 0.1 * w for w in weights]
        likelihood = 0.0
        for rows, place, share in examples:
            scores = [sum(w * x for w, x in zip(weights, row, strict=True)) for row in rows]
            top = max(scores)
            parts = [math.exp(score - top) for score in scores]
            total = sum(parts)
            likelihood += share * math.log(parts[place] / total)
            for k in range(size):
                expected = sum(part * row[k] for part, row in zip(parts, rows, strict=True)) / total
                gradient[k] += share * (rows[place][k] - expected)
        for k in range(size):
            weights[k] += 4.0 * scale[k] * gradient[k] / len(examples)
        if step % 100 == 0 or step == rounds - 1:
            print(
                f"{step:4d} {likelihood / len(examples):.4f} "
                + " ".join(f"{n}={w:.2f}" for n, w in zip(suggest.FEATURES, weights, strict=True)),
                flush=True,
            )
    return weights


def main() -> None:
    """Write the groups, print the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, action="append", required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--text", type=Path, help="learn from slips of the finger in words of this text, too")
    parser.add_argument("--weights", action="store_true", help="fit the weights with the groups as they are")
    arguments = parser.parse_args()
    pairs = sorted(
        {
            (wrong, right.lower())
            for path in arguments.pairs
            for wrong, right in read_pairs(path, "train")
            if " " not in right
        }
    )
    if arguments.text:
        pairs += slips(arguments.text, 1500, 7)
    if arguments.out:
        costs = learn_groups(pairs)
        lines = [f"{wrong}\t{right}\t{cost}" for (wrong, right), cost in sorted(costs.items())]
        arguments.out.write_text("\n".join(lines) + "\n", encoding="ascii")
        print(len(pairs), "pairs", len(costs), "groups")
    if arguments.weights:
        print(tuple(round(w, 2) for w in fit_weights(pairs)))


if __name__ == "__main__":
    main()
