"""A space that has slipped into a stutter."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule, Where
from fanlint.story import Story
from fanlint.text.document import Document

_TORN = ("- ", " -")


class StutterSpace(Rule):
    """A stutter is joined by hyphens without spaces: “S-Sakura”, “w-what”.

    The space makes the letter look like a word of its own. Taking it out changes nothing that is heard.
    """

    scope = Document
    safety = Safety.SAFE
    where = Where.SPEECH
    message = "Join the stutter: no space beside its hyphen."
    examples = (
        '"S{-  -> -}Stefan, wait!"',
        '"W{ - -> -}what was that?" he asked.',
        '"Th{-  -> -}that is not fair."',
        '"S-Stefan, wait!"',
        '"Plan B - by far the better - was to run."',
        '"I - I never knew."',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for index in tokens.gaps_among(_TORN):
            if not 0 < index < len(tokens):
                continue
            before, after = tokens.words[index - 1], tokens.words[index]
            if len(before) <= 2 < len(after) + 1 and after.lower().startswith(before.lower()) and after != before:
                certain = before.lower() not in ("i", "a")
                yield self.found(tokens.gap_span(index), "-", safety=Safety.SAFE if certain else Safety.MANUAL)
