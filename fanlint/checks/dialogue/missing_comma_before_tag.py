"""Speech without a mark before its dialogue tag: “I am fine” he lied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.speech_tags import ONLY_TAGS, TAG_ENDS, asks, is_name
from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import PRONOUNS, Speech
from fanlint.text.verbs import SPEECH_VERBS

_NEXT = re.compile(r" (?P<first>[^\W\d_]+(?:['’-][^\W\d_]+)*)(?: (?P<second>[^\W\d_]+))?(?P<rest>.{0,24})", re.S)
_ASKING = frozenset("asked asks demanded demands inquired inquires".split())
# Words that are a complete question on their own.
_ONE_WORD_QUESTIONS = frozenset("what why who where when how really me you".split())
# Marks after which speech can start within a paragraph.
_BEFORE_SPEECH = (".", "!", "?", ",", ":", "”", '"', "…", "—")


class MissingCommaBeforeTag(Rule):
    """Finds speech without a mark before its dialogue tag: “I am fine” he lied.

    The comma shows readers that the sentence continues with the tag, and it goes inside the quotation marks: “I am
    fine,” he lied. A question or an exclamation takes its own mark instead. fanlint leaves alone words and titles that
    are only quoted.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "Put a comma before the dialogue tag, inside the quotation marks."
    question = "Put a question mark or a comma before the dialogue tag, inside the quotation marks."
    examples = (
        '"I am {fine -> fine,}" he lied.',
        "“We leave at {dawn -> dawn,}” said Marten.",
        '"We leave at {dawn -> dawn,}" Marten said quietly. Nobody answered Marten.',
        '"Where is {Ilse -> Ilse?}" he asked. "{Why -> Why?}" she asked.',
        '"I am fine," he lied.',
        'The sign read "Closed" Marten said, and Marten knew.',
        "The sign read “Closed” he said.",
        "He called it “the hole” and she asked why.",
        '"But—" he began.',
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        document = story.document
        text = document.text
        if not item.closed or not item.spoken or not text[item.inner.end - 1].isalpha():
            return
        before = text[item.block.span.start : item.span.start].rstrip()
        found = _NEXT.match(text, item.span.end, item.block.span.end)
        if not found or (before and not before.endswith(_BEFORE_SPEECH)):
            return
        first, second = found["first"], found["second"] or ""
        is_tag = first in SPEECH_VERBS or (first in PRONOUNS and second in SPEECH_VERBS and first != "I")
        is_named = (
            second in ONLY_TAGS and TAG_ENDS.match(found["rest"]) and first[0].isupper() and is_name(first, story)
        )
        if is_named or (is_tag and first.islower()):
            index = document.tokens.at(item.inner.end - 1)
            word = document.tokens.span(index)
            last = text[word.start : item.inner.end]
            verb = first if first in SPEECH_VERBS else second
            marks = _marks(item, verb, text)
            message = self.message if marks[0] == "," else self.question
            yield self.found(Span(word.start, item.inner.end), *(last + mark for mark in marks), message=message)


def _marks(speech: Speech, verb: str, text: str) -> tuple[str, ...]:
    """The marks that may end the speech, with the likeliest one first."""
    said = text[speech.inner.start : speech.inner.end]
    is_one_word = said.lower() in _ONE_WORD_QUESTIONS and verb in _ASKING
    return ("?", ",") if is_one_word or asks(said) else (",",)
