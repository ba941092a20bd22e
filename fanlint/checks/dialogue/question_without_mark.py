"""A question that ends in a full stop."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.speech_tags import asks
from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech

_HELPS = "am|are|is|do|does|did|can|could|will|would|have|has|had|were|was|shall|should"
# The last sentence of a speech, without a comma behind its beginning: what is asked, the verb, who, and some more.
# Compiled on use: speeches that end in a full stop and have such a word.
_ASKED = (
    rf"(?:^|[.!?…] |, )(?:(?:and|but|so|then|now|well),? )*(?:then )?"
    rf"(?:what|why|where|when|who|how) (?:(?P<verb>{_HELPS})(?:n['’]t)?) (?P<who>you|he|she|we|they|i|it|this|that)"
    rf"(?: (?P<next>[^\W\d_]+(?:['’][^\W\d_]+)?))[^.!?…,;:—–]{{0,80}}$"
)
# “, isn't it so”: a verb with “not” behind a comma, and who.
_TAGGED = rf", (?!don['’]t you (?:know|forget))(?:{_HELPS})n['’]t (?:you|he|she|we|they|i|it)(?: [^\W\d_]+){{0,4}}$"
# What can I say. How could I know. How dare you.
_RHETORICAL = frozenset("say know tell care".split())
# A tag that asks, after which the speech does not go on in the same sentence: “, she asked.”
_TAG = (
    r" (?:(?:he|she|they|we|I|[A-Z][^\W\d_]+) )?(?:asked|asks|demanded|demands|inquired)\b(?! (?:for|to)\b)"
    r"(?![^.!?“\"\n]{0,60}[“\"][a-z])"
)
_WORD = re.compile(r"(?i:\b(?:what|why|where|when|who|how)\b|n['’]t )")


class QuestionWithoutMark(Rule):
    """A question ends in a question mark: “But why would they go together?”

    fanlint goes by the order of the words, and looks only at plain questions at the end of a speech. Someone may ask in
    a flat voice, and then a full stop is meant.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "By the order of its words this is a question: it ends in a question mark."
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
        if _WORD.search(text, start, stop) is None:
            return
        said = text[start:stop]
        found = re.compile(_ASKED, re.I).search(said)
        asked = found is not None and found["next"].lower() not in _RHETORICAL
        if asked or re.compile(_TAGGED, re.I).search(said):
            yield self.found(Span(stop, stop + 1), "?")
