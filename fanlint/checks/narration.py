"""What the narrator says, and how often: the habits of a style are counted there, since people talk as they like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from fanlint.model import Finding, Span
from fanlint.rules.rule import Rule
from fanlint.text.document import STORY, Document
from fanlint.text.sentences import Sentence

_QUOTED = re.compile(r"[\"“”‘]|(?<!\w)'|'(?!\w)")
_SHOWN = 5  # words that a message counts one by one


def narrated(document: Document, indices: Iterable[int]) -> list[int]:
    """Those of the words that the narrator of the story says, by index, ascending."""
    # In order: speech is found block by block, and forgotten again.
    return [index for index in sorted(indices) if is_narrated(document, document.tokens.start(index))]


def is_narrated(document: Document, offset: int) -> bool:
    """Whether a place is in the story and in no speech."""
    block = document.block_at(offset)
    return block is not None and block.kind in STORY and document.speech_at(offset) is None


def narration_length(document: Document) -> int:
    """How many words stand in no speech."""
    tokens = document.tokens
    spoken = sum(
        tokens.at(speech.span.end) - tokens.at(speech.span.start) for speech in document.speech if speech.spoken
    )
    return len(tokens) - spoken


def plain_sentences(document: Document) -> list[Sentence]:
    """The sentences of the story that have no speech in them, in order."""
    # A sentence without a mark is all within a speech, or all without.
    return [
        sentence
        for sentence in document.sentences
        if sentence.block.kind in STORY
        and not _QUOTED.search(document.text, *sentence.span)
        and document.speech_at(sentence.span.start) is None
    ]


def counted(rule: Rule, spans: Sequence[Span], message: str) -> Finding:
    """One finding for all places of a habit, at least one of them, in order."""
    return rule.found(spans[0], message=message, also=tuple(spans[1:]))


def per_thousand(count: int, words: int) -> str:
    """A rate as a message has it: 2.3 in 1,000 words."""
    return f"{1000 * count / max(1, words):.1f} in 1,000 words"


def commonest(words: Iterable[str]) -> str:
    """The words with their counts, the commonest first: “softly” ×5, “coldly” ×2."""
    counts = sorted(Counter(words).items(), key=lambda item: (-item[1], item[0]))
    shown = ", ".join(f"“{word}” ×{count}" if count > 1 else f"“{word}”" for word, count in counts[:_SHOWN])
    return shown + (", …" if len(counts) > _SHOWN else "")
