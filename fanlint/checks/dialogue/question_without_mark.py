"""A spoken question that ends with a full stop or a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.speech_tags import asks
from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech

_AUXILIARIES = "am|are|is|do|does|did|can|could|will|would|have|has|had|were|was|shall|should"
# The last sentence of the speech: a question word, an auxiliary verb, a pronoun and more words, without a comma. The
# pattern is compiled only for speech that contains a question word and ends with a full stop.
_QUESTION = (
    rf"(?:^|[.!?…] |, )(?:(?:and|but|so|then|now|well),? )*(?:then )?"
    rf"(?:what|why|where|when|who|how) (?:(?P<verb>{_AUXILIARIES})(?:n['’]t)?)"
    rf" (?P<who>you|he|she|we|they|i|it|this|that)"
    rf"(?: (?P<next>[^\W\d_]+(?:['’][^\W\d_]+)?))[^.!?…,;:—–]{{0,80}}$"
)
# A tag question: a comma, a negated auxiliary verb and a pronoun, as in “, isn't it so”.
_TAG_QUESTION = (
    rf", (?!don['’]t you (?:know|forget))(?:{_AUXILIARIES})n['’]t (?:you|he|she|we|they|i|it)(?: [^\W\d_]+){{0,4}}$"
)
# Main verbs of questions that often expect no answer: What can I say. How could I know.
_RHETORICAL = frozenset("say know tell care".split())
# A dialogue tag that asks, unless the speech continues in the same sentence after it.
_TAG = (
    r" (?:(?:he|she|they|we|I|[A-Z][^\W\d_]+) )?(?:asked|asks|demanded|demands|inquired)\b(?! (?:for|to)\b)"
    r"(?![^.!?“\"\n]{0,60}[“\"][a-z])"
)
_QUESTION_WORD = re.compile(r"(?i:\b(?:what|why|where|when|who|how)\b|n['’]t )")


class QuestionWithoutMark(Rule):
    """Finds a spoken question that ends with a full stop, or with a comma before a tag such as “she asked”.

    Without the question mark, readers hear a statement, and have to go back when they notice the question. fanlint goes
    by the order of the words and checks only clear questions at the end of speech. A full stop is right if someone asks
    in a flat voice, or if no answer is expected: “What can I say.”
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "Use a question mark; the order of the words makes this a question."
    yields_to = ("dialogue/full-stop-before-tag",)
    examples = (
        '"But why would they go together{. -> ?}"',
        '"It is late. What are you doing here{. -> ?}" Nobody answered.',
        '"If you knew, then why didn\'t you go there{. -> ?}"',
        '"They belong to her, shouldn\'t they go together{. -> ?}"',
        '"Are you okay{, -> ?}" she asked.',
        '"Are you okay," she said. "How is it," he asked, "that you are late?"',
        '"What are you doing here?"',
        '"What can I say."',
        '"Lovely weather, don\'t you know."',
        '"I know what you are doing here."',
        '"Why don\'t you go on, I have to wait."',
        '"What a day it has been."',
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        stop = item.inner.end - 1
        if not item.closed or not item.spoken or text[stop - 1 : stop] in (".", ""):
            return
        if text[stop] == ",":
            if asks(text[item.inner.start : stop]) and re.compile(_TAG).match(text, item.span.end, item.block.span.end):
                yield self.found(Span(stop, stop + 1), "?")
            return
        if text[stop] != ".":
            return
        start = max(item.inner.start, stop - 160)
        if _QUESTION_WORD.search(text, start, stop) is None:
            return
        said = text[start:stop]
        found = re.compile(_QUESTION, re.I).search(said)
        asked = found is not None and found["next"].lower() not in _RHETORICAL
        if asked or re.compile(_TAG_QUESTION, re.I).search(said):
            yield self.found(Span(stop, stop + 1), "?")
