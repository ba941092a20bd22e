"""A word at whose place another is expected: surely."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.english.confusables import Level
from fanlint.english.lessons import DIALECT, remark, spelt
from fanlint.model import Finding, Safety, Severity
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.case import match_case
from fanlint.text.document import Document


class InContext(Rule):
    """A real word in the wrong place, which no list of words shows: “she rapped her arms around him”.

    fanlint has learnt from old novels which words stand around either word of a pair, and speaks up only where the
    other one fits far better. It looks at three words on each side and knows nothing of the plot: have a look.
    """

    scope = Document
    safety = Safety.UNSAFE
    message = "Here “{right}” fits better than “{wrong}”."
    yields_to = (
        "canon/",
        "capitals/",
        "confusions/",
        "dialogue/",
        "eggcorns/",
        "fused/",
        "grammar/",
        "spelling/",
        "split-words/",
    )
    examples = (
        "She {rapped -> wrapped} her arms around him.",
        "She rapped on the door twice and waited.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for doubt in story.doubts(Level.DEFAULT):
            if doubt.level is Level.DEFAULT:
                direction, word = doubt.direction, tokens.words[doubt.at]
                right = match_case(word, spelt(direction.intended))
                message = self.message.replace("{right}", right).replace("{wrong}", word)
                message = " ".join(filter(None, (message, remark(direction.written, direction.intended))))
                spoken = direction.kind in DIALECT and item.speech_at(tokens.start(doubt.at)) is not None
                severity = Severity.HINT if spoken else self.severity
                yield self.found(tokens.span(doubt.at), right, message=message, severity=severity)
