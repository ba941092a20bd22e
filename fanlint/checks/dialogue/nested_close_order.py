"""Nested quotation marks that close in the wrong order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech

# Patterns for the marks that open and close a quotation inside speech, by the opening mark of the speech. They are
# compiled on use, because few drafts need them.
_OPENS = {'"': r"(?<=[\s(—])'(?=\w)", "“": r"(?<=[\s(—])‘(?=\w)"}
_CLOSES = {'"': r"'(?!\w)", "“": r"’(?!\w)"}


class NestedCloseOrder(Rule):
    """Finds nested quotation marks that close in the wrong order.

    Whatever opened last closes first, so that readers can tell which words belong to which quotation: “He said, ‘Never
    again.’” A thin space between the two closing marks is fine. The fix is safe because it only swaps two marks, and
    only if it is clear which quotations they close.
    """

    scope = Speech
    safety = Safety.SAFE
    message = "Swap these two quotation marks; the inner quotation closes first."
    examples = (
        "\"He told me, 'Never again.{\"' -> '\"}",
        "“He told me, ‘Never again.{”’ -> ’”} Ilse sighed.",
        "\"He told me, 'Never again.'\"",
        "“He told me, ‘Never again.’”",
        '"We were goin\'," he said.',
        "'He told me, \"Never again.\"' Ilse sighed.",
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        mark = text[item.span.start]
        if mark not in _OPENS or not item.closed or not item.certain or item.inner.end <= item.inner.start:
            return
        single = "'" if mark == '"' else "’"
        after = text[item.span.end + 1 : item.span.end + 2]
        if text[item.inner.end - 1] not in ".,!?…" or text[item.span.end : item.span.end + 1] != single:
            return
        opened = [found.start() for found in re.compile(_OPENS[mark]).finditer(text, *item.inner)]
        if (
            (after and not after.isspace())
            or not opened
            or re.compile(_CLOSES[mark]).search(text, opened[-1] + 1, item.inner.end)
        ):
            return
        span = Span(item.inner.end, item.span.end + 1)
        yield self.found(span, single + text[item.inner.end])
