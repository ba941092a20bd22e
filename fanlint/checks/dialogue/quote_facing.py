"""A curly quotation mark that faces the wrong way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.blocks import Block

_MARK = re.compile(r"[“”]")
_OTHERS = re.compile(r"[\"„«»‟]")
# Single marks that open, that close, and that face the wrong way at the end of speech. The patterns are compiled on
# use, because few drafts need them.
_SINGLE_OPENS = r"(?<![^\s“(—])‘(?=[\w…])"
_SINGLE_CLOSES = r"(?<=[.,!?…—])’(?!\w)|’(?=[—–])"
_SINGLE_WRONG = r"(?<=[.,!?…—])‘(?=[\s”]|$)"
_OPENS_AFTER = "([{—–"
_CLOSES_BEFORE = ")]},.;:!?…—–"


class QuoteFacing(Rule):
    """Finds a curly quotation mark that faces the wrong way.

    Curly marks open like “ and close like ”. Word processors often turn them the wrong way after a dash, or where a
    word was added later. The fix is safe because fanlint turns a mark only if all marks of the paragraph then open and
    close in turn.
    """

    scope = Block
    safety = Safety.SAFE
    message = "Use {right} quotation mark here; this one faces the wrong way."
    examples = (
        "“But you promised—{“ -> ”}",
        "{” -> “}Over here,” Ilse called.",
        "“Over here,{“ -> ”} Ilse called. “Mind the step.”",
        "“Over here,{“ -> ”} Ilse called, {” -> “}and mind the step.”",
        "‘But you promised—{‘ -> ’}",
        "“He said, ‘Never again.{‘ -> ’}”",
        "‘But you promised,’ he said.‘ You did.’",
        "“But you promised—”",
        "“There was a king,” he read.\n\n“He had three sons.\n\n“And one daughter.”",
        "“It was our”—she leaned in—“little secret.”",
        "‘It was our’—she leaned in—‘ little secret.’",
    )

    def check(self, item: Block, story: Story) -> Iterator[Finding]:
        text, span = story.document.text, item.span
        if "‘" in text:
            yield from self._single(text, span)
        places = [found.start() for found in _MARK.finditer(text, *span)]
        marks = [text[place] for place in places]
        if not places or _is_in_turn(marks) or _OTHERS.search(text, *span):
            return
        turned = [_by_neighbours(text, place, span) or text[place] for place in places]
        if not _is_in_turn(turned) or (len(turned) % 2 and turned[-1] != marks[-1]):
            return
        for place, mark, right in zip(places, marks, turned, strict=True):
            if mark != right:
                yield self._turned(place, right)

    def _single(self, text: str, span: Span) -> Iterator[Finding]:
        """Finds single marks that face the wrong way where a quotation ends."""
        for found in re.compile(_SINGLE_WRONG).finditer(text, *span):
            opened = [one.start() for one in re.compile(_SINGLE_OPENS).finditer(text, span.start, found.start())]
            if (
                opened
                and not re.compile(_SINGLE_CLOSES).search(text, opened[-1], found.start())
                and not _is_closed_later(text, found.end(), span.end)
            ):
                yield self._turned(found.start(), "’")

    def _turned(self, place: int, right: str) -> Finding:
        return self.found(Span(place, place + 1), right, right="an opening" if right == "“" else "a closing")


def _is_closed_later(text: str, start: int, end: int) -> bool:
    """Whether the next single mark closes, so that the one before it does open, and only its space is wrong."""
    closes = re.compile(_SINGLE_CLOSES).search(text, start, end)
    opens = re.compile(_SINGLE_OPENS).search(text, start, end)
    return closes is not None and (opens is None or closes.start() < opens.start())


def _is_in_turn(marks: list[str]) -> bool:
    return all(mark == "“”"[index % 2] for index, mark in enumerate(marks))


def _by_neighbours(text: str, place: int, span: Span) -> str:
    """The mark that fits between the characters next to ``place``; empty if both or neither would."""
    before = text[place - 1] if place > span.start else " "
    after = text[place + 1] if place + 1 < span.end else " "
    free_before = before.isspace() or before in _OPENS_AFTER
    free_after = after.isspace() or after in _CLOSES_BEFORE
    if free_before and not free_after:
        return "“"
    if free_after and (not free_before or before in "—–") and not before.isspace():
        return "”"
    return ""
