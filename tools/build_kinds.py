"""Learn from running text which words are adjectives, nouns, plurals, plain verbs or past forms, and nothing else.

    python tools/build_kinds.py train.txt.xz --out fanlint/language/en/data/parts_of_speech.txt

A word is of a kind if it stands in that kind's places (a noun after “the” and “my”, a plain verb after “could”) and
next to never in the others'. Words of several kinds (walk, cut, present) are therefore in none: a rule that asks for a
kind wants to be sure. The data file has a line for each kind: its name, and its words in order.
"""

from __future__ import annotations

import argparse
import lzma
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

_TOKEN = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*|[.,;:!?\"“”—()]")
_BEFORE = {
    "a": "a an another every each",
    "the": "the my your his her its our their",
    "several": "these those many several few two three four five six seven eight nine ten",
    "to": "to",
    "modal": "can could may might must shall should will would cannot can't couldn't won't wouldn't didn't don't "
    "doesn't didn't did do let's i'll you'll he'll she'll they'll we'll",
    "subject": "he she it who",
    "subjects": "they we i you",
    "be": "is am are was were be been being",
    "have": "have has had having",
    "degree": "very so too more most quite rather as",
}
_AFTER = {"end": ". , ; : ! ? of is was are were and that to", "is": "is was", "are": "are were"}
_LEAST = 60  # uses
_ENDINGS_OF_PLURALS = ("s", "men", "feet", "teeth", "mice", "children")
_IRREGULAR = """
    arose=arise ate=eat awoke=awake became=become befell=befall began=begin bit=bite blew=blow bore=bear bought=buy
    broke=break brought=bring built=build came=come caught=catch chose=choose clung=cling crept=creep dealt=deal
    did=do drank=drink drew=draw drove=drive dug=dig dwelt=dwell fed=feed fell=fall felt=feel fled=flee flew=fly
    flung=fling forbade=forbid forgave=forgive forgot=forget fought=fight froze=freeze gave=give got=get grew=grow
    had=have heard=hear held=hold hid=hide hung=hang kept=keep knelt=kneel knew=know laid=lay leapt=leap led=lead
    learnt=learn lent=lend lit=light lost=lose made=make meant=mean met=meet mistook=mistake overcame=overcome
    overtook=overtake paid=pay ran=run rang=ring rode=ride rose=rise said=say sang=sing sank=sink sat=sit saw=see
    sent=send shone=shine shook=shake shot=shoot shrank=shrink slept=sleep slid=slide slunk=slink sold=sell
    sought=seek spent=spend spoke=speak sprang=spring spun=spin stank=stink stole=steal stood=stand strode=stride
    struck=strike stuck=stick swam=swim swept=sweep swore=swear swung=swing taught=teach thought=think threw=throw
    told=tell took=take tore=tear understood=understand undertook=undertake went=go wept=weep withdrew=withdraw
    withstood=withstand woke=wake won=win wore=wear wove=weave wrote=write wrung=wring
"""

Uses = Counter[str]
"""How often one word stands in each place; "" is how often at all."""


def paragraphs(path: Path) -> Iterator[str]:
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as file:
        yield from file


def uses(texts: Iterator[str]) -> dict[str, Uses]:
    """For each word in lower case where it stands."""
    before = {word: place for place, words in _BEFORE.items() for word in words.split()}
    after = defaultdict(list)
    for place, words in _AFTER.items():
        for word in words.split():
            after[word].append(f">{place}")
    found: defaultdict[str, Uses] = defaultdict(Counter)
    for text in texts:
        words = _TOKEN.findall(text.replace("’", "'"))
        lower = [word.lower() for word in words]
        for word, previous, following in zip(words, ["", *lower], [*lower[1:], "."], strict=False):
            if not word[0].islower():
                continue
            count, place = found[word], before.get(previous)
            count[""] += 1
            if place:
                count[place] += 1
            for one in after.get(following, ()):
                count[one] += 1
                if place in ("a", "the"):
                    count[f"the{one}"] += 1
    return {word: count for word, count in found.items() if count[""] >= 20 and word.replace("'", "").isalpha()}


