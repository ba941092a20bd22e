"""A hyphen where a dash should break off speech."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech


class HyphenForDash(Rule):
    """Finds a hyphen where a dash should break off speech: “But you said-” he began.

    A hyphen joins the parts of a word, so readers expect the rest of it. A dash shows that the speaker is interrupted:
    “But you said—” fanlint writes “--” if the story uses that for its dashes, and an em dash otherwise. It leaves a
    quoted part of a word alone, such as “micro-”.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "Use a dash to break off speech: “{right}”."
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
            return  # This is a quoted part of a word.
        span = Span(story.document.tokens.start(word), last + 1)
        right = text[span.start : last] + dash
        yield self.found(span, right, right=right)
