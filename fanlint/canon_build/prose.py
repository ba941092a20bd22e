"""Finds the names in plain text by their capitals, their company and their counts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from fanlint.canon.romanisation import romanisation_key
from fanlint.canon_build.cues import Cues
from fanlint.canon_build.entries import is_near
from fanlint.canon_build.facts import Facts, Form
from fanlint.canon_build.runs import Run, is_ordinary, runs_of
from fanlint.language.en.lexicon import Lexicon
from fanlint.language.en.suggest import Suggester
from fanlint.text.honorifics import HONORIFICS

_CAMEL = re.compile(r"[A-Z][a-z]{2,}[A-Z][a-z]{2,}")
_SURNAME = re.compile(r"(?:Mc|Mac|De|Di|Le|La|Van|O')[A-Z]")
_ROMAJI = re.compile(r"(?:(?:[kgsztdnhbpmr]y?|sh|ch|ts|j|f|w|y)?[aeiouāīūēō]|n(?![aeiouyāīūēō])|([kstpc])(?=\1|ch))+")
_RARE, _OFTEN = 2, 5  # uses at most of a slip, and how many times more often the right one is used


def names_in(texts: Iterable[tuple[str, str]], cues: Cues, lexicon: Lexicon) -> list[Facts]:
    """The names of pages, each given as its title (“” where it has none) and its text; read as one body of evidence."""
    pages = list(texts)
    runs, small = runs_of(pages, cues, lexicon)
    return _Judge(runs, small, [title for title, _ in pages if title], cues, lexicon).facts()


class _Judge:
    """Weighs all runs of a body of pages, and says which are names, and of what."""

    def __init__(
        self, runs: list[Run], small: Mapping[str, int], titles: list[str], cues: Cues, lexicon: Lexicon
    ) -> None:
        self._cues, self._lexicon, self._small = cues, lexicon, small
        self._suggester = Suggester(lexicon)
        self._titles = set(titles)
        right, self._spellings = self._settled_words(runs)
        groups: defaultdict[tuple[str, ...], list[Run]] = defaultdict(list)
        for run in runs:
            groups[tuple(right.get(word, word) for word in run.words)].append(run)
        self._groups = self._without_twins(groups)
        single = {words[0] for words in self._groups if len(words) == 1}
        self._plural = {word for word in single if f"{word}s" in single and not self._is_english(word)}
        for word in self._plural:
            self._groups[(word,)] += self._groups.pop((f"{word}s",))
        self._singles = {words[0]: group for words, group in self._groups.items() if len(words) == 1}

    def facts(self) -> list[Facts]:
        """One Facts for each name, parts of a person's name not apart."""
        named = [words for words, group in self._groups.items() if self._is_name(words, group)]
        kinds = {words: self._kind(words, self._groups[words]) for words in named if len(words) > 1}
        full = [self._without_titles(words) for words, kind in kinds.items() if kind == "character"]
        parts = {word for name in full if len(name) > 1 for word in name}
        kinds |= {words: self._kind_of_one(words[0], parts) for words in named if len(words) == 1}
        people = [words for words, kind in kinds.items() if kind == "character"]
        shops = dict(self._shops())
        found = [
            self._told(words, kind)
            for words, kind in kinds.items()
            if not (kind == "character" and self._is_part(words, parts, people))
            and not (" ".join(words) in shops.values() and all(run.is_owned for run in self._groups[words]))
        ]
        found += [
            Facts("", self._kind_of(owned.split()[-1].lower()) or "concept", (Form(f"{owner}'s {owned}", "text"),))
            for owner, owned in shops.items()
        ]
        return found + self._coined({word.lower() for words in kinds for word in words})

    # Which spelling is right.

    def _settled_words(self, runs: list[Run]) -> tuple[dict[str, str], dict[str, list[str]]]:
        """For each word that is spelt in several ways, the right one; and the others that are right as well.

        One key of romanisation: the most used is right, the others are variants. A rare near twin of a frequent word is
        a slip, unless it is a title.
        """
        counts = Counter(word for run in runs for word in run.words if not self._is_english(word))
        first = {word: at for at, word in enumerate(counts)}
        titled = {word for title in self._titles for word in title.split()}
        ranked = sorted(counts, key=lambda word: (word not in titled, -counts[word], first[word]))
        right: dict[str, str] = {}
        spellings: defaultdict[str, list[str]] = defaultdict(list)
        by_key: dict[str, str] = {}
        for word in ranked:
            best = by_key.setdefault(romanisation_key(word), word)
            if best != word:
                right[word] = best
                if best.lower() != word.lower():
                    spellings[best].append(word)
        for word in by_key.values():
            if counts[word] <= _RARE and word not in titled and len(word) > 4:
                twin = next(
                    (one for one in ranked if counts[one] >= _OFTEN * counts[word] and is_near(one, word)), None
                )
                if twin is not None:
                    right[word] = twin
                    right.update(dict.fromkeys(spellings.pop(word, ()), twin))
        return right, spellings

    def _without_twins(self, groups: Mapping[tuple[str, ...], list[Run]]) -> dict[tuple[str, ...], list[Run]]:
        """The groups, those with all words but one in common and that one nearly the same taken together: the title,
        the most used or the first is right."""
        kept: dict[tuple[str, ...], list[Run]] = {}
        first = {words: at for at, words in enumerate(groups)}
        ranked = sorted(
            groups, key=lambda words: (" ".join(words) not in self._titles, -len(groups[words]), first[words])
        )
        for words in ranked:
            twin = next((other for other in kept if len(other) == len(words) > 1 and _is_twin(other, words)), None)
            if twin is None or " ".join(words) in self._titles:
                kept[words] = list(groups[words])
            else:
                kept[twin] += groups[words]
        return kept

    # What is a name.

    def _is_english(self, word: str) -> bool:
        return is_ordinary(word, self._lexicon)

    def _is_name(self, words: tuple[str, ...], group: list[Run]) -> bool:
        if " ".join(words) in self._titles:
            return True
        if self._is_everyday(words):
            return False
        inside = sum(not run.opens for run in group)
        strange = [word for word in words if not self._is_english(word)]
        if len(words) > 1:
            return bool(inside or strange)
        (word,) = words
        if len(word) < 2 or word.lower() in self._cues.titles:
            return False
        if not strange:
            return inside > 1 and self._small[word.lower()] < inside
        if self._lexicon.is_proper(word) and not self._in_names(word):
            return len(group) > 1
        if word.isupper():
            return inside > 1 and len(word) < 8
        return inside > 0 or len(group) > 1 or not self._suggester.suggest(word.lower(), limit=1)

    def _in_names(self, word: str) -> bool:
        return any(word in words for words in self._groups if len(words) > 1)

    def _is_everyday(self, words: Iterable[str]) -> bool:
        return all(word.lower() in self._cues.never for word in words)

    # Of what it is the name.

    def _kind(self, words: tuple[str, ...], group: list[Run]) -> str:
        """What several words name: the word that heads them tells it, or the company they keep."""
        heads = words[:1] if "of" in words else (words[-1], words[0])
        kind = next((kind for word in heads if (kind := self._kind_of(word.lower()))), "")
        if kind and kind != "character":
            return kind
        if {"of", "no"} & set(words):
            return "character" if self._stands_alone(words[0]) else "concept"
        the = sum(run.the for run in group) * 2 >= len(group)
        name = self._without_titles(words)
        if len(name) < len(words) and (self._strange(name) or self._stands_alone(name[-1])):
            return "character"
        is_person = self._stands_alone(words[0]) and not _is_place(self._singles[words[0]])
        if self._stands_alone(words[-1]) or (is_person and (len(words) == 2 or self._strange(words[1:]))):
            return "concept" if the else "character"
        if self._strange(words[-1:]) and self._strange(words[:1]) and not the:
            return "place" if _is_place(group) else "character"
        return "concept"

    def _kind_of_one(self, word: str, of_people: set[str]) -> str:
        """What one word names; ``of_people`` are the words of people's full names."""
        group = self._singles[word]
        the = sum(run.the for run in group) * 2 >= len(group)
        follows = next((found for run in group if (found := self._kind_of(run.next))), "")
        if _CAMEL.fullmatch(word) and not _SURNAME.match(word):
            return "concept"
        if follows in ("group", "place"):
            return follows
        if word in of_people and not the:
            return "character"
        if the or word.isupper() or word in self._plural or self._lexicon.is_common(word.lower()):
            return "concept"
        return "place" if _is_place(group) else "character"

    def _kind_of(self, word: str) -> str:
        return self._cues.kind_of_word.get(word, "")

    def _strange(self, words: Iterable[str]) -> bool:
        """Whether one of these words is no ordinary word of English."""
        return any(not self._is_english(word) for word in words)

    def _stands_alone(self, word: str) -> bool:
        """Whether a word stands by itself as a name does: mostly without “the”; if English, inside a sentence."""
        group = self._singles.get(word, [])
        return sum(run.the for run in group) * 2 < len(group) and (
            self._strange([word]) or any(not run.opens for run in group)
        )

    def _without_titles(self, words: tuple[str, ...]) -> tuple[str, ...]:
        start = next((at for at, word in enumerate(words) if word.lower() not in self._cues.titles), 0)
        return words[start:]

    def _is_part(self, words: tuple[str, ...], parts: set[str], people: list[tuple[str, ...]]) -> bool:
        """Whether a person's name is told with a longer one, or the same words in the order that is used more."""
        name = self._without_titles(words)
        if len(name) == 1:
            return name[0] in parts or (
                len(words) == 1 and any(self._without_titles(one) == words != one for one in people)
            )
        turned = words[::-1]
        if turned == words or turned not in people:
            return False
        return (len(self._groups[turned]), people.index(words)) > (len(self._groups[words]), people.index(turned))

    # What is told of it.

    def _told(self, words: tuple[str, ...], kind: str) -> Facts:
        name = " ".join(words)
        via = "title" if name in self._titles else "text"
        others = [
            " ".join(other if part == word else part for part in words)
            for word in words
            for other in self._spellings.get(word, ())
        ]
        return Facts("", kind, (Form(name, via), *(Form(other, "text") for other in others)), personal=True)

    def _shops(self) -> Iterator[tuple[str, str]]:
        """Names that begin with an owner, as owner and owned: Yamanaka's Flower Shop. Only where neither is named
        without the other."""
        for words, group in self._groups.items():
            (owned, *others) = {run.owned for run in group}
            if owned and not others and not self._strange(owned.split()) and not self._is_everyday(words):
                yield " ".join(words), owned

    def _coined(self, known: set[str]) -> list[Facts]:
        """Words in small letters that English lacks: the fandom's own, if the text repeats them or they look Japanese
        among Japanese names; slips of the keyboard are near an English word, or two of them in one."""
        strange = [word for words in self._groups for word in words if not self._is_english(word)]
        japanese = sum(bool(_ROMAJI.fullmatch(word.lower())) for word in strange) * 2 > len(strange) > 4
        found = []
        for word, count in self._small.items():
            if len(word) < 4 or not word.isalpha() or word in known | HONORIFICS or self._is_english(word):
                continue
            looks_so = japanese and _ROMAJI.fullmatch(word)
            if (count > 2 or looks_so) and ((looks_so and self._lexicon.accepts(word)) or not self._is_slip(word)):
                found.append(Facts("", "concept", (Form(word, "text"),), small=True))
        return found

    def _is_slip(self, word: str) -> bool:
        """Whether a strange word in small letters is rather an English one misspelt, or two run together."""
        best = self._suggester.suggest(word, limit=1)
        return self._lexicon.accepts(word) or (bool(best) and (best[0].kind == "split" or best[0].confidence > 0.5))


def _is_place(group: list[Run]) -> bool:
    return len(group) > 1 and sum(run.place and not run.owned for run in group) * 2 >= len(group)


def _is_twin(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    differing = [(one, other) for one, other in zip(first, second, strict=True) if one != other]
    return len(differing) == 1 and is_near(*differing[0]) and not differing[0][0][0].isdigit()
