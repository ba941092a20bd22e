"""Two people who speak in one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.speech_tags import ONLY_TAGS, is_name
from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.blocks import Block
from fanlint.text.dialogue import Speech

_TAG = re.compile(r" (?P<first>[^\W\d_]+)(?: (?P<second>[^\W\d_]+))?")
_ENDS = (".", "!", "?", "…", '"', "”")


class TwoSpeakers(Rule):
    """Finds two people who speak in one paragraph.

    A new paragraph for each speaker lets readers see at once that someone else is talking. fanlint reports only
    paragraphs with two dialogue tags that have different names. You may want to keep them together on purpose, as in a
    quick exchange that someone overhears.
    """

    scope = Block
    severity = Severity.HINT
    safety = Safety.MANUAL
    message = "Start a new paragraph here; {name} is speaking now."
    examples = (
        '"Ready?" Marten asked.{  -> \n\n}"Ready," Ilse said. She nodded, and so did Marten.',
        "“Ready?” asked Marten.{  -> \n\n}“Ready,” said Ilse. Then Marten and Ilse ran.",
        '"Ready?" Marten asked. "Then come," Marten said to Ilse.',
        '"Ready?" Marten asked.\n\n"Ready," Ilse said to Marten.',
        '"Ready?" Marten asked. "Ilse said so."',
    )

    def check(self, item: Block, story: Story) -> Iterator[Finding]:
        document, text = story.document, story.document.text
        speeches = document.speech.in_block(item.span.start)
        if len(speeches) < 2 or not speeches[0].certain:
            return
        before = None
        for speech in speeches:
            name = self._named(speech, story)
            if name and before and name != before and self._begins(speech, text):
                gap = Span(speech.span.start - 1, speech.span.start)
                fix = Fix((Edit(gap, "\n\n"),), self.safety, "Start a new paragraph.")
                yield self.found(gap, name=name, fixes=(fix,))
            before = name or before

    def _named(self, speech: Speech, story: Story) -> str | None:
        """The name in the dialogue tag right after the speech, if there is one."""
        found = _TAG.match(story.document.text, speech.span.end, speech.block.span.end) if speech.spoken else None
        if found is None or not speech.closed:
            return None
        first, second = found["first"], found["second"] or ""
        if second in ONLY_TAGS and first[0].isupper() and is_name(first, story):
            return first
        if first in ONLY_TAGS and second[:1].isupper() and is_name(second, story):
            return second
        return None

    def _begins(self, speech: Speech, text: str) -> bool:
        """Whether the speech follows a complete sentence and starts a new one."""
        before = text[speech.block.span.start : speech.span.start]
        return before.endswith(" ") and before[:-1].endswith(_ENDS) and text[speech.inner.start].isupper()
