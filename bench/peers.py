"""Measure what fanlint and other spelling checkers suggest for the same misspellings.

    python bench/peers.py --pairs FILE.tsv [--pairs FILE.tsv ...] [--half train|dev|all] [--limit 500] [--tool NAME ...]

A line of a file is `wrong<TAB>right`. Which words are asked is settled before any checker runs: left out are words that
are a right one somewhere in the file, and wrong or right ones of several words. All that remain count for everybody. A
word that a checker accepts is one for which it suggests nothing. A checker that takes a tenth of a second a word is
asked fewer of them, spread over the file; `n` tells how many. Time is that of the processor, without starting up.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from checkers import Replies, installed, suggest
from spelling import answers, read_pairs

TOOLS = ("fanlint", "aspell", "hunspell", "cspell", "harper.js", "symspellpy", "pyspellchecker")
SLOW = {"pyspellchecker"}
Row = tuple[float, ...]  # words asked; of 100 of them: accepted, right first, right among five; ms a word


def parser_for(description: str | None, tools: tuple[str, ...]) -> argparse.ArgumentParser:
    """The options that say which misspellings, and which checkers."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, action="append", default=[])
    parser.add_argument("--half", choices=("train", "dev", "all"), default="all")
    parser.add_argument("--limit", type=int, help="at most so many words of each file")
    parser.add_argument("--tool", choices=tools, action="append", default=[], help="only these")
    return parser


def questions(path: Path, half: str, limit: int | None) -> dict[str, list[str]]:
    """The right words, in lower case, for each wrong one; at most `limit`, spread over the file."""
    pairs = read_pairs(path, None)
    right = {correction.lower() for _, correction in pairs}
    asked = {
        wrong: rights
        for wrong, rights in answers(pairs, None if half == "all" else half).items()
        if rights and " " not in wrong and wrong.lower() not in right
    }
    rows, number = list(asked.items()), min(len(asked), limit or len(asked))
    return dict(rows[i * len(rows) // number] for i in range(number))


def score(asked: dict[str, list[str]], seconds: float, replies: Replies) -> Row:
    """How good the replies are, which come in the order of the words asked."""
    places = [
        next((i for i, guess in enumerate(reply or ()) if guess.lower() in rights), 99)
        for reply, rights in zip(replies, asked.values(), strict=True)
    ]
    n = max(1, len(asked))
    shares = (replies.count(None), sum(place == 0 for place in places), sum(place < 5 for place in places))
    return len(asked), *(100 * share / n for share in shares), 1000 * seconds / n


def show(title: str, rows: dict[str, Row]) -> None:
    """Print a table."""
    print(f"\n{title:<24}     n  accepted  first   five  ms a word")
    for name, (n, accepted, first, five, ms) in rows.items():
        print(f"{name:<24}{n:6.0f} {accepted:7.1f} % {first:6.1f} {five:6.1f} {ms:10.2f}")


def main() -> None:
    """Print a table for each file, and one of means in which every file weighs the same."""
    parser = parser_for(__doc__, TOOLS)
    parser.add_argument("--slow-limit", type=int, default=200, help=f"the limit for {', '.join(SLOW)}")
    arguments = parser.parse_args()
    if not arguments.pairs:
        parser.error("name a file of misspellings with --pairs")
    versions = installed(arguments.tool or TOOLS)
    tables: list[dict[str, Row]] = []
    for path in arguments.pairs:
        rows = {}
        for name, title in versions.items():
            asked = questions(path, arguments.half, arguments.slow_limit if name in SLOW else arguments.limit)
            rows[title] = score(asked, *suggest(name, list(asked)))
        tables.append(rows)
        show(path.stem[:24], rows)
    if len(tables) > 1:
        columns = {title: zip(*(rows[title] for rows in tables), strict=True) for title in versions.values()}
        average = {t: (sum(n), *(sum(c) / len(tables) for c in rest)) for t, (n, *rest) in columns.items()}
        show("mean", average)


if __name__ == "__main__":
    main()
