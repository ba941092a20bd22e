"""Measure what each folder of rules costs on a novel, and how the whole grows with its length.

    python bench/rules.py [--text FILE ...] [--words 500000] [--runs 3]

The novel is that of novel.py. A folder is run alone and together with all others; “without” is what a run saves that
leaves it out. The two differ, since folders share what they find: whoever asks first pays for sentences and speech.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from multiprocessing import Process
from pathlib import Path
from statistics import median

from checkers import FANLINT, PATH
from novel import PROJECT, measure, write

sys.path.insert(0, str(PROJECT))

from fanlint.rules.catalog import Catalog

LENGTHS = (8, 4, 2, 1)
"""Parts of the novel that are measured, to show how the cost grows."""
LEAST = ["--select", "typography/two-dots"]
"""About the cheapest rule there is: what is left is reading the novel and splitting it into words."""


def folders() -> list[str]:
    """Folders with rules that the default profile runs."""
    return sorted({name.split("/")[0] for name in Catalog().matching("all") if not name.startswith("style/")})


def seconds(options: list[str], text: Path, runs: int, env: dict[str, str]) -> float:
    """Median of the processor seconds of ``fanlint`` with these options, after one run that fills caches."""
    return median([measure([*FANLINT, *options], text, env)[1] for _ in range(runs + 1)][1:])


def main() -> None:
    """Print a table of folders, and one of lengths."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", type=Path, action="append")
    parser.add_argument("--words", type=int, default=500_000)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    texts = arguments.text or [PROJECT / "examples" / "draft.txt"]
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "PATH": PATH, "PYTHONPATH": str(PROJECT), "FANLINT_CACHE": os.path.join(folder, "cache")}
        text = Path(folder, "text.txt")
        for part in LENGTHS:
            words = arguments.words // part
            # In a process of its own, which keeps this one small, as novel.py says.
            writer = Process(target=write, args=(text, texts, words))
            writer.start()
            writer.join()
            whole, least = seconds([], text, arguments.runs, env), seconds(LEAST, text, arguments.runs, env)
            print(f"{words:>9,} words  {whole:6.2f} s, of which {least:5.2f} s for reading and splitting into words")
        print(f"\n{'folder':<14}   alone  without   share")
        for name in folders():
            alone = seconds(["--select", name], text, arguments.runs, env) - least
            saved = whole - seconds(["--ignore", name], text, arguments.runs, env)
            print(f"{name:<14}{alone:6.2f} s  {saved:5.2f} s  {saved / whole:6.1%}")


if __name__ == "__main__":
    main()
