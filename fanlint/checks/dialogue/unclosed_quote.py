"""Speech whose closing quotation mark is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity, Span
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import CLOSING, PRONOUNS, Speech
from fanlint.text.verbs import SPEECH_VERBS

_TAG = re.compile(r"(?<=[,.!?])(?P<space> )(?P<subject>[^\W\d_]+) (?P<verb>[^\W\d_]+)")


class UnclosedQuote(Rule):
    """Speech that opens and never closes: the reader cannot tell where it ends.

    A speech that runs on over several paragraphs is closed only at its very end, and each new paragraph of it opens
    with a mark; fanlint knows that custom and says nothing then. Where the missing mark belongs only you can tell;
    fanlint points to the likeliest place, before the tag or at the end of the paragraph.
    """

    scope = Speech
    severity = Severity.ERROR
    languages = ("any",)
    message = "This speech has no closing quotation mark."
    safety = Safety.MANUAL
    examples = (
        '"I told you already. He left{. -> ."}',
        '"I told you already{, -> ,"} she said and left.',
        '"I told you," she said. "He left{. -> ."}\n\nThe door stood open.',
        '"I told you." She sat. "He left."',
        '"First we train.\n\n"Then we eat," Gerd went on.',
        "He stood 5'11\" in his socks.",
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        mark = text[item.span.start]
        # A single quotation mark looks like an apostrophe too often to be sure.
        if item.closed or item.continued or mark in "'‘" or mark not in CLOSING:
            return
        tag = next((one for one in _TAG.finditer(text, item.inner.start, item.inner.end) if _is_tag(one)), None)
        end = tag.start("space") if tag else item.inner.start + len(text[item.inner.start : item.inner.end].rstrip())
        span = Span(max(end - 1, item.span.start), end)
        gap = text[item.inner.start] if text[item.inner.start : end].startswith((" ", "\u00a0", "\u202f")) else ""
        yield self.found(span, text[span.start : span.end] + gap + CLOSING[mark])


def _is_tag(found: re.Match[str]) -> bool:
    subject = found["subject"]
    return found["verb"] in SPEECH_VERBS and (subject in PRONOUNS or subject[0].isupper())
