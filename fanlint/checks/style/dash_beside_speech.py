"""Dashes inside the quotation marks around an action that interrupts speech."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech
from fanlint.text.document import Document

_DASHES = ("—", "–", "---", "--")
_MAX_LENGTH = 80  # Maximum length of the action in code points. Set by hand.


class DashBesideSpeech(Rule):
    """Finds dashes inside the quotation marks around an action that interrupts speech.

    Inside the marks, a dash tells readers that the voice breaks off. If only the narrator interrupts, the dashes go
    outside: “The key”—she held it up—“was mine.” British books often print them with spaces: ‘The key’ – she held it up
    – ‘was mine.’ fanlint leaves alone dialogue tags, and actions that are sentences of their own.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Put the dashes around the action outside the quotation marks, without a comma."
    examples = (
        '"The key{—" she held it up "— -> "—she held it up—"}was mine."',
        "“The key{,” – she held it up – “ -> ” – she held it up – “}was mine.”",
        '"The key"—she held it up—"was mine."',
        '"The key—" She held it up. "—was mine."',
        '"The key—" she said. "—is mine."',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if not any(dash in item.text for dash in _DASHES):
            return
        for first, second in pairwise(item.speech):
            same = first.block == second.block and first.closed
            if (
                same
                and second.span.start - first.span.end < _MAX_LENGTH
                and (found := self._judge(first, second, item))
            ):
                yield found

    def _judge(self, first: Speech, second: Speech, document: Document) -> Finding | None:
        text = document.text
        between = text[first.span.end : second.span.start]
        doing = between.strip(" –—-")
        if not doing[:1].islower() or any(mark in doing for mark in ".!?") or "said" in doing or "asked" in doing:
            return None
        opening, closing = text[second.span.start], text[first.span.end - 1]
        dash = next((dash for dash in _DASHES if text.endswith(dash, first.inner.start, first.inner.end)), None)
        if dash and between == f" {doing} " and text.startswith(dash, second.inner.start):
            span = Span(first.inner.end - len(dash), second.inner.start + len(dash))
            right = f"{closing}{dash}{doing}{dash}{opening}"
        elif between[1:2] in ("–", "—") and text.endswith(",", first.inner.start, first.inner.end):
            span = Span(first.inner.end - 1, second.inner.start)
            right = f"{closing}{between}{opening}"
        else:
            return None
        return self.found(span, fixes=(Fix((Edit(span, right),), self.safety, "Put the dashes outside."),))
