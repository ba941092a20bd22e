"""A sentence that begins with a lower-case letter."""

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

# Characters that end a complete paragraph, one that was not split by a stray line break.
_ENDS = (".", "!", "?", "…", '"', "”", "*", "_")
# If more than one paragraph in this many begins in lower case, it is the author's style or not prose. Set by hand.
_PARAGRAPHS_PER_MISTAKE = 20
_MIN_WORDS = 4  # A shorter paragraph may be a sound, a signature or a title. Set by hand.


class SentenceStart(Rule):
    """Finds a sentence that begins with a lower-case letter.

    The capital shows readers where a sentence starts. fanlint checks ordinary words that follow a full stop or begin a
    paragraph. It leaves alone text without any capitals, such as a message. With --fix, it adds a capital only after a
    full stop; at the start of a paragraph, a stray line break may be the real mistake.
    """

    scope = Document
    safety = Safety.SAFE
    message = "Begin the sentence with a capital letter."
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
        starts = [index for index in _lower_case_starts(item) if self._is_plain(index, item, story)]
        if len(starts) <= max(1, len(item.blocks) // _PARAGRAPHS_PER_MISTAKE):
            for index in starts:  # The real mistake may be a line break in the middle of a sentence.
                yield self._at(index, item, Safety.UNSAFE)

    def _at(self, index: int, document: Document, safety: Safety) -> Finding:
        words = document.tokens.words
        # In “In that case. whispered Ilse”, the full stop is the mistake, so a capital would be the wrong fix.
        is_tag = index + 1 < len(words) and words[index + 1][0].isupper() and is_speech_verb(words[index])
        safety = Safety.UNSAFE if is_tag else safety
        return self.found(document.tokens.span(index), capitalise(words[index]), safety=safety)

    def _starts(self, index: int, document: Document, story: Story) -> bool:
        """Whether the full stop before the word ends a sentence: an ordinary word precedes it, not an abbreviation."""
        before = document.tokens.words[index - 1]
        if len(before) < 2 or before.lower() in ABBREVIATIONS or not before[-1].isalpha() or not story.knows(before):
            return False
        return not before.isupper() and self._is_plain(index, document, story)

    def _is_plain(self, index: int, document: Document, story: Story) -> bool:
        """Whether the word is ordinary and in text with capitals, not a stutter, a brand name or part of a message."""
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


def _lower_case_starts(document: Document) -> Iterator[int]:
    """First words in lower case, if their paragraph and the one before it are both complete."""
    text, tokens = document.text, document.tokens
    for before, block in pairwise(document.blocks):
        if block.kind is not BlockKind.PARAGRAPH or not text[block.span.start].islower():
            continue
        if text.endswith(_ENDS, 0, before.span.end) and text.endswith(_ENDS, 0, block.span.end):
            index = tokens.at(block.span.start)
            if tokens.at(block.span.end - 1) - index >= _MIN_WORDS:
                yield index
