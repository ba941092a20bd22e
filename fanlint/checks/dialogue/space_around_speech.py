"""A missing space between speech and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech


class SpaceAroundSpeech(Rule):
    """A space parts speech from the narration before and after it.

    Without it the mark seems to belong to the wrong word, and a line cannot break there.
    """

    scope = Speech
    safety = Safety.SAFE
    message = "Put a space between the speech and the rest of the sentence."
    examples = (
        '"Come here.{" -> " }He waved.',
        'He said,{" ->  "}Come here." The dog came.',
        '"Come here." He waved.',
        'He said, "Come here."',
        "The so-called “hero”—she laughed—had fled.",
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        if not item.closed or not item.spoken or not item.certain:
            return
        start, end = item.span
        last = text[item.inner.end - 1]
        if text[end : end + 1].isalpha() and last in ".,!?…":
            yield self.found(Span(end - 1, end), text[end - 1] + " ")
        if (
            start > item.block.span.start
            and text[start - 1] in ",.!?"
            and text[start - 2] != "."
            and text[start + 1 : start + 2].isupper()
        ):
            yield self.found(Span(start, start + 1), " " + text[start])
