"""Find the compounds that English writes as one word, so that their halves written apart can be marked.

    python tools/build_compounds.py --scowl /usr/share/dict/scowl --out fanlint/language/en/data/compounds.txt

Every word of SCOWL up to size 60 that is two everyday words in one, is in use, and whose halves hardly ever stand side
by side in the books that the pairs of words were counted in (tools/build_lexicon.py). Left out by hand are halves that
make a phrase as often as a compound (long time, heart beat) and those that are endings rather than words.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from fanlint.language.en.bigrams import Pairs
from fanlint.language.en.lexicon import Lexicon
from tools.english_words import WORDS, read_words

LARGEST = 60
PART, WHOLE = 3.0, 2.3
"""log10 of the least uses per billion words of each half, and of the compound."""

SHORT_SECONDS = frozenset("bag box bow boy car cap cup dog gun hat man mat pan pen pin pit pot sun way".split())
S_FIRSTS = frozenset("brass class cross dress glass grass mass news".split())
LISTS = WORDS / "compounds"
FIRSTS = frozenset(read_words(LISTS / "never-first-halves.txt"))
SECONDS = frozenset(read_words(LISTS / "never-second-halves.txt"))
OPEN = frozenset(read_words(LISTS / "open.txt"))
SOLID = frozenset(read_words(LISTS / "solid.txt"))


def compounds(scowl: Path, lexicon: Lexicon, pairs: Pairs) -> Iterator[tuple[str, str]]:
    """The two halves of each compound, in no order."""
    for path in sorted(scowl.glob("*-words.*")):
        if not path.suffix[1:].isdigit() or int(path.suffix[1:]) > LARGEST or "variant" in path.name:
            continue
        for word in read_words(path):
            if word.isascii() and word.isalpha() and word.islower() and lexicon.frequency(word) >= WHOLE:
                for at in range(3, len(word) - 2):
                    if is_compound(word[:at], word[at:], lexicon, pairs):
                        yield word[:at], word[at:]


def is_compound(first: str, second: str, lexicon: Lexicon, pairs: Pairs) -> bool:
    """Whether the two are everyday nouns that stand apart next to never."""
    if first in FIRSTS or second in SECONDS or f"{first}-{second}" in OPEN:
        return False
    if (len(second) < 4 and second not in SHORT_SECONDS) or (first.endswith("s") and first not in S_FIRSTS):
        return False
    everyday = all(lexicon.is_common(part) and lexicon.frequency(part) >= PART for part in (first, second))
    return everyday and not pairs.count(first, second)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scowl", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args(argv)
    found = {" ".join(parts) for parts in compounds(arguments.scowl, Lexicon.load(), Pairs.load())}
    found.update(word.replace("-", " ") for word in SOLID)
    arguments.out.write_text("".join(f"{phrase}\n" for phrase in sorted(found)), encoding="utf-8")
    print(f"{len(found)} compounds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
