"""Spaces between speech and its quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Edit, Finding, Fix, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech

_OPENING = {"”": "“"}


class SpaceInsideQuotes(Rule):
    """Quotation marks hug what is said: no space after the opening mark and none before the closing one.

    The stray space often comes from a slip of the thumb or from pasting, and it lets a line break fall between the
    mark and the word. Taking it out changes nothing that a reader hears. Where the space has slipped to the wrong
    side of the closing mark, fanlint offers to put it back outside.
    """

    scope = Speech
    safety = Safety.SAFE
    languages = ("any",)
    message = "Remove the space inside the quotation marks."
    examples = (
        '"{ -> }I know," she said.',
        "“{ -> }Wait for me!” Tomas called.",
        '"We should go.{ -> }" Nobody moved.',
        '"We should go.{ " -> " }Nobody moved.',
        '"I know," she said.',
        '"Come in," he said. "Mind the step."',
        "« Bonjour », dit-il.",
        'She added,{"  ->  "}I know."',
        "Ilse added softly,{”  ->  “}I know.”",
        "They called it “home.”",
        'You cannot say "Wait for me" and then "Hurry up."',
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        if (item.opened and text[item.span.start] in "«—–") or not text[item.inner.start : item.inner.end].strip():
            return
        if item.opened:
            yield from self._at_start(item, text)
        if item.closed:
            yield from self._at_end(item, text)

    def _at_start(self, speech: Speech, text: str) -> Iterator[Finding]:
        before = text[speech.span.start - 1] if speech.span.start > speech.block.span.start else " "
        end = _skip(text, speech.inner.start, 1)
        # A mark right after a word is more likely the end of a speech whose beginning is missing.
        if end == speech.inner.start:
            return
        if before.isspace() or before in "([—–-":
            safety = self.safety if speech.certain else Safety.UNSAFE
            yield self.found(Span(speech.inner.start, end), "", safety=safety)
        elif before in ".,!?…" and speech.closed:
            mark = _OPENING.get(text[speech.span.start], text[speech.span.start])
            yield self.found(
                Span(speech.span.start, end),
                " " + mark,
                message="The space belongs before the mark.",
                safety=Safety.UNSAFE,
            )

    def _at_end(self, speech: Speech, text: str) -> Iterator[Finding]:
        start = _skip(text, speech.inner.end - 1, -1) + 1
        if start == speech.inner.end:
            return
        after = text[speech.span.end : speech.span.end + 1]
        if not after.isalpha():
            yield self.found(Span(start, speech.inner.end), "", safety=self.safety if speech.certain else Safety.UNSAFE)
            return
        if text[start - 1] not in ".!?…":
            return  # more likely a mark that opens: you just say "Hey, …
        span = Span(start, speech.span.end)
        moved = Fix(
            (Edit(span, text[speech.inner.end] + " "),), Safety.MANUAL, "Put the space outside the quotation mark."
        )
        yield self.found(span, message="The space belongs outside the quotation mark.", fixes=(moved,))


def _skip(text: str, at: int, step: int) -> int:
    """The first place from ``at`` that holds no ordinary space."""
    while 0 <= at < len(text) and text[at] in " \u00a0\t":
        at += step
    return at
