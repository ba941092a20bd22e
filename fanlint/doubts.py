"""What the rules about words in the wrong place share: they differ in how sure they must be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from fanlint.english.confusables import DIALECT, Doubt, Level
from fanlint.model import Finding, Safety, Severity
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.case import match_case
from fanlint.text.document import Document


class DoubtRule(Rule):
    """A rule that finds what is doubted at just one level; at a slip of dialect in speech it only hints."""

    scope = Document
    safety = Safety.UNSAFE
    message = "Here “{right}” fits better than “{wrong}”."
    level: ClassVar[Level]

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        for doubt in story.doubts(self.level):
            if doubt.level is self.level:
                yield self._told(doubt, item)

    def _told(self, doubt: Doubt, document: Document) -> Finding:
        from fanlint.english.confusion_sets import remark, spelt  # only when there is something to tell

        tokens, direction = document.tokens, doubt.direction
        word = tokens.words[doubt.at]
        right = match_case(word, spelt(direction.intended))
        message = self.message.replace("{right}", right).replace("{wrong}", word)
        message = " ".join(filter(None, (message, remark(direction.written, direction.intended))))
        spoken = direction.kind in DIALECT and document.speech_at(tokens.start(doubt.at)) is not None
        severity = Severity.HINT if spoken else self.severity
        return self.found(tokens.span(doubt.at), right, message=message, severity=severity)
