"""Dashes of two kinds in one story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_WAYS = ("—", " — ", "--", " -- ", " – ", " - ")


class Dashes(Rule):
    """A dash within a sentence looks the same through a whole story: —, --, or – with spaces.

    All are right, and readers see a change. fanlint looks only at dashes between two words: a dash that cuts a speech
    off, opens one, or stands in a stutter has its own ways.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Elsewhere a dash of this story looks like “word{right}word”, here like “word{wrong}word” ({times})."
    examples = (
        "One—two. Three—four. He came—late. She left—early. They stayed{ -  -> —}all of them.",
        "One -- two. Three -- four. He came -- late. She left -- early. They stayed{— ->  -- }all of them.",
        "One—two. Three—four. He came - late.",
        "One – two. Three – four. He came – late. She left – early. Dad—I mean, I—I don't. No—no!",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        ways = [way for way in _WAYS if way in item.text]
        if len(ways) < 2:
            return
        dashes = [re.compile(way + r"(?=[^\W\d_])") for way in ways]
        found = [match for dash in dashes for match in dash.finditer(item.text) if _is_between_words(match)]
        usual = usual_way(Counter(match[0] for match in found))
        if usual is None:
            return
        for way in sorted({match[0] for match in found} - {usual}):
            odd = [match for match in found if match[0] == way and in_story(item, match.start())]
            edits = [Edit(Span(*match.span()), usual) for match in odd]
            if edits:
                message = self.message.replace("{right}", usual).replace("{wrong}", way)
                yield told_together(
                    self, edits, message.replace("{times}", times(len(edits))), "Make all dashes look the same."
                )


def _is_between_words(match: re.Match[str]) -> bool:
    """Whether a word stands right before the dash, and another one, no stutter, after it."""
    text, at = match.string, match.start()
    before = re.search(r"[^\W\d_]+,?$", text[max(0, at - 20) : at])
    after = re.match(r"[^\W\d_]+", text[match.end() : match.end() + 20])
    if before is None or after is None:
        return False
    first, second = before[0].rstrip(",").lower(), after[0].lower()
    return first != second and len(first) > 1 and second != "i"
