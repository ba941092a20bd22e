"""Speech whose opening quotation mark is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.blocks import Block
from fanlint.text.document import Document

_MARK = re.compile(r"[\"“”„«»]")
_ENDS = re.compile(r"[.!?…] ")
_OPENING = {'"': '"', "”": "“", "»": "«"}


class UnopenedQuote(Rule):
    """A paragraph in which a speech ends that never began: I know,” she said.

    fanlint looks only at the first mark of a paragraph, after the comma or the full stop of a speech. The last
    paragraph of a long speech, which may have a closing mark alone, is left as it is.
    """

    scope = Block
    severity = Severity.ERROR
    safety = Safety.UNSAFE
    message = "This speech has no opening quotation mark."
    examples = (
        'She turned.\n\n{Goodnight -> "Goodnight}, Mara," she whispered back.',
        "{Maybe -> “Maybe} tomorrow I can. Or the day after.”",
        "Maybe tomorrow I can.”",
        '"Goodnight, Mara," she whispered back.',
        "“There was a king, and he had three sons.\n\n“And one daughter. She was the eldest.”",
        "“There was a king, and he had three sons.\n\nAnd one daughter. She was the eldest.”",
        "It was 6'2\" tall.",
    )

    def check(self, item: Block, story: Story) -> Iterator[Finding]:
        document = story.document
        text = document.text
        found = _MARK.search(text, item.span.start, item.span.end)
        if found is None or found[0] not in _OPENING:
            return
        place = found.start()
        follows = text[place + 1 : place + 2]
        if text[place - 1] not in ",.!?…" or not (follows == "" or follows.isspace()) or place == item.span.start:
            return
        index = document.tokens.at(item.span.start)
        if index >= len(document.tokens) or document.tokens.start(index) != item.span.start:
            return
        if not text[place + 1 : item.span.end].strip() and not _ENDS.search(text, item.span.start, place - 1):
            return  # one sentence alone: rather the end of a speech that began elsewhere
        if not document.tokens.words[index][0].isupper() or _is_quoted(place, document):
            return
        yield self.found(document.tokens.span(index), _OPENING[found[0]] + document.tokens.words[index])


def _is_quoted(place: int, document: Document) -> bool:
    """Whether the mark at ``place`` ends a speech of its paragraph, or one that goes on over paragraphs."""
    speeches = document.speech.in_block(place)
    return any(speech.span.end > place for speech in speeches) or document.speech.is_carried_into(place)