class Kinds:
    """Tells the kinds of words by their uses."""

    def __init__(self, found: dict[str, Uses]) -> None:
        self.found = found

    def share(self, word: str, *places: str) -> float:
        """The part of a word's uses that are in these places."""
        count = self.found.get(word)
        return sum(count[place] for place in places) / count[""] if count else 0.0

    def _is_head(self, word: str) -> bool:
        """Whether the word, after an article, often ends what the article began: a noun, and no adjective."""
        return self.share(word, "the>end") >= 0.35 * self.share(word, "a", "the")

    def is_noun(self, word: str) -> bool:
        return (
            self.found[word][""] >= _LEAST
            and self.share(word, "a", "the") >= 0.25
            and self.share(word, "a") >= 0.02
            and self.share(word, "modal") <= 0.004
            and self.share(word, "subject", "subjects") <= 0.02
            and self.share(word, "degree") <= 0.05
            and self._is_head(word)
        )

    def is_plural(self, word: str) -> bool:
        singulars = (word[:-1], word[:-2], word[:-3] + "y")
        told = any(one in self.found and self.is_noun(one) for one in singulars)
        return (
            word.endswith(_ENDINGS_OF_PLURALS)
            and self.share(word, "the", "several") >= (0.06 if told else 0.15)
            and self.share(word, "a") <= 0.01
            and self.share(word, "subject") <= 0.01
            and self.share(word, ">is") <= 0.2 * self.share(word, ">are") + 0.004
            and self._is_head(word)
            and (told or self.share(word, "several") >= 0.02)
        )

    def is_verb(self, word: str) -> bool:
        return (
            self.found[word][""] >= _LEAST
            and self.share(word, "modal") >= 0.06
            and self.share(word, "to") >= 0.06
            and self.share(word, "a", "the") <= 0.03
            and self.share(word, "subject") <= 0.03
            and self.share(word, "have") <= 0.03
        )

    def is_adjective(self, word: str) -> bool:
        return (
            self.found[word][""] >= _LEAST
            and not word.endswith("ly")
            and word != "being"
            and self.share(word, "degree") >= 0.02
            and self.share(word, "be") >= 0.05
            and (self.share(word, "a", "the") >= 0.05 or self.share(word, "be") >= 0.2)
            and self.share(word, "the>end") <= 0.05
            and self.share(word, "modal", "subject", "subjects") <= 0.02
            and self.share(word, "to", "have") <= 0.05
        )

    def is_past(self, word: str) -> bool:
        return (
            self.found[word][""] >= _LEAST
            and self.share(word, "subject") >= 0.08
            and self.share(word, "to", "modal") <= 0.02
            and self.share(word, "a", "the") <= 0.03
        )

    def plain(self, past: str) -> str | None:
        """The plain form of a regular past: walked, walk; hurried, hurry; stopped, stop; loved, love."""
        stem = past[:-2]
        forms = (stem[:-1] + "y",) if stem.endswith("i") else (past[:-1], stem, stem[:-1])
        if not past.endswith("ed"):
            return None
        return max(forms, key=lambda form: self.share(form, "modal", "to") * self.found.get(form, Counter())[""])

    def pasts(self) -> Iterator[str]:
        irregular = dict(pair.split("=") for pair in _IRREGULAR.split())
        for word in self.found:
            plain = irregular.get(word) or (self.plain(word) if self.is_past(word) else None)
            if plain and (word in irregular or self.share(plain, "modal", "to") > 0.02):
                yield f"{word}={plain}"

    def lines(self) -> Iterator[str]:
        tests: dict[str, Callable[[str], bool]] = {
            "adjective": self.is_adjective,
            "noun": self.is_noun,
            "nouns": self.is_plural,
            "verb": self.is_verb,
        }
        for kind, test in tests.items():
            yield " ".join([kind, *sorted(word for word in self.found if word.isalpha() and test(word))])
        yield " ".join(["past", *sorted(self.pasts())])


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args(argv)
    lines = list(Kinds(uses(text for path in arguments.texts for text in paragraphs(path))).lines())
    arguments.out.write_text("".join(f"{line}\n" for line in lines), encoding="ascii")
    print(", ".join(f"{line.split()[0]}: {line.count(' ')}" for line in lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
