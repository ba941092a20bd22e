"""Many exclamation marks."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.narration import counted, is_narrated, narration_length, per_thousand
from fanlint.model import Finding, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_MARK = "!"
_LEAST = 5  # marks, below which they are no habit
_RATE = 1.5  # marks in 1,000 words of narration, from which they are many


class ExclamationMarks(Rule):
    """An exclamation mark raises the voice; a narrator who raises it often is soon not heard.

    People in the story may shout as they like: only the narration is counted.
    """

    scope = Document
    severity = Severity.HINT
    message = "The narration has {count} exclamation marks, {rate}. The few that matter sound louder alone."
    examples = (
        "It rained{!} It snowed! The roof gave in! Nobody came! It was over!",
        'He ran{!} She ran! "Run!" Marten cried. The bridge broke! They fell! The water was cold!',
        "It rained! It snowed.",
        '"It rains! It snows! The roof! Run! Nobody comes! It is over!" he cried.',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        length = narration_length(item)
        if item.text.count(_MARK) < max(_LEAST, _RATE * length / 1000):
            return
        spans = []
        at = item.text.find(_MARK)
        while at >= 0:
            if is_narrated(item, at) and item.text[at - 1 : at] != _MARK:
                spans.append(Span(at, at + 1))
            at = item.text.find(_MARK, at + 1)
        if len(spans) >= max(_LEAST, _RATE * length / 1000):
            message = self.message.replace("{count}", f"{len(spans):,}")
            yield counted(self, spans, message.replace("{rate}", per_thousand(len(spans), length)))
