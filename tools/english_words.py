"""Read the words of SCOWL and of tools/words: in which sizes, cases and spellings they stand there."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from fanlint.language.en.lexicon import fold

WORDS = Path(__file__).resolve().parent / "words"
LARGEST = 80
EVERYDAY_SIZE = 70
SPELLINGS = ("english", "american", "australian", "british", "british_z", "canadian")
VARIANTS = tuple(f"{head}variant_{n}" for n in (1, 2, 3) for head in ("", "australian_", "british_", "canadian_"))
"""Spellings that dictionaries give second, and those rarer still: these only where books print them."""
PRINTED = 10
"""Uses in the text counted that make a word safe whatever it is near to; thrice as many for the rarest
words."""


class Entry(NamedTuple):
    """What SCOWL and the curated lists say of one folded word."""

    size: int
    """Least SCOWL size it has in lower case or, when it has none, at all; 50 for a curated word."""
    spellings: frozenset[str]
    """Its stored forms: "rose", "Rose"."""
    varieties: frozenset[str]
    """SCOWL's spelling categories it belongs to, "english" for all."""


def read_words(path: Path) -> list[str]:
    """The words of one list, comments and blanks left out, NFC."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [unicodedata.normalize("NFC", word) for line in lines if (word := line.partition("#")[0].strip())]


def inflected(line: str) -> list[str]:
    """The word of a curated line and the forms that its letters after a slash call for, spelt by rule.

    "starship/n" has its plural, "respawn/v" -s, -ing and -ed, "zap/d" the same with its last letter doubled,
    "oversleep/s" only -s and -ing (its past is irregular), "gangly/c" -er and -est.
    """
    word, _, classes = line.partition("/")
    if unknown := set(classes) - set("nvdsc"):
        raise ValueError(f"“{line}”: no class of inflection is called {' or '.join(sorted(unknown))}")
    to_i = word[:-1] + "i" if re.search("[^aeiou]y$", word) else word
    plural = to_i + "es" if to_i != word or re.search("(?:s|x|z|ch|sh)$", word) else word + "s"
    stem = word + word[-1] if "d" in classes else word[:-1] if re.search("[^eioy]e$", word) else word
    forms = [word]
    if set(classes) & set("nvds"):
        forms.append(plural)
    if set(classes) & set("vds"):
        forms.append(stem + "ing")
    past = (to_i if to_i != word else word[:-1] if word.endswith("e") else stem) + "e"
    if set(classes) & set("vd"):
        forms.append(past + "d")
    if "c" in classes:
        forms += [past + "r", past + "st"]
    return forms


def usable(word: str) -> bool:
    """Whether a folded word fits the table: ASCII letters, apostrophes and hyphens, opened by a letter or
    apostrophe."""
    return word.isascii() and word.replace("'", "").replace("-", "").isalpha() and word[0] != "-" and len(word) < 40


def long_enough(word: str, short: set[str]) -> bool:
    """Whether `word` is no single or double lower-case letter but for the listed ones."""
    return len(word) > 2 or word in short or word != word.lower() or "'" in word


def read_scowl(folder: Path, refused: set[str], short: set[str], printed: Mapping[str, int]) -> dict[str, Entry]:
    """Every word of SCOWL up to size 80, possessives left out, by its folded form; `printed` counts uses in
    books."""
    sizes: dict[str, int] = {}
    spellings: defaultdict[str, set[str]] = defaultdict(set)
    varieties: defaultdict[str, set[str]] = defaultdict(set)
    for spelling in SPELLINGS + VARIANTS:
        doubtful = spelling.endswith(("2", "3"))
        for kind in ("words", "upper", "proper-names", "abbreviations", "contractions"):
            for path in sorted(folder.glob(f"{spelling}-{kind}.*")):
                size = int(path.suffix[1:])
                if size > LARGEST:
                    continue
                for raw in read_words(path):
                    word = fold(raw)
                    lower = word.lower()
                    if not usable(word) or word.endswith("'s") or lower in refused or word in refused:
                        continue
                    if not long_enough(word, short) or (len(word) == 3 and size > EVERYDAY_SIZE and word not in short):
                        continue
                    if kind == "abbreviations" and word == lower and size > 40:
                        continue
                    if doubtful and (lower in varieties or printed.get(word, 0) < PRINTED):
                        continue
                    capital = word != lower
                    rank = size + (200 if capital else 0)
                    sizes[lower] = min(sizes.get(lower, 999), rank)
                    spellings[lower].add(word)
                    varieties[lower].add(spelling)
    return {
        word: Entry(size % 200, frozenset(spellings[word]), frozenset(varieties[word])) for word, size in sizes.items()
    }


def add_curated(entries: dict[str, Entry], refused: set[str], short: set[str]) -> set[str]:
    """Add the lists of tools/words to `entries`; gives the folded words that are right because a list has them.

    A list that has "Costa" says nothing of "costa".
    """
    curated = set()
    for path in sorted(WORDS.glob("*.txt")):
        if path.name in ("refused.txt", "short.txt"):
            continue
        for raw in read_words(path):
            for word in inflected(fold(raw)):
                lower = word.lower()
                if not usable(word) or lower in refused or not long_enough(word, short):
                    continue
                curated.add(word)
                old = entries.get(lower, Entry(50, frozenset(), frozenset({"english"})))
                entries[lower] = Entry(min(old.size, 50), old.spellings | {word}, old.varieties)
    return {word.lower() for word in curated if word.islower() or word.lower() not in entries[word.lower()].spellings}
