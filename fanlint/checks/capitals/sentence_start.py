"""A sentence that begins in lower case."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.blocks import BlockKind
from fanlint.text.case import capitalise
from fanlint.text.document import Document
from fanlint.text.sentences import ABBREVIATIONS
from fanlint.text.verbs import is_speech_verb

_ENDS = (".", "!", "?", "…", '"', "”", "*", "_")  # of a paragraph that is not torn in two
_FEW = 20  # of so many paragraphs one may begin in lower case; more are the author's way, or a page of something else
_SHORTEST = 4  # words; less may be a sound, a signature, a title


class SentenceStart(Rule):
    """A sentence begins with a capital.

    fanlint looks at the word after a full stop, where both neighbours are ordinary words, and at the beginnings of
    paragraphs. Text without any capitals,
    such as a message, is left alone.
    """

    scope = Document
    safety = Safety.SAFE
    message = "Begin the sentence with a capital."
    yields_to = ("dialogue/thought-tag",)
    examples = (
        "The rain had stopped. {nobody -> Nobody} noticed it at first.",
        "They slept. {in -> In} the morning it rained.",
        "They slept.\n\n{in -> In} the morning it rained.",
        "The rain had stopped. Nobody noticed.",
        "She said that\n\nin the morning it would rain.",
        "It cost approx. ten crowns.",
        "The rain... nobody noticed.",
        "ok. see u later. bye.",
        "He lost his phone. iPhones are dear.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for index in tokens.gaps_among((". ",)):
            if not 0 < index < len(tokens):
                continue
            if tokens.words[index][0].islower() and self._starts(index, item, story):
                yield self._at(index, item, self.safety)
        starts = [index for index in _low_starts(item) if self._is_plain(index, item, story)]
        if len(starts) <= max(1, len(item.blocks) // _FEW):
            for index in starts:  # or the paragraph before was torn in two
                yield self._at(index, item, Safety.UNSAFE)

    def _at(self, index: int, document: Document, safety: Safety) -> Finding:
        words = document.tokens.words
        # “In that case. whispered Ilse”: it is the full stop that is wrong.
        is_tag = index + 1 < len(words) and words[index + 1][0].isupper() and is_speech_verb(words[index])
        safety = Safety.UNSAFE if is_tag else safety
        return self.found(document.tokens.span(index), capitalise(words[index]), safety=safety)

    def _starts(self, index: int, document: Document, story: Story) -> bool:
        before = document.tokens.words[index - 1]
        if len(before) < 2 or before.lower() in ABBREVIATIONS or not before[-1].isalpha() or not story.knows(before):
            return False
        return not before.isupper() and self._is_plain(index, document, story)

    def _is_plain(self, index: int, document: Document, story: Story) -> bool:
        """An ordinary word in a text with capitals: not a stutter, a brand in lower case, or a message."""
        word = document.tokens.words[index]
        if (
            not word.islower()
            or story.is_own(word)
            or len(word) < 2
            or document.tokens.gaps[index + 1].startswith("-")
            or not story.knows(word)
        ):
            return False
        block = document.block_at(document.tokens.start(index))
        return document.has_capitals or (block is not None and any(map(str.isupper, document.slice(block.span))))


def _low_starts(document: Document) -> Iterator[int]:
    """The first words in lower case of whole paragraphs that follow whole ones."""
    text, tokens = document.text, document.tokens
    for before, block in pairwise(document.blocks):
        if block.kind is not BlockKind.PARAGRAPH or not text[block.span.start].islower():
            continue
        if text.endswith(_ENDS, 0, before.span.end) and text.endswith(_ENDS, 0, block.span.end):
            index = tokens.at(block.span.start)
            if tokens.at(block.span.end - 1) - index >= _SHORTEST:
                yield index
