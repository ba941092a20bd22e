"""Build the words and word pairs of fanlint/language/en/data from SCOWL, running text, and tools/words.

    python tools/build_lexicon.py --scowl /usr/share/dict/scowl --train train.txt.xz --out
    fanlint/language/en/data

--scowl  the `final` folder of SCOWL 2020.12.07 (Debian package `scowl`, UTF-8)
--train  plain text, .xz or not, a paragraph a line; counted here, no text of it is kept
--counts a file to keep the counts of --train in between runs (optional)
Web counts come from the English dictionary of pyspellchecker (MIT). The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from fanlint.language.en import lexicon as format_
from fanlint.language.en.bigrams import LEAST
from fanlint.language.en.channel import one_slip
from fanlint.language.en.lexicon import fold
from fanlint.text.distance import common_ends
from tools.english_counts import Counts, count_text
from tools.english_pack import pack_pairs, pack_words
from tools.english_words import (
    EVERYDAY_SIZE,
    PRINTED,
    SPELLINGS,
    WORDS,
    Entry,
    add_curated,
    read_scowl,
    read_words,
)

SAFE_SIZE = 60
DANGER = 100.0
"""A rare word is dropped when a word this many times as frequent is one edit away: it is that word
misspelt."""
STEM_DANGER = 10.0
"""How many times more frequent yet the other must be when it is the rare word with an ending."""
NAME_DANGER = 1000.0
"""The same for names, of which many differ by a letter."""


def web_counts() -> dict[str, float]:
    """Uses per billion words on the web, letters folded to lower case, from pyspellchecker's English
    dictionary."""
    import spellchecker

    raw = gzip.decompress((Path(spellchecker.__file__).parent / "resources" / "en.json.gz").read_bytes())
    counts: dict[str, int] = json.loads(raw)
    total = sum(counts.values())
    folded: Counter[str] = Counter()
    for word, count in counts.items():
        folded[fold(word).lower()] += count
    return {word: 1e9 * count / total for word, count in folded.items()}


def frequencies(entries: dict[str, Entry], counts: Counts, web: dict[str, float]) -> dict[str, tuple[float, float]]:
    """Uses per billion words of each entry: of its lower-case form, and of all its forms together.

    The mean of the counts in fiction and on the web; the web does not tell case, so fiction's share is taken.
    """
    scale = 1e9 / counts.total
    found = {}
    for word, entry in entries.items():
        lower, capital = counts.lower.get(word, 0), counts.capital.get(word, 0)
        share = 1.0 if word in entry.spellings else 0.0
        if (share and len(entry.spellings) > 1) or (share and capital > 20 and capital > 4 * lower):
            share = (lower + 1) / (lower + capital + 2)
        online = web.get(word, 0.0)
        own = lower * scale if share else 0.0
        weight = 0.5 if counts.total > 1e6 else 0.0
        found[word] = (
            weight * own + (1 - weight) * online * share,
            weight * (lower + capital) * scale + (1 - weight) * online,
        )
    return found


def deletions(word: str) -> set[str]:
    """`word` with each of its letters left out."""
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


def inflects(word: str, stem: str) -> bool:
    """Whether `word` is `stem` with an ending of inflection."""
    return len(word) == len(stem) + 1 and word.startswith(stem) and word[-1] in "sdryn"


def one_edit(one: str, other: str) -> bool:
    """Whether one insertion, deletion, substitution or swap of neighbours turns `one` into `other`."""
    return one_slip(one, other, *common_ends(one, other))


def dangerous(
    entries: dict[str, Entry], safe: set[str], used: dict[str, tuple[float, float]], danger: float = DANGER
) -> set[str]:
    """The rare words, none of them `safe`, that nearly always are a word `danger` times as frequent misspelt."""
    frequent: defaultdict[str, list[str]] = defaultdict(list)
    names: defaultdict[str, list[str]] = defaultdict(list)
    for word, entry in entries.items():
        if entry.size <= SAFE_SIZE and used[word][0] >= danger and word in entry.spellings:
            for form in deletions(word) | {word}:
                frequent[form].append(word)
        elif entry.size <= SAFE_SIZE and used[word][1] >= NAME_DANGER:
            for form in deletions(word) | {word}:
                names[form].append(word)
    found = set()
    for word, entry in entries.items():
        if word in safe or entry.size <= SAFE_SIZE or "'" in word:
            continue
        lower = word in entry.spellings
        if not lower:
            near = {other for form in deletions(word) | {word} for other in names.get(form, ())}
            if any(
                used[other][1] >= NAME_DANGER * max(used[word][1], 1.0)
                and other != word
                and one_edit(word, other)
                and not inflects(word, other)
                and not inflects(other, word)
                for other in near
            ):
                found.add(word)
        limit = danger * max(used[word][0 if lower else 1], 1.0) * (1 if lower else 20)
        near = {other for form in deletions(word) | {word} for other in frequent.get(form, ())}
        for other in near:
            if (
                # "beloved" does not vouch for "belove": what lost its ending is a slip as often as a stem.
                used[other][0] >= (limit * STEM_DANGER if inflects(other, word) else limit)
                and other != word
                and one_edit(word, other)
                and not inflects(word, other)
            ):
                found.add(word)
                break
    return found


def homes(entries: dict[str, Entry], rows: dict[str, tuple[int, int | None]]) -> dict[str, str]:
    """The letters of the Englishes in which each everyday spelling is at home, of those that not all have."""
    letters = {"american": "u", "british": "k", "british_z": "k", "canadian": "c", "australian": "a"}
    found = {}
    for word, entry in entries.items():
        here = "".join(dict.fromkeys(letters.get(name, "") for name in SPELLINGS if name in entry.varieties))
        everyday = rows.get(word, (0, None))[0] & format_.EVERYDAY
        if everyday and here and "english" not in entry.varieties and len(here) < len(format_.HOMES):
            found[word] = here
    return found


def table(
    entries: dict[str, Entry], curated: set[str], counts: Counts, web: dict[str, float]
) -> tuple[dict[str, tuple[int, int | None]], dict[str, list[str]]]:
    """Flags and frequency byte (None for wide words) of every word, and the special spellings, as lexicon.py
    has them."""
    used = frequencies(entries, counts, web)
    # Edited books are spelt right: what they use now and then is a word, however near it is to another,
    # unless it is so near a very common one that a misprint is likelier.
    doubtful = dangerous(entries, curated, used, NAME_DANGER)
    printed = {
        word
        for word, entry in entries.items()
        if counts.lower.get(word, 0)
        >= (PRINTED if entry.size <= EVERYDAY_SIZE and word not in doubtful else 3 * PRINTED)
    }
    rare = dangerous(entries, curated | printed, used)
    rows: dict[str, tuple[int, int | None]] = {}
    special: dict[str, list[str]] = {}
    for word, entry in entries.items():
        own, every = used[word]
        forms = set(entry.spellings)
        if (
            entry.size >= EVERYDAY_SIZE
            and len(forms) > 1
            and counts.capital.get(word, 0) > 50 * (1 + counts.lower.get(word, 0))
        ):
            forms.discard(word)
        if word in rare and word in entry.spellings and len(entry.spellings) > 1:
            forms.discard(word)
            rare.discard(word)
        flags = 0x80
        if word in forms:
            flags |= format_.LOWER
        if word[:1].upper() + word[1:] in forms:
            flags |= format_.CAPITAL
        others = sorted(f for f in forms if f != word and f != word[:1].upper() + word[1:])
        if others:
            flags |= format_.SPECIAL
            special[word] = others
        frequency = None
        if word in rare:
            flags |= format_.RARE
        elif entry.size <= EVERYDAY_SIZE or (own if word in forms else every) > 20:
            flags |= format_.EVERYDAY
            value = own if word in forms else every
            frequency = 0x80 | min(127, max(0, round(16 * math.log10(max(value, 1.0)))))
            if word in forms and (
                (entry.size <= 50 and own > 300 and len(word) > 3)
                or (entry.size <= 40 and own > 3000 and len(word) == 3)
                or (own > 20000 and entry.size <= 35)
            ):
                flags |= format_.COMMON
        rows[word] = flags, frequency
    return fold_plurals(rows), special


def fold_plurals(rows: dict[str, tuple[int, int | None]]) -> dict[str, tuple[int, int | None]]:
    """Leave out plurals of wide words and mark their singulars instead."""
    kept = dict(rows)
    for word, (flags, _) in rows.items():
        if not flags & (format_.EVERYDAY | format_.SPECIAL) and word[-1] != "s":
            plural = kept.get(word + "s")
            if plural is not None and plural[0] == flags:
                kept[word] = flags | format_.PLURAL, None
                del kept[word + "s"]
    return kept


def build(scowl: Path, train: Path, out: Path, cache: Path | None = None) -> dict[str, int]:
    """Write lexicon.bin and bigrams.bin into the folder `out`; gives how many words there are of each tier."""
    counts = count_text(train, cache)
    refused = set(read_words(WORDS / "refused.txt"))
    short = set(read_words(WORDS / "short.txt"))
    entries = read_scowl(scowl, refused, short, counts.lower)
    curated = add_curated(entries, refused, short)
    rows, special = table(entries, curated, counts, web_counts())
    out.mkdir(parents=True, exist_ok=True)
    (out / "lexicon.bin").write_bytes(pack_words(rows, special, homes(entries, rows)))
    (out / "bigrams.bin").write_bytes(pack_pairs(counts, set(rows), LEAST))
    tiers = ("rare" if f & format_.RARE else "everyday" if f & format_.EVERYDAY else "wide" for f, _ in rows.values())
    return dict(Counter(tiers))


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scowl", type=Path, required=True)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--counts", type=Path)
    arguments = parser.parse_args()
    tiers = build(arguments.scowl, arguments.train, arguments.out, arguments.counts)
    print(tiers, {path.name: path.stat().st_size for path in sorted(arguments.out.glob("*.bin"))})


if __name__ == "__main__":
    main()
