"""A space before the dash that breaks off speech."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech

_DASHES = ("—", "–", "--")
_SPACES = " \u00a0"


class SpaceBeforeCutOff(Rule):
    """Finds a space before the dash that breaks off speech: “But you said —” he began.

    The dash follows the last word directly, even in a story that puts spaces around its other dashes: “But you said—” A
    space can push the dash to the next line, and it makes the interruption look like a pause.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "Remove the space before the dash; it breaks off the speech."
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
