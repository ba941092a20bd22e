"""Measure how long a page takes from a cold start, beside what Python and click take by themselves.

    python bench/cold_start.py [--runs 20] [--words 500] [--canon naruto]

The page is made of paragraphs of examples/draft.txt, mended and as they are. Runs alternate, so that a busy machine
slows all alike. The cache is filled before the first run, as it is for anybody who uses fanlint a second time.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
PYTHON = "python -c pass"
CLICK = "import click"


def page(text: str, words: int) -> str:
    """Whole paragraphs, again and again, until there are so many words."""
    paragraphs = [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
    taken: list[str] = []
    count = 0
    while count < words:
        taken.append(paragraphs[len(taken) % len(paragraphs)].strip())
        count += len(taken[-1].split())
    return "\n\n".join(taken) + "\n"


def seconds(command: list[str], cwd: str, env: dict[str, str]) -> float:
    """How long one run takes; what it finds does not matter, that it fails does."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True)
    spent = time.perf_counter() - start
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr.decode(errors='replace')}")
    return spent


def measure(commands: dict[str, list[str]], runs: int, cwd: str, env: dict[str, str]) -> dict[str, list[float]]:
    """Seconds of every run of every command, one after the other in turn."""
    spent: dict[str, list[float]] = {name: [] for name in commands}
    for command in commands.values():
        seconds(command, cwd, env)
    for _ in range(runs):
        for name, command in commands.items():
            spent[name].append(seconds(command, cwd, env))
    return spent


def table(spent: dict[str, list[float]]) -> str:
    """Medians in ms, the fastest run, and how many times what Python and click take."""
    medians = {name: statistics.median(times) for name, times in spent.items()}
    wide = max(map(len, spent))
    lines = [f"{'':<{wide}}  median     best   × python   × click"]
    for name, times in spent.items():
        ratios = f"{medians[name] / medians[PYTHON]:9.2f}  {medians[name] / medians[CLICK]:8.2f}"
        lines.append(f"{name:<{wide}}  {1000 * medians[name]:4.0f} ms  {1000 * min(times):4.0f} ms  {ratios}")
    return "\n".join(lines)


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--canon", default="naruto")
    arguments = parser.parse_args()
    draft = (PROJECT / "examples" / "draft.txt").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "PYTHONPATH": str(PROJECT), "FANLINT_CACHE": os.path.join(folder, "cache")}
        faulty = Path(folder, "as-it-is.txt")
        mended = Path(folder, "mended.txt")
        for path in (faulty, mended):
            path.write_text(page(draft, arguments.words), encoding="utf-8")
        fanlint = [sys.executable, "-m", "fanlint", "check", "--isolated", "--canon", arguments.canon]
        seconds([*fanlint, "--fix", "--unsafe-fixes", str(mended)], folder, env)
        commands = {
            PYTHON: [sys.executable, "-c", "pass"],
            CLICK: [sys.executable, "-c", "import click"],
            "fanlint --version": [sys.executable, "-m", "fanlint", "--version"],
            "fanlint, a page mended": [*fanlint, str(mended)],
            "fanlint, a page with faults": [*fanlint, str(faulty)],
        }
        print(f"{arguments.runs} runs each; pages of {len(faulty.read_text(encoding='utf-8').split())} words")
        print(table(measure(commands, arguments.runs, folder, env)))


if __name__ == "__main__":
    main()
