"""Quotation marks that close in the wrong order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech

# Compiled on use: what opens and closes a quotation inside speech, by the mark of the speech.
_OPENS = {'"': r"(?<=[\s(—])'(?=\w)", "“": r"(?<=[\s(—])‘(?=\w)"}
_CLOSES = {'"': r"'(?!\w)", "“": r"’(?!\w)"}


class NestedCloseOrder(Rule):
    """What was opened last is closed first: the single mark, then the double one.

    “He said, ‘Never again.’” The two may have a thin space between them.
    """

    scope = Speech
    safety = Safety.SAFE
    message = "Close the inner quotation first: “{right}”."
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
        right = single + text[item.inner.end]
        yield self.found(span, right, message=self.message.replace("{right}", right))
