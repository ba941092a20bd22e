"""A space beside the hyphen of a stutter: “S- Stefan”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule, Where
from fanlint.story import Story
from fanlint.text.document import Document

_SPACED_HYPHENS = ("- ", " -")


class StutterSpace(Rule):
    """Finds a space beside the hyphen of a stutter: “S- Stefan”.

    With the space, the stuttered letter looks like a word of its own. Hyphens join a stutter without spaces:
    “S-Stefan”. The fix is safe because it removes only a space. After “I” or “a”, which may be words of their own,
    fanlint leaves the fix to you.
    """

    scope = Document
    safety = Safety.SAFE
    where = Where.SPEECH
    message = "Remove the space beside the hyphen of this stutter."
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
        for index in tokens.gaps_among(_SPACED_HYPHENS):
            if not 0 < index < len(tokens):
                continue
            before, after = tokens.words[index - 1], tokens.words[index]
            if len(before) <= 2 < len(after) + 1 and after.lower().startswith(before.lower()) and after != before:
                certain = before.lower() not in ("i", "a")
                yield self.found(tokens.gap_span(index), "-", safety=Safety.SAFE if certain else Safety.MANUAL)
