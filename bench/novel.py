"""Measure time and memory of whole commands on a novel and on a page.

    python bench/novel.py [--text FILE ...] [--words 500000] [--runs 5] [--tool NAME ...]

The novel is made of the paragraphs of the texts, again and again until it has so many words; so is the page of 500.
Without --text they are those of examples/draft.txt, whose few words make it an easy novel. Runs alternate, so that a
busy machine slows all alike, and each command runs once before, which fills caches.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from multiprocessing import Process
from pathlib import Path
from statistics import median

from checkers import FANLINT, FLAG, PATH, installed
from cold_start import page

PROJECT = Path(__file__).resolve().parent.parent
MEGABYTE = 2**20 if sys.platform == "darwin" else 2**10  # ru_maxrss is in bytes there, in kB elsewhere
COMMANDS = {
    "fanlint --select spelling": [*FANLINT, "--select", "spelling"],
    "fanlint": FANLINT,
    "typos -j 1": ["typos", "-j", "1", "--isolated", "--format", "brief"],
    "codespell": ["codespell"],
    "aspell list": FLAG["aspell"],
    "hunspell -l": ["hunspell", "-l", "-i", "utf-8", "-d", "en_US"],
}
FOUND = {"typos": 2, "codespell": 65}
"""Exit codes that tell of findings, where they are not 0 or 1."""


def measure(command: list[str], text: Path, env: dict[str, str]) -> tuple[float, float, float]:
    """Seconds, CPU seconds and megabytes of one run on a text; aspell reads its input, the others are given a name."""
    start = time.perf_counter()
    with text.open("rb") as file:
        named = command if "list" in command else [*command, str(text)]
        output = subprocess.DEVNULL
        process = subprocess.Popen(named, stdin=file, stdout=output, stderr=output, cwd=text.parent, env=env)
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, FOUND.get(command[0])):
        sys.exit(f"{' '.join(named)} ended with {process.returncode}.")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MEGABYTE


def write(text: Path, texts: list[Path], words: int) -> None:
    """Make the novel, or the page."""
    text.write_text(page("\n\n".join(path.read_text(encoding="utf-8") for path in texts), words), encoding="utf-8")


def compare(title: str, commands: dict[str, list[str]], text: Path, runs: int, env: dict[str, str]) -> None:
    """Print medians of all commands, and how many times the CPU seconds of the first."""
    done: dict[str, list[tuple[float, float, float]]] = {name: [] for name in commands}
    for _ in range(runs + 1):
        for name, command in commands.items():
            done[name].append(measure(command, text, env))
    # A program begins as a copy of this one, so that less memory than this one has had is not to be seen.
    least = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    print(f"\n{title:<28}  median        CPU    ratio    memory")
    medians = {name: [median(column) for column in zip(*each[1:], strict=True)] for name, each in done.items()}
    first = next(iter(medians.values()))[1]
    for name, (seconds, cpu, memory) in medians.items():
        shown = f"{memory:6.0f} MB" if memory > least else f"<{least:5.0f} MB"
        print(f"{name:<28}{seconds:6.3f} s  {cpu:7.3f} s  {cpu / first:6.2f} {shown}")


def main() -> None:
    """Print a table for the novel, and one for the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", type=Path, action="append")
    parser.add_argument("--words", type=int, default=500_000)
    parser.add_argument("--runs", type=int, default=5)
    tools = [name.split()[0] for name in COMMANDS][1:]
    parser.add_argument("--tool", choices=tools, action="append", help="only these")
    arguments = parser.parse_args()
    versions = installed(arguments.tool or tools)
    print(", ".join(versions.values()))
    commands = {name: command for name, command in COMMANDS.items() if name.split()[0] in versions}
    texts = arguments.text or [PROJECT / "examples" / "draft.txt"]
    with tempfile.TemporaryDirectory() as folder:
        surroundings = {"PATH": PATH, "PYTHONPATH": str(PROJECT), "FANLINT_CACHE": os.path.join(folder, "cache")}
        text = Path(folder, "text.txt")
        for words in (arguments.words, 500):
            # In a process of its own, which keeps this one small: see `least`.
            writer = Process(target=write, args=(text, texts, words))
            writer.start()
            writer.join()
            title = f"{words:,} words, {arguments.runs} runs"
            compare(title, commands, text, arguments.runs, {**os.environ, **surroundings})


if __name__ == "__main__":
    main()
