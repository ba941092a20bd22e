"""A space before the dash that breaks a speech off."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech

_DASHES = ("—", "–", "--")
_SPACES = " \u00a0"


class SpaceBeforeCutOff(Rule):
    """The dash that breaks a speech off stands right behind the last word, even where other dashes have spaces.

    “But you said—” With a space in between, the dash may slip to the next line, and the break is heard later.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "The dash that breaks off stands right behind the word."
    examples = (
        '"But you said{ — -> —}"',
        "“But you said{ – -> –}” she began.",
        '"But you said—"',
        "“The key – this one – is mine.”",
        '"—"',
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        if not item.closed or not item.spoken:
            return
        dash = next((dash for dash in _DASHES if text.endswith(dash, item.inner.start, item.inner.end)), None)
        if dash is None:
            return
        start = item.inner.end - len(dash)
        while start > item.inner.start and text[start - 1] in _SPACES:
            start -= 1
        if start < item.inner.end - len(dash) and text[start - 1].isalpha() and start > item.inner.start:
            yield self.found(Span(start, item.inner.end), dash)
