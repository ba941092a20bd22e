"""A speech broken off with a hyphen instead of a dash."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech


class HyphenForDash(Rule):
    """A dash breaks a speech off; a hyphen is too short for it: “But you said—”

    fanlint writes the dash that the story uses elsewhere: — or --, or the long one where it uses none.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "A dash breaks the speech off: “{right}”."
    examples = (
        '"I never meant {to- -> to—}" he began.',
        "“But you {said- -> said—}”",
        "“But you said—”",
        "He never used “micro-” of anything.",
        '"I never--" he began. "You {did- -> did--}"',
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        last = item.inner.end - 1
        if not item.closed or text[last : last + 1] != "-" or not text[last - 1 : last].isalpha():
            return
        dash = "--" if "--" in text and "—" not in text else "—"
        word = story.document.tokens.at(last - 1)
        if story.document.tokens.start(word) <= item.inner.start:
            return  # a piece of a word, quoted
        span = Span(story.document.tokens.start(word), last + 1)
        right = text[span.start : last] + dash
        yield self.found(span, right, message=self.message.replace("{right}", right))
