"""What the rules about words left out and words too many share: they differ in how sure they must be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from fanlint.model import Finding, Safety, Span
from fanlint.models.confusions import Level
from fanlint.models.omissions import EXTRA, MISSING, Bars
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# What other rules say of the same place is surer, or tells more.
YIELDS = (
    "canon/",
    "capitals/",
    "confusions/",
    "context/wrong-word",
    "context/wrong-word-likely",
    "context/wrong-word-perhaps",
    "dialogue/",
    "eggcorns/",
    "fused/",
    "grammar/",
    "honorifics/",
    "spelling/",
    "split-words/",
)
_CHOICES = 3
_CLEAR = 1.5  # natural logarithm of how much better the best word must fit than another one, to stand alone


class LapseRule(Rule):
    """A rule that finds the lapses of just one level."""

    scope = Document
    safety = Safety.UNSAFE
    bars: ClassVar[Mapping[Level, Bars]]
    level: ClassVar[Level]

    def is_due(self, logit: float, at: int, document: Document) -> bool:
        """Whether it is this rule's to speak of a lapse at word ``at``."""
        speech = document.speech_at(document.tokens.start(at))
        spoken = speech is not None and speech.spoken
        surest = min((level for level, bars in self.bars.items() if logit >= bars[spoken]), default=None)
        return surest is self.level


class MissingWordRule(LapseRule):
    bars = MISSING
    message = "A small word seems to be missing here; “{word}”?"

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for each in story.missing_words:
            if self.is_due(each.logit, each.at, item):
                best = each.words[0][0]
                words = [word for fit, word in each.words[:_CHOICES] if fit > best - _CLEAR]
                left, right = tokens.words[each.at - 1], tokens.words[each.at]
                span = tokens.span(each.at - 1, each.at)
                message = self.message.replace("{word}", words[0])
                yield self.found(span, *(f"{left} {word} {right}" for word in words), message=message)


class ExtraWordRule(LapseRule):
    bars = EXTRA
    message = "“{word}” seems to be one word too many here."

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for each in story.extra_words:
            if self.is_due(each.logit, each.at, item):
                span = Span(tokens.end(each.at - 1), tokens.end(each.at))  # the space goes with the word
                yield self.found(span, "", message=self.message.replace("{word}", tokens.words[each.at]))
