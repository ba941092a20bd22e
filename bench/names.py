"""Measure how well misspelt names of a canon are found and mended, and what a foreign canon does to a clean text.

    python bench/names.py --text FILE [--text FILE ...] [--canon naruto] [--names 300] [--show 20] [--only alone]

Every one-edit misspelling of the first names of the canon (its files name the main characters first) is put in the
place of a name of the texts, at most one of a name in a page, among other names of the canon. `beside` pages have each
right name as well, three times; `alone` pages do not, so that nothing but the canon says what was meant. Misspellings
that are a word of the canon or of English are no misspellings to anybody who reads only the word; they are counted
apart, and so are names of less than four letters. What is wrong in the texts themselves counts for nothing here.

The last tables are of false alarms in 10,000 words: what the rules of canons and honorifics say of the texts as they
are, and of the same texts with the canon's first names in the place of their own most frequent ones, so that all others
are the author's characters. Hints that list the author's names (they do not fail a run) are counted apart, and so are
other hints. The texts must be of other fandoms, so that all of it is false.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from fanlint.canon.load import load_canons
from fanlint.canon.model import Canon
from fanlint.engine.linter import Linter
from fanlint.language.en.lexicon import Lexicon
from fanlint.model import Finding, Safety, Severity
from fanlint.rules.catalog import Catalog
from fanlint.text.document import Document
from fanlint.text.tokens import Tokens
from tools.slips import NEAR_KEYS

KINDS = ("drop", "double", "swap", "key", "vowel")
PAGE_NAMES = 40
"""Names in a page, each with one misspelling."""
RIGHT = 3
"""How often a page beside has the right name."""


class Slip(NamedTuple):
    """A misspelling of a name; ``group`` is its kind, or what it is besides."""

    name: str
    wrong: str
    kind: str
    group: str


def misspellings(name: str) -> Iterator[tuple[str, str]]:
    """Every wrong form that one slip makes of a name, with its kind; capitals stay where they are."""
    lower = name.lower()
    for i, letter in enumerate(lower):
        yield lower[:i] + lower[i + 1 :], "drop"
        yield lower[: i + 1] + lower[i:], "double"
        if i + 1 < len(lower):
            yield lower[:i] + lower[i + 1] + letter + lower[i + 2 :], "swap"
        for other in NEAR_KEYS.get(letter, ""):
            yield lower[:i] + other + lower[i + 1 :], "key"
        for other in "aeiou" if letter in "aeiou" else "":
            yield lower[:i] + other + lower[i + 1 :], "vowel"


def slips(name: str, canon: Canon, lexicon: Lexicon) -> list[Slip]:
    """The misspellings of a name, each form once a kind."""
    found = []
    for wrong, kind in dict.fromkeys(misspellings(name)):
        if wrong == name.lower() or len(wrong) < 2:
            continue
        group = "short" if len(name) < 4 else kind
        form = wrong.capitalize()
        if canon.knows(form):
            group = "of the canon"
        elif lexicon.accepts(form):
            group = "English"
        found.append(Slip(name, form, kind, group))
    return found


def plain_names(canon: Canon, number: int) -> list[str]:
    """The first single words of characters' names, plain letters, in the order of the canon's files."""
    words = [word for character in canon.characters for word in (character.given, character.family)]
    plain = [word for word in words if word.isascii() and word.isalpha() and word == word.capitalize()]
    return list(dict.fromkeys(plain))[:number]


class Places(NamedTuple):
    """A text and the indices of words that stand where a name may: its own names, those beside another left out."""

    tokens: Tokens
    slots: list[int]


def places(text: str) -> Places:
    document = Document(text)
    tokens, names = document.tokens, document.vocabulary.names
    slots = []
    for index, word in enumerate(tokens.words[1:-1], 1):
        before, after = tokens.gaps[index], tokens.gaps[index + 1]
        free = before[-1] in " \n“" and after[0] in " .,;:!?”" if before and after else False
        beside = (tokens.words[index - 1], before), (tokens.words[index + 1], after)
        if free and word in names and all(gap.strip() or other[0].islower() for other, gap in beside):
            slots.append(index)
    return Places(tokens, slots)


class Pages:
    """Pages cut from texts in turn, whose names are replaced."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = [places(text) for text in texts]
        self._at = [0] * len(texts)
        self._turn = 0

    def page(self, names: list[str]) -> tuple[str, list[tuple[int, int]]]:
        """The next page with these names in it, and where each stands."""
        turn = self._turn = (self._turn + 1) % len(self._texts)
        tokens, slots = self._texts[turn]
        first = self._at[turn] if self._at[turn] + len(names) < len(slots) else 0
        taken = slots[first : first + len(names)]
        self._at[turn] = first + len(names)
        words = dict(zip(taken, names, strict=False))
        pieces: list[str] = []
        spans = []
        length = 0
        for index in range(max(0, taken[0] - 5), min(len(tokens), taken[-1] + 5)):
            word = words.get(index, tokens.words[index])
            if index in words:
                spans.append((length + len(tokens.gaps[index]), length + len(tokens.gaps[index]) + len(word)))
            pieces += [tokens.gaps[index], word]
            length += len(tokens.gaps[index]) + len(word)
        return "".join(pieces), spans


def batches(all_slips: list[list[Slip]]) -> Iterator[list[Slip]]:
    """Pages full of slips, at most one of each name in a page."""
    for start in range(0, len(all_slips), PAGE_NAMES):
        names = all_slips[start : start + PAGE_NAMES]
        for turn in range(max(map(len, names))):
            yield [slips[turn] for slips in names if turn < len(slips)]


class Score(NamedTuple):
    found: bool
    first: bool
    safely: bool
    harm: bool


