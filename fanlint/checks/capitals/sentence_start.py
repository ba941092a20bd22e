"""A sentence that begins in lower case."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.case import capitalise
from fanlint.text.document import Document
from fanlint.text.sentences import ABBREVIATIONS


class SentenceStart(Rule):
    """A sentence begins with a capital.

    fanlint looks at the word after a full stop, where both neighbours are ordinary words, and at the first word of a
    speech that opens a paragraph. Text without any capitals, such as a message, is left alone.
    """

    scope = Document
    safety = Safety.SAFE
    message = "Begin the sentence with a capital."
    examples = (
        "The rain had stopped. {nobody -> Nobody} noticed it at first.",
        'Ilse looked up.\n\n"{come -> Come} in," she said.',
        "The rain had stopped. Nobody noticed.",
        "It cost approx. ten crowns.",
        "The rain... nobody noticed.",
        '"If you go," she said, "come back."',
        '"...and then?" she said.',
        "ok. see u later. bye.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        gaps, words = tokens.gaps, tokens.words
        for index in range(1, len(words)):
            if gaps[index] == ". " and words[index][0].islower() and self._starts(index, item, story):
                yield self._at(index, item)
        for speech in item.speech:
            index = tokens.at(speech.inner.start)
            if index >= len(words) or tokens.start(index) != speech.inner.start:
                continue
            opens = speech.span.start == speech.block.span.start
            ends = item.text[speech.inner.end - 1 : speech.inner.end] in (".", ",", "!", "?")
            if opens and ends and speech.closed and words[index][0].islower() and self._is_plain(index, item, story):
                yield self._at(index, item)

    def _at(self, index: int, document: Document) -> Finding:
        return self.found(document.tokens.span(index), capitalise(document.tokens.words[index]))

    def _starts(self, index: int, document: Document, story: Story) -> bool:
        before = document.tokens.words[index - 1]
        if len(before) < 2 or before.lower() in ABBREVIATIONS or not before[-1].isalpha() or not story.knows(before):
            return False
        return not before.isupper() and self._is_plain(index, document, story)

    def _is_plain(self, index: int, document: Document, story: Story) -> bool:
        """An ordinary word in a text with capitals: not a stutter, a brand in lower case, or a message."""
        word = document.tokens.words[index]
        if len(word) < 2 or document.tokens.gaps[index + 1].startswith("-") or not story.knows(word):
            return False
        block = document.block_at(document.tokens.start(index))
        return (
            block is not None
            and any(char.isupper() for char in document.slice(block.span))
            or word.isalpha()
            and _talks(document)
        )


def _talks(document: Document) -> bool:
    """Whether the draft as a whole is written with capitals."""
    words = document.vocabulary.counts
    return sum(count for word, count in words.items() if word[0].isupper()) * 20 > sum(words.values())
