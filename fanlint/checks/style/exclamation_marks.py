"""Many exclamation marks in the narration."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.narration import counted, is_narrated, narration_length, per_thousand
from fanlint.model import Finding, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_MARK = "!"
_MIN_COUNT = 5  # Minimum number of marks to report. Set by hand.
_MIN_RATE = 1.5  # Minimum rate in marks per 1,000 words of narration. Set by hand.


class ExclamationMarks(Rule):
    """Finds narration with many exclamation marks.

    If the narrator exclaims all the time, the marks soon lose their effect. fanlint does not count those in speech,
    because characters may shout as they like.
    """

    scope = Document
    severity = Severity.HINT
    message = "The narration has {count} exclamation marks ({rate}). Fewer would have more effect."
    examples = (
        "It rained{!} It snowed! The roof gave in! Nobody came! It was over!",
        'He ran{!} She ran! "Run!" Marten cried. The bridge broke! They fell! The water was cold!',
        "It rained! It snowed.",
        '"It rains! It snows! The roof! Run! Nobody comes! It is over!" he cried.',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        length = narration_length(item)
        if item.text.count(_MARK) < max(_MIN_COUNT, _MIN_RATE * length / 1000):
            return
        spans = []
        at = item.text.find(_MARK)
        while at >= 0:
            if is_narrated(item, at) and item.text[at - 1 : at] != _MARK:
                spans.append(Span(at, at + 1))
            at = item.text.find(_MARK, at + 1)
        if len(spans) >= max(_MIN_COUNT, _MIN_RATE * length / 1000):
            message = self.message.replace("{count}", f"{len(spans):,}")
            yield counted(self, spans, message.replace("{rate}", per_thousand(len(spans), length)))
