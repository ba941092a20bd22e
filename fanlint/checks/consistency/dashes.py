"""A dash between two words that differs from the story's usual dash."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# The forms of a dash between two words, spaces included.
_WAYS = ("—", " — ", "--", " -- ", " – ", " - ")


class Dashes(Rule):
    """Finds a dash between two words that differs from the story's usual dash: “word - word” among “word—word”.

    Writers use —, -- and – with or without spaces, and all are right, but readers notice a change. fanlint suggests the
    form that the story uses far more often. It leaves alone dashes that begin or break off speech and those in a
    stutter, because they follow rules of their own.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "This story usually writes dashes like “word{right}word”; here it writes “word{wrong}word” ({times})."
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
                    self, edits, message.replace("{times}", times(len(edits))), "Write all dashes the same way."
                )


def _is_between_words(match: re.Match[str]) -> bool:
    """Whether there are words on both sides of the dash that do not form a stutter."""
    text, at = match.string, match.start()
    before = re.search(r"[^\W\d_]+,?$", text[max(0, at - 20) : at])
    after = re.match(r"[^\W\d_]+", text[match.end() : match.end() + 20])
    if before is None or after is None:
        return False
    first, second = before[0].rstrip(",").lower(), after[0].lower()
    return first != second and len(first) > 1 and second != "i"
