"""What the rules about omissions and insertions share; they differ only in their thresholds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from fanlint.english.confusables import Level
from fanlint.english.lapses import EXTRA, MISSING, Bars
from fanlint.model import Finding, Safety, Span
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# Rules that are more certain or more specific about the same place.
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
_MAX_CHOICES = 3  # Maximum number of missing words to suggest.
# A word is suggested too if its fit is within this distance of the best one's, in natural logarithms of odds. Set by
# hand.
_MAX_DISTANCE = 1.5


class LapseRule(Rule):
    """A rule that reports the omissions or insertions of exactly one level of certainty."""

    scope = Document
    safety = Safety.UNSAFE
    bars: ClassVar[Mapping[Level, Bars]]
    level: ClassVar[Level]

    def is_due(self, logit: float, at: int, document: Document) -> bool:
        """Whether a finding with this logit at word ``at`` belongs to this rule's level.

        It belongs to the surest level whose threshold it reaches. Speech has thresholds of its own, because people who
        talk leave words out and repeat them.
        """
        speech = document.speech_at(document.tokens.start(at))
        spoken = speech is not None and speech.spoken
        surest = min((level for level, bars in self.bars.items() if logit >= bars[spoken]), default=None)
        return surest is self.level


class MissingWordRule(LapseRule):
    """A rule that reports omissions."""

    bars = MISSING
    message = "Is a small word missing here, perhaps “{word}”?"

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for each in story.missing_words:
            if self.is_due(each.logit, each.at, item):
                best = each.words[0][0]
                words = [word for fit, word in each.words[:_MAX_CHOICES] if fit > best - _MAX_DISTANCE]
                left, right = tokens.words[each.at - 1], tokens.words[each.at]
                span = tokens.span(each.at - 1, each.at)
                message = self.message.replace("{word}", words[0])
                yield self.found(span, *(f"{left} {word} {right}" for word in words), message=message)


class ExtraWordRule(LapseRule):
    """A rule that reports insertions."""

    bars = EXTRA
    message = "Remove “{word}”? It seems to be one word too many."

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for each in story.extra_words:
            if self.is_due(each.logit, each.at, item):
                # The space before the word is removed too.
                span = Span(tokens.end(each.at - 1), tokens.end(each.at))
                yield self.found(span, "", message=self.message.replace("{word}", tokens.words[each.at]))
