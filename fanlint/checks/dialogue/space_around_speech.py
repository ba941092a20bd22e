"""A missing space between speech and narration."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech


class SpaceAroundSpeech(Rule):
    """Finds a missing space between speech and the narration before or after it: “Come here.”He waved.

    Without the space, the quotation mark seems to belong to the wrong word, and the line cannot break there. A dash may
    follow the speech directly. The fix is safe because it only adds a space.
    """

    scope = Speech
    safety = Safety.SAFE
    message = "Add a space between the speech and the narration."
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
