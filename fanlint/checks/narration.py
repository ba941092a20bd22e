"""Counts words and sentences of the narration for the style rules; characters may talk as they like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from fanlint.model import Finding, Span
from fanlint.rules.rule import Rule
from fanlint.text.document import STORY, Document
from fanlint.text.sentences import Sentence

_QUOTED = re.compile(r"[\"“”‘]|(?<!\w)'|'(?!\w)")
_SHOWN = 5  # Maximum number of words that a message lists.


def narrated(document: Document, indices: Iterable[int]) -> list[int]:
    """The indices of those words that are in the story's narration, in order."""
    # Speech is found block by block and only a few blocks are kept, so going through a draft in order is fastest.
    return [index for index in sorted(indices) if is_narrated(document, document.tokens.start(index))]


def is_narrated(document: Document, offset: int) -> bool:
    """Whether the place is in the story and outside speech."""
    block = document.block_at(offset)
    return block is not None and block.kind in STORY and document.speech_at(offset) is None


def narration_length(document: Document) -> int:
    """The number of words outside speech."""
    tokens = document.tokens
    spoken = sum(
        tokens.at(speech.span.end) - tokens.at(speech.span.start) for speech in document.speech if speech.spoken
    )
    return len(tokens) - spoken


def plain_sentences(document: Document) -> list[Sentence]:
    """The sentences of the story that contain no speech, in order."""
    # A sentence without quotation marks is entirely inside or entirely outside speech, so its start decides.
    return [
        sentence
        for sentence in document.sentences
        if sentence.block.kind in STORY
        and not _QUOTED.search(document.text, *sentence.span)
        and document.speech_at(sentence.span.start) is None
    ]


def counted(rule: Rule, spans: Sequence[Span], message: str) -> Finding:
    """One finding for all places of a habit; ``spans`` are in order and not empty."""
    return rule.found(spans[0], message=message, also=tuple(spans[1:]))


def per_thousand(count: int, words: int) -> str:
    """A rate as messages show it: 2.3 per 1,000 words."""
    return f"{1000 * count / max(1, words):.1f} per 1,000 words"


def commonest(words: Iterable[str]) -> str:
    """The most frequent words with their counts: “softly” ×5, “coldly” ×2."""
    counts = sorted(Counter(words).items(), key=lambda item: (-item[1], item[0]))
    shown = ", ".join(f"“{word}” ×{count}" if count > 1 else f"“{word}”" for word, count in counts[:_SHOWN])
    return shown + (" and others" if len(counts) > _SHOWN else "")
