"""Dialogue tags: the verb that shows that someone speaks, and the adverb beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from fanlint.text.case import is_capitalised
from fanlint.text.dialogue import PRONOUNS
from fanlint.text.document import STORY, Document
from fanlint.text.verbs import is_speech_verb

_MAX_SUBJECT = 3  # Maximum number of words before the verb of a tag: the old man said. Set by hand.
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "my", "their", "our"})
# Words that end like adverbs but do not describe how something is said.
_NOT_ADVERBS = frozenset("only early family lovely friendly lonely finally suddenly immediately".split())


class Tag(NamedTuple):
    """The indices of a tag's first word, its verb, and its adverb if it has one."""

    first: int
    verb: int
    adverb: int | None


def tags(document: Document) -> Iterator[Tag]:
    """The dialogue tags that follow speech, in order: “…,” she said softly."""
    tokens = document.tokens
    for speech in document.speech:
        if not (speech.spoken and speech.closed and speech.block.kind in STORY):
            continue
        first = tokens.at(speech.span.end)
        stop = min(tokens.at(speech.block.span.end), first + _MAX_SUBJECT + 3)
        verb = _verb(first, stop, document)
        if verb is not None:
            near = (verb + 1, verb + 2, verb - 1)
            yield Tag(first, verb, next((at for at in near if first <= at < stop and _is_adverb(at, document)), None))


def _verb(first: int, stop: int, document: Document) -> int | None:
    """The index of the verb if a tag starts at ``first``; None otherwise."""
    words, gaps = document.tokens.words, document.tokens.gaps
    for index in range(first, min(first + _MAX_SUBJECT + 1, stop)):
        if index > first and gaps[index] != " ":
            return None
        if words[index].islower() and is_speech_verb(words[index]):
            return index if index == first or _is_subject(words[first:index]) else None
    return None


def _is_subject(words: list[str]) -> bool:
    """Whether the words name the speaker, perhaps with an adverb: she, Old Marten, the boy, she softly."""
    named = all(map(is_capitalised, words)) or words[0].lower() in _ARTICLES
    return named or (words[0].lower() in PRONOUNS and (len(words) == 1 or words[1].endswith("ly")))


def _is_adverb(index: int, document: Document) -> bool:
    word, gap = document.tokens.words[index], document.tokens.gaps[index]
    return gap == " " and len(word) > 4 and word.islower() and word.endswith("ly") and word not in _NOT_ADVERBS
