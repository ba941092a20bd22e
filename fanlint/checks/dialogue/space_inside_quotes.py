"""A space between a quotation mark and the words inside it."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Edit, Finding, Fix, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech

_OPENING = {"”": "“"}


class SpaceInsideQuotes(Rule):
    """Finds a space between a quotation mark and the words inside it: “ I know,” she said.

    The space is usually a typing slip or comes from pasted text, and it lets a line break separate the mark from its
    word. The fix is safe because it removes only a space. If the space seems to belong on the other side of the mark,
    fanlint suggests moving it instead. It leaves French quotation marks (« ») alone, because French puts a space inside
    them.
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
        # A mark right after a word more likely ends speech whose opening mark is missing.
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
                message="Put the space before the quotation mark, not after it.",
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
            return  # The mark probably opens speech instead: you just say "Hey, …
        span = Span(start, speech.span.end)
        moved = Fix(
            (Edit(span, text[speech.inner.end] + " "),), Safety.MANUAL, "Put the space after the quotation mark."
        )
        yield self.found(span, message="Put the space after the quotation mark, not before it.", fixes=(moved,))


def _skip(text: str, at: int, step: int) -> int:
    """The first position from ``at``, in the direction of ``step``, that has no space or tab."""
    while 0 <= at < len(text) and text[at] in " \u00a0\t":
        at += step
    return at
