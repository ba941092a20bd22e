"""A closing quotation mark before a paragraph in which the same person goes on speaking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fanlint.model import Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.blocks import Block, BlockKind
from fanlint.text.dialogue import PRONOUNS, Speech
from fanlint.text.document import Document

_CONTINUING_TAG = r"[^\W\d_]+ (?:went on|continued|goes on|continues)\b"


class SpeechClosedEarly(Rule):
    """Finds a closing quotation mark before a paragraph in which the same person goes on speaking.

    After a closing mark, readers expect someone else to answer. If speech continues in a new paragraph, the earlier
    paragraph does not close with a mark, and the new one opens with one. fanlint asks only if a tag such as “she went
    on” shows that the speaker continues, and if no one else speaks just before.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Remove this quotation mark if the same person goes on speaking in the next paragraph."
    examples = (
        '"First we train.{" -> }\n\n"Then we eat," Marten went on.',
        "Soon Marten rose.\n\nMarten sat.\n\n“First we train.{” -> }\n\n“Then we eat,” he continued.",
        '"First we train.\n\n"Then we eat," Marten went on.',
        '"When do we train?"\n\n"Now," Ilse went on.',
        '"When?" Ilse asked.\n\n"First we train."\n\n"Then we eat," Ilse went on.',
        '"First we train."\n\n"Then we eat," Marten said.',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if not any(word in item.tokens.places for word in ("went", "goes", "continued", "continues")):
            return
        before: Block | None = None
        for first, second in pairwise(item.blocks):
            one = _only_speech(first.span, item) if first.kind is BlockKind.PARAGRAPH else None
            if one is not None and second.kind is BlockKind.PARAGRAPH:
                who = _continuing_speaker(second.span, item)
                if who and (before is None or before.kind is not BlockKind.PARAGRAPH or _is_about(who, before, item)):
                    yield self.found(Span(one.span.end - 1, one.span.end), "")
            before = first


def _is_about(who: str, block: Block, document: Document) -> bool:
    """Whether the paragraph is about the person and has no speech: Marten rose."""
    if document.speech.in_block(block.span.start):
        return False
    first = document.tokens.words[document.tokens.at(block.span.start)]
    return first == who or (who in PRONOUNS and first in document.vocabulary.names)


def _only_speech(span: Span, document: Document) -> Speech | None:
    """The speech that makes up the whole paragraph, or None."""
    if document.text[span.end - 1] not in "\"”’'" or document.text[span.end - 2] == "?":
        return None
    found = document.speech.in_block(span.start)
    return found[0] if len(found) == 1 and found[0].span == span and found[0].closed and found[0].certain else None


def _continuing_speaker(span: Span, document: Document) -> str:
    """The speaker who goes on, from the tag after the speech that starts a paragraph; empty if there is none."""
    found = document.speech.in_block(span.start) if document.text[span.start] in "\"“‘'" else ()
    if not found or not found[0].closed or found[0].span.start != span.start:
        return ""
    tag = re.compile(_CONTINUING_TAG).match(document.text, found[0].span.end + 1, span.end)
    return tag[0].split()[0] if tag else ""
