"""Who speaks at a place of the draft: told by a tag or an action in the paragraph, or by taking turns after one."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from fanlint.text.block_kinds import Block
from fanlint.text.dialogue import Speech
from fanlint.text.document import Document

_TITLES = frozenset(
    "auntie aunt captain doctor dr father king lady lord madam master miss mister mother mr mrs ms old prince princess "
    "professor queen sir sister brother uncle young".split()
)
_REACH = 60  # code points of an action, of which only the beginning is looked at
_MOST_TURNS = 12  # paragraphs back to where a tag told who speaks; farther, writers lose count themselves


def speaker_at(document: Document, offset: int, known: Sequence[str] = ()) -> str | None:
    """The name of who speaks at ``offset``; None in narration, or where nothing tells.

    ``known`` are names of characters, for whom an action beside the speech is enough.
    """
    if document.speech_at(offset) is None:
        return None
    index = bisect_right(document.blocks, offset, key=_start) - 1
    return _speaker_of(document, index, known, _MOST_TURNS)


def is_same_person(told: str, name: str) -> bool:
    """Whether two names can be of one person, one fuller than the other: Hagrid, Rubeus Hagrid."""
    one, other = _own_names(told), _own_names(name)
    return told == name or (bool(one) and one <= other) or (bool(other) and other <= one)


def _start(block: Block) -> int:
    return block.span.start


def _speaker_of(document: Document, index: int, known: Sequence[str], turns: int) -> str | None:
    """Who speaks in a block; ``turns`` is how many blocks back may be looked at."""
    if index < 0:
        return None
    start = document.blocks[index].span.start
    spoken = [speech for speech in document.speech.in_block(start) if speech.spoken]
    if not spoken:
        return None
    told = document.speaker(spoken[0]) or _actor(document, spoken, known)
    if told is not None or turns < 1:
        return told
    if document.speech.carried_into(start) is not None:
        return _speaker_of(document, index - 1, known, turns - 1)
    # Of two who talk by turns, the last but one speaks again.
    other = _speaker_of(document, index - 1, known, turns - 1)
    again = _speaker_of(document, index - 2, known, turns - 2) if other is not None else None
    return again if other != again else None


def _actor(document: Document, spoken: list[Speech], known: Sequence[str]) -> str | None:
    """Which of the characters does something before the first speech of a paragraph, or right after one."""
    text = document.text
    block = spoken[0].block.span
    for start in (block.start, *(speech.span.end for speech in spoken)):
        beat = text[start : min(start + _REACH, block.end)].lstrip()
        for name in known:
            if any(re.match(rf"{re.escape(word)}\b", beat) for word in (name, *_own_names(name))):
                return name
    return None


def _own_names(name: str) -> set[str]:
    """The parts of a name that are nobody else's: not Professor, not Mrs."""
    return {word for word in name.split() if word.lower().rstrip(".") not in _TITLES}
