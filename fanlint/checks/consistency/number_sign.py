"""“No.” before a number with a space in a story that usually has none, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_WAYS = {".": "No.1", ". ": "No. 1"}
# Minimum uses of both forms together, and minimum ratio of the usual to the rare one. Set by hand; they are low
# because few stories have many such numbers.
_LEAST, _ODDS = 3, 2


class NumberSign(Rule):
    """Finds “No.1” in a story that usually writes “No. 1” with a space, or the reverse.

    Both forms are right, but readers notice a change. fanlint suggests the form that the story uses more often and
    checks only “No.” with a capital and a number in digits.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "This story usually writes “{right}”; here it writes “{wrong}” ({times})."
    yields_to = ("typography/",)
    examples = (
        "They met No. 4 and No. 5. Then No{. -> . }6 came, and No. 7.",
        "They met No.4 and No.5. Then No{.  -> .}6 came, and No.7.",
        "They met No. 4 and No.5.",
        "No. 6 came late. He said no. 7 came in time. No. 8 too.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        places: dict[str, list[int]] = {way: [] for way in _WAYS}
        for index in tokens.places.get("no", ()):
            gap = tokens.gaps[index + 1]
            counts = index + 1 < len(tokens) and tokens.words[index] == "No" and tokens.words[index + 1].isdigit()
            if counts and gap in places:
                places[gap].append(index + 1)
        usual = usual_way({way: len(found) for way, found in places.items()}, _LEAST, _ODDS)
        if usual is None:
            return
        (odd,) = (way for way in places if way != usual)
        edits = [Edit(tokens.gap_span(at), usual) for at in places[odd] if in_story(item, tokens.start(at))]
        if edits:
            message = self.message.replace("{right}", _WAYS[usual]).replace("{wrong}", _WAYS[odd])
            yield told_together(
                self, edits, message.replace("{times}", times(len(edits))), f"Write “{_WAYS[usual]}” everywhere."
            )
