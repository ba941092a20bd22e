"""Cuts plain text into runs of capitalised words, and takes off what is no part of a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from fanlint.canon_build.cues import Cues
from fanlint.language.en.lexicon import Lexicon
from fanlint.text.honorifics import HONORIFICS
from fanlint.text.sentences import ABBREVIATIONS, ends_sentence
from fanlint.text.tokens import Tokens

_FILLERS = frozenset("a an the of no and".split())
_LINKS = ("of", "of the", "no")
_PLACES_AFTER = frozenset("in at near towards toward into outside inside across through beneath beyond off".split())
_HEADING = 8  # words; a longer line is a sentence, whatever it ends with
_ORDINARY = 1.5  # log10 of uses per billion words; rarer words may as well be a fandom's: jutsu, sai


class Run(NamedTuple):
    """Capitalised words that stand together. ``opens``: where any word has a capital, as at the start of a sentence."""

    words: tuple[str, ...]
    opens: bool
    heading: bool = False  # where all words may have capitals
    the: bool = False  # “the” stands before it
    place: bool = False  # “in”, “at” …
    owned: str = ""  # what follows “'s”, where that has capitals, too: Flower Shop
    is_owned: bool = False
    next: str = ""  # the word after it


def runs_of(texts: Iterable[tuple[str, str]], cues: Cues, lexicon: Lexicon) -> tuple[list[Run], Counter[str]]:
    """The runs of all texts, each given with its title (“” where it has none), and the words in small letters."""
    runs: list[Run] = []
    small: Counter[str] = Counter()
    for title, text in texts:
        tokens = Tokens(text)
        small.update(word for word in tokens.words if word[0].islower())
        runs += _Reader(text, tokens, cues, lexicon).runs()
        if title:
            runs.append(Run(tuple(title.split()), False))
    return _trimmed(runs, lexicon, cues), small


class _Reader:
    """Cuts one text into runs."""

    def __init__(self, text: str, tokens: Tokens, cues: Cues, lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._cues = cues
        self._lexicon = lexicon
        self._line_starts, self._headings = _lines(text)

    def runs(self) -> list[Run]:
        tokens, found, at = self._tokens, [], 0
        while at < len(tokens):
            if not self._is_part(at):
                at += 1
                continue
            end = self._end(at)
            found.append(self._run(at, end))
            at = end
        return found

    def _is_part(self, at: int) -> bool:
        word = self._tokens.words[at]
        return word[0].isupper() and _stem(word).lower() not in ("i", "i'm", "i'll", "i've", "i'd")

    def _end(self, at: int) -> int:
        """The index after the last word of the run that begins at ``at``."""
        words, gaps = self._tokens.words, self._tokens.gaps
        while _stem(words[at]) == words[at] and at + 1 < len(words):
            gap = gaps[at + 1]
            if self._is_part(at + 1) and self._joins(at, gap):
                at += 1
                continue
            link = next((link for link in _LINKS if self._follows(at, link)), None)
            if link is None:
                break
            at += 1 + len(link.split())
        return at + 1

    def _joins(self, at: int, gap: str) -> bool:
        initial = len(self._tokens.words[at]) == 1 or self._tokens.words[at].lower() in ABBREVIATIONS
        return gap in (" ", "-") or (gap == "\n" and not self._is_heading(at)) or (initial and gap == ". ")

    def _follows(self, at: int, link: str) -> bool:
        parts = link.split()
        after = self._tokens.words[at + 1 : at + 2 + len(parts)]
        spaces = self._tokens.gaps[at + 1 : at + 2 + len(parts)]
        return (
            after[:-1] == parts
            and len(after) > len(parts)
            and after[-1][0].isupper()
            and set(spaces) == {" "}
            and (link == "no" or self._lexicon.accepts(self._tokens.words[at].lower()))
        )

    def _run(self, at: int, end: int) -> Run:
        tokens, opens = self._tokens, self._opens(at)
        pieces = [tokens.words[at]]
        for index in range(at + 1, end):
            if tokens.gaps[index] == "-":
                pieces[-1] += "-" + tokens.words[index]
            else:
                pieces.append(tokens.words[index])
        last, follows = tokens.words[end - 1], end < len(tokens) and tokens.gaps[end] == " "
        is_owner = _stem(last) != last
        owned = " ".join(tokens.words[end : self._end(end)]) if is_owner and follows and self._is_part(end) else ""
        pieces[-1] = _stem(pieces[-1])
        if end < len(tokens) and re.match(r"\s#?\d", tokens.gaps[end] + tokens.words[end]):
            pieces = pieces[:-1] if pieces[-1].lower() in self._cues.counted else pieces
        before = tokens.words[at - 1].lower() if at and not tokens.gaps[at].strip() else ""
        after = tokens.words[end].lower() if follows and not is_owner else ""
        is_owned = _stem(before) != before and tokens.words[at - 1][0].isupper()
        return Run(
            tuple(pieces), opens, self._is_heading(at), before == "the", before in _PLACES_AFTER, owned, is_owned, after
        )

    def _opens(self, at: int) -> bool:
        gap = self._tokens.gaps[at]
        if at == 0 or "\n\n" in gap.replace("\r", "") or self._is_heading(at):
            return True
        if any(mark in gap for mark in '“":;•*–—(\u2018') or re.search(r"(?:^|\s)'", gap):
            return True
        before = self._tokens.words[at - 1].lower()
        is_short = gap.startswith(". ") and (before in ABBREVIATIONS or len(before) == 1)
        return ends_sentence(gap) and not is_short

    def _is_heading(self, at: int) -> bool:
        return self._headings[bisect_right(self._line_starts, self._tokens.start(at)) - 1]


def _lines(text: str) -> tuple[list[int], list[bool]]:
    """Where the lines begin, and which are headings or cells of a table: short, and with no full stop."""
    starts, headings, at = [], [], 0
    lines = text.splitlines(keepends=True) or [""]
    for index, line in enumerate(lines):
        bare = line.strip()
        goes_on = index + 1 < len(lines) and lines[index + 1][:1].islower()
        starts.append(at)
        headings.append(len(bare.split()) <= _HEADING and bare[-1:] not in tuple('.!?…"”,;') and not goes_on)
        at += len(line)
    return starts, headings


def _trimmed(runs: list[Run], lexicon: Lexicon, cues: Cues) -> list[Run]:
    """The runs without honorifics, articles, and words whose capital only the start of a sentence explains."""
    runs = [run._replace(words=tuple(word for part in run.words if (word := _bare(part)))) for run in runs]
    inside = {run.words for run in runs if not run.opens}
    # What is left of “Then Sorrel” tells that “Sorrel Dunmore” may open a sentence.
    inside |= {run.words for run in _without_openers(runs, inside, lexicon, cues) if not run.opens}
    return _without_openers(runs, inside, lexicon, cues)


def _without_openers(runs: list[Run], inside: set[tuple[str, ...]], lexicon: Lexicon, cues: Cues) -> list[Run]:
    """``inside``: runs that stand where only names have capitals."""
    single = {words[0] for words in inside if len(words) == 1}
    found = []
    for run in runs:
        words, the, place = list(run.words), run.the, run.place
        opens = run.opens and run.words not in inside
        while words:
            first = words[0].lower()
            is_filler = first in _FILLERS or first in cues.never or first in cues.counted
            if not is_filler and not (opens and words[0] not in single and is_ordinary(first, lexicon)):
                break
            the, place = first == "the", first in _PLACES_AFTER
            opens = run.heading
            del words[0]
        while words and (words[-1].lower() in _FILLERS or not any(map(str.isalpha, words[-1]))):
            del words[-1]
        if words:
            found.append(
                run._replace(
                    words=tuple(words),
                    opens=run.opens and (run.heading or len(words) == len(run.words)),
                    the=the,
                    place=place,
                )
            )
    return found


def is_ordinary(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is one of English in small letters, too, and no rare one."""
    lower = word.lower()
    return lexicon.accepts(lower) and (lexicon.frequency(lower) > _ORDINARY or not lower.isalpha())


def _bare(word: str) -> str:
    """A word without the honorifics after it."""
    parts = word.split("-")
    while len(parts) > 1 and parts[-1].lower() in HONORIFICS:
        del parts[-1]
    return "-".join(parts)


def _stem(word: str) -> str:
    return word[:-2] if word[-2:] in ("'s", "’s") else word
