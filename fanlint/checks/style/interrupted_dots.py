"""An ellipsis where speech is interrupted and a dash would be clearer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fanlint.checks.majority import in_story, times, told_together
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech
from fanlint.text.document import Document

_DOTS = r"(?:\.\.\.|…)$"
_CUT = r"\b(?:interrupt(?:s|ed)|cut(?:s)? (?:in\b|(?:him|her|them|me|us|[^\W\d_a-z]\w+) (?:off|short)))"


class InterruptedDots(Rule):
    """Finds an ellipsis at the end of speech that someone interrupts.

    An ellipsis shows that a voice trails off; a dash shows that it is cut off: “But you said—” “I know what I said!”
    fanlint reports the ellipsis only if the narrator says that someone interrupts, or if the answer follows directly in
    the same paragraph.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Use a dash where someone interrupts ({times}); an ellipsis shows that the voice trails off."
    examples = (
        '"But you said{... -> —}" "I know what I said!"',
        "“But you said{… -> —}” Ilse interrupted him. “I know!”",
        '"But you said{... -> —}"\n\n"I know!" Ilse cut him off.',
        '"But you said—" "I know what I said!"',
        '"But you said..."\n\n"I know what I said," Ilse said.',
        '"But you said..." He rose. "I know."',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        text = item.text
        if "..." not in text and "…" not in text:
            return
        dash = "--" if "--" in text and "—" not in text else "—"
        edits = []
        for speech, answer in pairwise(item.speech):
            dots = re.compile(_DOTS).search(text[speech.inner.end - 3 : speech.inner.end]) if speech.closed else None
            if dots and speech.spoken and self._is_cut(speech, answer, text) and in_story(item, speech.span.start):
                edits.append(Edit(Span(speech.inner.end - len(dots[0]), speech.inner.end), dash))
        if edits:
            message = self.message.replace("{times}", times(len(edits)))
            yield told_together(self, edits, message, "Use dashes.")

    def _is_cut(self, speech: Speech, answer: Speech, text: str) -> bool:
        """Whether the answer follows the speech directly, or the narrator says after one of them that it interrupts."""
        between = text[speech.span.end : answer.span.start]
        if speech.block == answer.block:
            return between == " " or re.search(_CUT, between) is not None
        if between.strip():
            return False
        end = answer.block.span.end
        return re.search(_CUT, text[answer.span.end : min(end, answer.span.end + 60)]) is not None
