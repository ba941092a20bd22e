"""Measure the suggester on pairs of misspellings and corrections: right first, right among five, time a word.

    python bench/spelling.py --pairs FILE.tsv [--pairs FILE.tsv ...] [--half train|dev] [--show 20]

--text draws 1,000 words as a text uses them and makes a slip of the finger in each ("slips"); and 1,000 more by the
root of their number, so that seldom used words count more, with slips as tools/slips.py makes them ("typed").
Each line of a file is `wrong<TAB>right`; a word with several lines has several right answers. Words that
fanlint accepts are left out and counted, and so are corrections of several words and words listed among
their own corrections. `--half` keeps the pairs whose correction falls into one half by its hash; weights may
be fitted on "train" only.
"""

from __future__ import annotations

import argparse
import lzma
import re
import sys
import time
from pathlib import Path
from random import Random
from zlib import crc32

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from fanlint.language.en.lexicon import Lexicon
from fanlint.language.en.suggest import Suggester, Suggestion
from tools import slips as typing


def read_pairs(path: Path, half: str | None) -> list[tuple[str, str]]:
    """The pairs of a file, in order, of one half or all."""
    pairs = []
    for line in path.read_text(encoding="utf-8").splitlines():
        wrong, _, right = line.partition("\t")
        if right and (half is None or half_of(right) == half):
            pairs.append((wrong, right))
    return pairs


def answers(pairs: list[tuple[str, str]], half: str | None) -> dict[str, list[str]]:
    """The right words, in lower case, for each wrong one whose first right word falls into `half`."""
    found: dict[str, list[str]] = {}
    for wrong, right in pairs:
        found.setdefault(wrong, []).append(right.lower())
    return {
        wrong: [r for r in rights if " " not in r]
        for wrong, rights in found.items()
        if wrong.lower() not in rights and (half is None or half_of(rights[0]) == half)
    }


def slips(path: Path, number: int, seed: int = 1) -> list[tuple[str, str]]:
    """Words of a text (the first 5 million bytes; maybe .xz), each with one slip of the finger on a
    keyboard."""
    with path.open("rb") as file, lzma.open(file) if path.suffix == ".xz" else file as text:
        head = text.read(5_000_000).decode("utf-8", "ignore")
    words = re.findall(r"(?<=[a-z,] )[a-z]{3,}", head)
    random = Random(seed)
    pairs: list[tuple[str, str]] = []
    while len(pairs) < number:
        word = random.choice(words)
        place = random.randrange(len(word))
        letter = random.choice(typing.NEAR_KEYS[word[place]])
        kind = random.choice("swap swap leave-out leave-out replace replace double press-two".split())
        wrong = {
            "swap": word[:place] + word[place + 1 : place + 2] + word[place] + word[place + 2 :],
            "leave-out": word[:place] + word[place + 1 :],
            "replace": word[:place] + letter + word[place + 1 :],
            "double": word[:place] + word[place] + word[place:],
            "press-two": word[:place] + letter + word[place:],
        }[kind]
        if wrong != word:
            pairs.append((wrong, word))
    return pairs


def half_of(right: str) -> str:
    """The half a correction belongs to."""
    return "train" if crc32(right.lower().encode()) & 1 else "dev"


def calibration(results: list[tuple[float, bool]]) -> str:
    """Of suggestions binned by confidence: how many there are, and how many of them are right."""
    rows = []
    for low, high in (
        (0, 0.3),
        (0.3, 0.5),
        (0.5, 0.7),
        (0.7, 0.8),
        (0.8, 0.9),
        (0.9, 0.95),
        (0.95, 0.98),
        (0.98, 0.99),
        (0.99, 1.01),
    ):
        inside = [right for confidence, right in results if low <= confidence < high]
        if inside:
            rows.append(f"  {low:4.2f}+ {len(inside):5d} {100 * sum(inside) / len(inside):5.1f} % right")
    return "\n".join(rows)


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, action="append", default=[])
    parser.add_argument("--text", type=Path)
    parser.add_argument("--half", choices=("train", "dev"))
    parser.add_argument("--show", type=int, default=0)
    arguments = parser.parse_args()
    lexicon = Lexicon.load()
    suggester = Suggester(lexicon)
    everything: list[tuple[float, bool]] = []
    sets = [(path.stem, answers(read_pairs(path, None), arguments.half)) for path in arguments.pairs]
    if arguments.text:
        sets.append(("slips", {wrong: [right] for wrong, right in slips(arguments.text, 1000)}))
        words = typing.count_words(arguments.text)
        sets.append(("typed", {wrong: [right] for wrong, right in typing.slips(words, 1000, 1, 0.5)}))
    for name, questions in sets:
        results: list[tuple[str, list[str], list[Suggestion]]] = []
        spent = []
        skipped = 0
        for wrong, rights in questions.items():
            if lexicon.accepts(wrong) or not rights:
                skipped += 1
                continue
            start = time.perf_counter()
            found = suggester.suggest(wrong)
            spent.append(time.perf_counter() - start)
            results.append((wrong, rights, found))
        places = [
            next((i for i, s in enumerate(found) if s.text.lower() in rights), 99) for _, rights, found in results
        ]
        n = max(1, len(results))
        print(
            f"{name:40s} n={n:5d} accepted={skipped:4d} "
            f"first={100 * sum(p == 0 for p in places) / n:5.1f} "
            f"five={100 * sum(p < 5 for p in places) / n:5.1f} mean={1e3 * sum(spent) / n:5.2f} ms "
            f"p95={1e3 * sorted(spent)[int(0.95 * len(spent))]:5.2f} ms"
        )
        everything += [(found[0].confidence, p == 0) for (_, _, found), p in zip(results, places, strict=True) if found]
        wrongs = [(w, r, f) for (w, r, f), p in zip(results, places, strict=True) if p]
        for wrong, right, found in wrongs[:: max(1, len(wrongs) // max(1, arguments.show))][: arguments.show]:
            guesses = ", ".join(f"{s.text} {s.score:.1f} {s.confidence:.2f}" for s in found)
            print(f"    {wrong} -> {'|'.join(right)}: {guesses}")
    print(calibration(everything))


if __name__ == "__main__":
    main()
