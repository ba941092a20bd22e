"""The spelling checkers that the benches set side by side, each asked in its own way.

They are looked for beside the Python that runs the bench and on the path; packages of npm in the folder PEERS_NPM, or
else in bench. As a script, this asks one that is written in Python:  checkers.py NAME suggest|flag < words or a text
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from importlib.metadata import distributions
from importlib.resources import files
from pathlib import Path

BENCH = Path(__file__).resolve().parent
NODE = Path(os.environ.get("PEERS_NPM", BENCH))
PATH = os.pathsep.join([os.path.dirname(sys.executable), os.environ.get("PATH", os.defpath)])
FANLINT = [sys.executable, "-m", "fanlint", "check", "--isolated"]
HOW_TO_GET = {
    "aspell": "apt-get install aspell aspell-en",
    "hunspell": "apt-get install hunspell hunspell-en-us hunspell-en-gb",
    "cspell": "npm install --prefix bench --no-save cspell harper.js",
    "harper.js": "npm install --prefix bench --no-save cspell harper.js",
}
# American and British English are both right wherever a checker can be told so, as they are for fanlint.
SUGGEST = {
    "aspell": ["aspell", "-a", "--encoding=utf-8", "-l", "en"],
    "hunspell": ["hunspell", "-a", "-i", "utf-8", "-d", "en_US,en_GB"],
}
FLAG = {
    "aspell": ["aspell", "list", "--encoding=utf-8", "-l", "en"],
    "hunspell": ["hunspell", "-l", "-i", "utf-8", "-d", "en_US,en_GB"],
    "typos": ["typos", "--isolated", "--format", "json", "-"],
    "codespell": ["codespell", "-"],
    "fanlint": [*FANLINT, "--select", "spelling", "--output-format", "json", "-"],
}


Replies = list[list[str] | None]
"""For each word suggestions, best first, or None where it is accepted."""


def version(name: str) -> str | None:
    """The version of a checker, None where it is not installed."""
    name = name.removesuffix("-words")
    if name in FLAG:
        command = FANLINT[:3] if name == "fanlint" else [name]
        said = run([*command, "--version"], "")[0] if shutil.which(command[0], path=PATH) else ""
        return next(reversed(re.findall(r"\d+(?:\.\d+)+", said)), None)
    if name in ("cspell", "harper.js"):
        package = NODE / "node_modules" / name / "package.json"
        return str(json.loads(package.read_text())["version"]) if package.exists() and shutil.which("node") else None
    return next((package.version for package in distributions(name=name)), None)


def installed(names: Iterable[str]) -> dict[str, str]:
    """Name and version of those that are installed, by name; a line on stderr for each that is not."""
    versions = {name: version(name) for name in names}
    for name, number in versions.items():
        if number is None:
            how = HOW_TO_GET.get(name, f"pip install {name}")
            print(f"{name} is not installed and left out. To get it: {how}", file=sys.stderr)
    return {name: f"{name} {number}" for name, number in versions.items() if number is not None}


def suggest(name: str, words: list[str]) -> tuple[float, Replies]:
    """What a checker would have instead of each word, and its CPU seconds for all of them without starting up."""
    if name not in SUGGEST:
        said: tuple[float, Replies] = json.loads(run(worker(name, "suggest"), "\n".join(words))[0])
        return said
    # Both speak as ispell did: for each line its faults, and an empty line.
    output, spent = run(SUGGEST[name], "".join(f"^{word}\n" for word in words))
    replies: Replies = [None]
    for row in output.split("\n")[1:]:
        if not row:
            replies.append(None)
        elif row[0] in "&#" and replies[-1] is None:
            head, _, guesses = row.partition(": ")
            word, piece = words[len(replies) - 1], head.split(" ")[1]
            replies[-1] = [word.replace(piece, guess, 1) for guess in guesses.split(", ") if guess]
    return max(0.0, spent - run(SUGGEST[name], "^teh\n")[1]), replies[: len(words)]


def flag(name: str, text: str) -> list[str]:
    """Everything in a text that a checker takes for misspelt, as often as it says so."""
    output, _ = run(FLAG.get(name) or worker(name, "flag"), text)
    if name in ("aspell", "hunspell"):
        return output.split()
    if name == "typos":
        return [row["typo"] for row in map(json.loads, output.splitlines()) if row["type"] == "typo"]
    if name == "codespell":
        return re.findall(r"^\t(\S+) ==> ", output, re.MULTILINE)
    said = json.loads(output)
    return [finding["text"] for finding in said["findings"]] if name == "fanlint" else list(said)


def worker(name: str, task: str) -> list[str]:
    """The command that asks a library."""
    if name in ("cspell", "harper.js"):
        # Given as text and run in the folder of the packages, the script finds them wherever that is.
        return ["node", "--input-type=module", "--eval", (BENCH / "checkers.mjs").read_text(), name, task]
    return [sys.executable, __file__, name, task]


def run(command: list[str], text: str) -> tuple[str, float]:
    """The output of a command that reads `text`, and its CPU seconds. Exit codes tell of findings, so they are not
    looked at; errors without any output end the bench."""
    env = {**os.environ, "PATH": PATH, "PYTHONPATH": str(BENCH.parent)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, input=text.encode(), capture_output=True, env=env, cwd=NODE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.stderr and not done.stdout:
        sys.exit(f"{command[0]} failed:\n{done.stderr.decode(errors='replace')}")
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout.decode(errors="replace"), spent


def load(name: str) -> tuple[Callable[[str], bool], Callable[[str], list[str]]]:
    """Whether a checker that is written in Python accepts a word, and what it suggests."""
    if name.startswith("fanlint"):
        from fanlint.language.en.lexicon import Lexicon
        from fanlint.language.en.suggest import Suggester

        lexicon = Lexicon.load()
        suggester = Suggester(lexicon)
        return lexicon.accepts, lambda word: [found.text for found in suggester.suggest(word)]
    if name == "symspellpy":
        from symspellpy import SymSpell, Verbosity

        symspell = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
        symspell.load_dictionary(files("symspellpy") / "frequency_dictionary_en_82_765.txt", 0, 1)
        accepts, lookup = symspell.words.__contains__, symspell.lookup
        return lambda w: accepts(w.lower()), lambda w: [found.term for found in lookup(w.lower(), Verbosity.ALL, 2)]
    from spellchecker import SpellChecker

    speller = SpellChecker(distance=2)
    often = speller.word_usage_frequency
    return speller.__contains__, lambda word: sorted(speller.candidates(word) or (), key=often, reverse=True)


def main(name: str, task: str) -> None:
    """Print in JSON what one says."""
    accepts, guess = load(name)
    asked = sys.stdin.read()
    if task == "flag":
        words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", asked)
        print(json.dumps([word for word in words if not accepts(word.removesuffix("'s"))]))
        return
    guess("teh")  # what is loaded on first use is no part of the time for a word
    start = time.process_time()
    replies = [None if accepts(word) else guess(word) for word in asked.split("\n")]
    print(json.dumps([time.process_time() - start, replies]))


if __name__ == "__main__":
    main(*sys.argv[1:])
