"""Speech without an opening quotation mark."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech

_OPENING = {'"': '"', "”": "“", "»": "«", "’": "‘", "'": "'"}
_ENDS = (".", "!", "?", "…", "—", "–", "-")
_MIN_SENTENCE = 5  # A last line of fewer words than this is the signature of a letter. Set by hand.


class UnopenedQuote(Rule):
    """Finds speech that closes but never opens: I know,” she said.

    Without the opening mark, readers take the words for narration until they reach the end. Where it belongs is a
    guess: fanlint suggests the start of the paragraph, or the place where the narration before the speech seems to end.
    It also reports a paragraph that continues a speech and does not open with a mark. A letter, a poem or a song that
    has marks only at its start and end is left alone.
    """

    scope = Speech
    severity = Severity.ERROR
    safety = Safety.UNSAFE
    message = "Add the missing opening quotation mark, probably here."
    examples = (
        'She turned.\n\n{Goodnight -> "Goodnight}, Mara," she whispered back.',
        "{Maybe -> “Maybe} tomorrow I can. Or the day after.”",
        "{Maybe -> “Maybe} tomorrow I can.”",
        'Ilse nodded slowly. {Goodnight -> "Goodnight}, Mara," she said.',
        "“Maybe,” said Ilse. {We -> “We} have time.”",
        '"First we train.\n\n{Then -> "Then} we eat," Gerd went on.',
        '"Goodnight, Mara," she whispered back.',
        "“There was a king, and he had three sons.\n\n“And one daughter. She was the eldest.”",
        "“There was a king, and he had three sons.\n\nAnd one daughter.\n\nShe was the eldest of them all.”",
        "He read:\n\n“Come home soon.\n\nWe all miss you here.”",
        "It was 6'2\" tall.",
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        if item.opened:
            return
        document = story.document
        text, tokens = document.text, document.tokens
        start, block = item.span.start, item.block.span
        index = tokens.at(start)
        if index >= len(tokens) or tokens.start(index) >= item.inner.end:
            return
        if start == block.start and text[tokens.start(index)].islower() and _goes_on(text, start):
            return  # The paragraph is the rest of a sentence with a line break inside.
        earlier = document.speech.carried_into(start) if start == block.start else None
        if earlier and _is_letter(text, earlier, item):
            return
        closing = text[item.inner.end]
        span = Span(start, tokens.end(index))
        opened = _OPENING[closing] + text[span.start : span.end]
        if earlier:
            yield self.found(span, opened, message="Open this paragraph with a quotation mark; the speech continues.")
            return
        fixes = [Fix((Edit(span, opened),), self.safety, "Add an opening quotation mark here.")]
        if start > block.start and text[block.start : start].count(closing) == 0:
            whole = Edit(Span(block.start, block.start + 1), _OPENING[closing] + text[block.start])
            fixes.append(Fix((whole,), Safety.MANUAL, "Or add it at the start of the paragraph."))
        elif not text[item.span.end : block.end].strip():
            gone = Edit(Span(item.inner.end, item.span.end), "")
            fixes.append(Fix((gone,), Safety.MANUAL, "Or remove the closing mark."))
        yield self.found(span, fixes=tuple(fixes))


def _goes_on(text: str, start: int) -> bool:
    """Whether the previous paragraph ends in mid-sentence."""
    before = text[max(0, start - 12) : start].rstrip().rstrip("\"”’'*_")
    return bool(before) and not before.endswith(_ENDS)


def _is_letter(text: str, earlier: Speech, last: Speech) -> bool:
    """Whether the paragraphs from ``earlier`` to ``last`` are quoted as a whole, like a letter, a poem or a song."""
    first = text[earlier.inner.start : earlier.inner.end].rstrip()
    gap = text[earlier.block.span.end : last.block.span.start]
    closes = text[last.span.start : last.span.end]
    signs = len(closes.split()) < _MIN_SENTENCE and not text[last.span.end : last.block.span.end].strip()
    before = text[max(0, earlier.block.span.start - 12) : earlier.span.start]
    lines = "\n" in first or "\n" in closes or (gap == "\n" and "\n\n" in before) or not first.endswith(_ENDS)
    return bool(gap.strip()) or lines or signs or before.rstrip()[-1:] == ":"
