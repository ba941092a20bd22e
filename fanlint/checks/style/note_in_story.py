"""A word of the author in the midst of the story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times
from fanlint.checks.narration import counted
from fanlint.model import Finding, Severity, Span
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_NOTE = r"[(\[](?:(?i:a/n|author['’]?s note)\b|AN\b)[^()\[\]\n]*[)\]]"


class NoteInStory(Rule):
    """(A/N: …) in the midst of a scene wakes the reader from it.

    The notes before and after a chapter are the place for it; a number or a star can lead there.
    """

    scope = Document
    severity = Severity.HINT
    message = "An author's note stands within the story ({times}). At the chapter's end it would not break the scene."
    examples = (
        '"Hey!" {(A/N: he has had a few)} he said.',
        "She wore a hanbok {[A/N look it up]} that day.",
        "A/N: Thank you for reading!\n\nIt rained.",
        "He sang (an old song) all day.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if not any(sign in item.text for sign in ("/n", "/N", "AN", "ote")):
            return
        spans = [Span(*found.span()) for found in re.finditer(_NOTE, item.text) if in_story(item, found.start())]
        if spans:
            yield counted(self, spans, self.message.replace("{times}", times(len(spans))))
