"""Dots where a speech is cut off."""

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
    """Dots trail off; a dash is cut off: “But you said—” “I know what I said!”

    fanlint looks for speech that ends in dots where somebody is said to interrupt, or where the answer stands right
    beside it.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Somebody breaks in here ({times}): a dash shows that better than dots, which fade."
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
            yield told_together(self, edits, message, "Write dashes.")

    def _is_cut(self, speech: Speech, answer: Speech, text: str) -> bool:
        """Whether the answer stands right beside a speech, or what stands after either says that it breaks in."""
        between = text[speech.span.end : answer.span.start]
        if speech.block == answer.block:
            return between == " " or re.search(_CUT, between) is not None
        if between.strip():
            return False
        end = answer.block.span.end
        return re.search(_CUT, text[answer.span.end : min(end, answer.span.end + 60)]) is not None
