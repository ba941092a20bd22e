"""What tells two words apart that writers mix up, and how to remember it: from confusables.tsv, beside this module."""

import os
from functools import cache
from typing import NamedTuple


class Lesson(NamedTuple):
    """What either word means, and an aid to memory; both are sentences."""

    apart: str
    aid: str


@cache
def lessons() -> dict[frozenset[str], Lesson]:
    """All lessons by the two words they are about."""
    found: dict[frozenset[str], Lesson] = {}
    with open(os.path.join(os.path.dirname(__file__), "confusables.tsv"), encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                pairs, apart, aid = line.rstrip("\n").split("\t")
                lesson = Lesson(apart, aid)
                found.update((frozenset(pair.split("/")), lesson) for pair in pairs.split())
    return found


def remark(written: str, intended: str) -> str:
    """One sentence that tells two words apart; empty where no one mixes up their meanings."""
    lesson = lessons().get(frozenset((written, intended)))
    return lesson.apart if lesson else ""


def spelt(word: str) -> str:
    """A word of the directory as it is written: I, I'll and their like with a capital."""
    return "I" + word[1:] if word == "i" or word.startswith("i'") else word


def about(word: str) -> list[tuple[str, Lesson]]:
    """Every word that ``word`` is mixed up with, and the lesson, by alphabet."""
    return sorted((other, lesson) for pair, lesson in lessons().items() if word in pair for other in pair - {word})
