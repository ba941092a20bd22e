"""Measure what spelling checkers do not notice, and what they flag in good texts.

    python bench/detect.py [--pairs FILE.tsv ...] [--half train|dev|all] [--limit 500] [--text FILE ...] [--tool ...]

Misspellings are those of bench/peers.py, each put into the same sentence, 80 to a text, since a text of unknown words
only would be one in another language to fanlint. Texts should be well edited: everything that is flagged in them counts
as a false alarm. “fanlint” is what a writer sees: the rules on spelling, with the names that the story teaches, and one
note for a word that comes again and again. “fanlint-words” asks only its word list. Curly apostrophes are made straight
for all, since some checkers take words apart at them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from checkers import flag, installed
from peers import TOOLS, parser_for, questions

MANY = 80
SENTENCE = "She wrote {} in the margin and turned the page.\n\n"
STRAIGHT = str.maketrans("‘’“”", "''\"\"")


def parts(words: Iterable[str]) -> set[str]:
    """The words, and what they are made of: some checkers flag half of a word."""
    return {part for word in words for part in (word, *re.findall(r"[^\W_]{3,}", word))}


def missed(name: str, wrongs: list[str]) -> str:
    """The share of words in which a checker flags nothing."""
    if not wrongs:
        return "–"
    silent = 0
    for some in (wrongs[i : i + MANY] for i in range(0, len(wrongs), MANY)):
        flagged = parts(flag(name, "".join(map(SENTENCE.format, some)))) - parts([SENTENCE])
        silent += sum(not parts([wrong]) & flagged for wrong in some)
    return f"{100 * silent / len(wrongs):.1f} %"


def by_case(words: list[str]) -> tuple[list[str], list[str]]:
    """Those in small letters, and those with a capital."""
    return [word for word in words if not word[0].isupper()], [word for word in words if word[0].isupper()]


def main() -> None:
    """Print a table for each file of misspellings, and one for all texts."""
    parser = parser_for(__doc__, every := ("fanlint", "fanlint-words", *TOOLS[1:], "typos", "codespell"))
    parser.add_argument("--text", type=Path, action="append", default=[])
    arguments = parser.parse_args()
    if not arguments.pairs and not arguments.text:
        parser.error("name a file of misspellings with --pairs, or a good text with --text")
    versions = installed(arguments.tool or every)
    for path in arguments.pairs:
        small, capital = by_case(list(questions(path, arguments.half, arguments.limit)))
        print(f"\n{path.stem[:24] + ', missed':<34}{len(small):6d} small{len(capital):6d} Capital")
        for name, title in versions.items():
            print(f"{title:<34}{missed(name, small):>12}{missed(name, capital):>14}")
    texts = [path.read_text(encoding="utf-8").translate(STRAIGHT) for path in arguments.text]
    if texts:
        count = sum(len(text.split()) for text in texts)
        print(f"\n{f'false alarms in {count:,} words':<34} small in 10,000  Capital in 10,000")
        for name, title in versions.items():
            small, capital = by_case([word for text in texts for word in flag(name, text)])
            print(f"{title:<34}{10_000 * len(small) / count:16.1f}{10_000 * len(capital) / count:19.1f}")


if __name__ == "__main__":
    main()