def judge(slip: Slip, span: tuple[int, int], findings: list[Finding]) -> tuple[Score, str]:
    """What the findings make of a slip, and the first of them in words."""
    touching = [f for f in findings if f.span.start < span[1] and span[0] < f.span.end]
    fixes = [f.fixes[0] for f in touching if f.fixes]
    mended = [
        slip.wrong[: edit.span.start - span[0]] + edit.text + slip.wrong[edit.span.end - span[0] :]
        for fix in fixes
        for edit in fix.edits
        if span[0] <= edit.span.start and edit.span.end <= span[1]
    ]
    first = slip.name in mended
    safe = any(fix.safety == Safety.SAFE for fix in fixes)
    said = ", ".join(f"{f.rule} {f.fixes[0].edits[0].text if f.fixes else '-'}" for f in touching) or "nothing"
    return Score(bool(touching), first, first and safe, safe and not first), said


def table(rows: dict[str, list[Score]]) -> str:
    lines = [f"{'':14} {'slips':>6} {'found':>8} {'right first':>12} {'mended':>8} {'harmed':>8}"]
    for group, scores in rows.items():
        shares = [100 * sum(column) / len(scores) for column in zip(*scores, strict=True)]
        lines.append(
            f"{group:14} {len(scores):6} {shares[0]:6.1f} % {shares[1]:10.1f} % {shares[2]:6.1f} % {shares[3]:6.2f} %"
        )
    return "\n".join(lines)


def find(linter: Linter, texts: list[str], number: int, mode: str, show: int, thin: int) -> None:
    """Print how the misspellings of names are found."""
    canon, lexicon = linter.canon or Canon(), Lexicon.load()
    pages = Pages(texts)
    rows: dict[str, list[Score]] = {}
    missed: list[str] = []
    names = plain_names(canon, number)
    for batch in batches([slips(name, canon, lexicon)[::thin] for name in names]):
        given = {slip.name for slip in batch}
        others = [name for name in names if name not in given][: len(batch)]
        right = [*given] * RIGHT if mode == "beside" else others * RIGHT
        text, spans = pages.page([slip.wrong for slip in batch] + right)
        findings = linter.lint(Document(text))
        for slip, span in zip(batch, spans, strict=False):
            score, said = judge(slip, span, findings)
            rows.setdefault(slip.group, []).append(score)
            if slip.group in KINDS:
                rows.setdefault("all kinds", []).append(score)
                if not score.first or score.harm:
                    harm = ", and mended so" if score.harm else ""
                    missed.append(f"    {slip.group}: {slip.wrong} for {slip.name}: {said}{harm}")
    print(f"{mode}:")
    groups = (*KINDS, "all kinds", "short", "English", "of the canon")
    print(table({group: rows[group] for group in groups if group in rows}))
    for line in missed[:: max(1, len(missed) // max(1, show))][:show]:
        print(line)


def dressed(text: str, names: list[str]) -> str:
    """The text with names of the canon in the place of its own most frequent ones: half of all uses of a name."""
    tokens, slots = places(text)
    counts = Counter(tokens.words[index] for index in slots)
    taken: dict[str, str] = {}
    for word, count in counts.most_common():
        if sum(counts[one] for one in taken) + count / 2 > sum(counts.values()) / 2 or len(taken) == len(names):
            break
        taken[word] = names[len(taken)]
    gaps = iter(tokens.gaps)
    return next(gaps) + "".join(taken.get(word, word) + gap for word, gap in zip(tokens.words, gaps, strict=True))


def alarms(linter: Linter, texts: dict[str, str]) -> None:
    """Print what the rules of canons and honorifics say of clean texts."""
    print(f"{'':50} {'words':>8} {'own names':>10} {'hints':>6} {'others':>7} {'in 10,000 words':>16}")
    total: Counter[str] = Counter()
    for name, text in texts.items():
        counts: Counter[str] = Counter(words=len(text.split()))
        for finding in linter.lint(Document(text)):
            if finding.rule == "canon/unknown-name":
                counts["own"] += 1
            elif finding.rule.startswith(("canon/", "honorifics/")):
                counts["hints" if finding.severity is Severity.HINT else "others"] += 1
        total += counts
        print(alarm_row(name, counts))
    print(alarm_row("all", total))


def alarm_row(name: str, counts: Counter[str]) -> str:
    rate = 10_000 * counts["others"] / max(1, counts["words"])
    numbers = f"{counts['words']:8} {counts['own']:10} {counts['hints']:6} {counts['others']:7} {rate:16.2f}"
    return f"{name[:50]:50} {numbers}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", type=Path, action="append", required=True)
    parser.add_argument("--canon", action="append", help="a name or the path of a file; several for a crossover")
    parser.add_argument("--names", type=int, default=300)
    parser.add_argument("--only", choices=("beside", "alone", "alarms"))
    parser.add_argument("--thin", type=int, default=1, help="take every so-manyth misspelling of a name")
    parser.add_argument("--show", type=int, default=0, help="so many of those without the right fix")
    arguments = parser.parse_args()
    texts = {path.name: path.read_text(encoding="utf-8") for path in arguments.text}
    catalog = Catalog()
    rules = [catalog.load(name) for name in catalog.of_profile("default")]
    linter = Linter(rules, load_canons(arguments.canon or ["naruto"]))
    for mode in ("beside", "alone"):
        if arguments.only in (None, mode):
            find(linter, list(texts.values()), arguments.names, mode, arguments.show, arguments.thin)
    if arguments.only in (None, "alarms"):
        alarms(linter, texts)
        names = plain_names(linter.canon or Canon(), arguments.names)
        print("with names of the canon:")
        alarms(linter, {name: dressed(text, names) for name, text in texts.items()})


if __name__ == "__main__":
    main()
