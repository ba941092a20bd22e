"""The dash that breaks a speech off, written in two ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_WAYS = ("—", "--", "–")
# Before a closing mark; and between two words, which shows what a story's dashes are where few speeches break off.
_CUT_OFF = r"(?<=[^\W\d_])(?P<dash>—|--|–)(?=[\"”’'](?:\s|$))"
_BETWEEN = r"(?<=[^\W\d_])(?P<dash>—|--)(?=[^\W\d_])"


class CutOffDash(Rule):
    """The dash that breaks a speech off is the same through a whole story: “But you said—” or “But you said--”.

    Both are right, and readers see a change. fanlint goes by all dashes of the story that stand right behind a word.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Elsewhere a dash of this story is “{right}”, here “{wrong}” breaks the speech off ({times})."
    examples = (
        "“One—” “Two—” “Three—” He came—late. She left—early. “But you said{-- -> —}”",
        '"One--" "Two--" "Three--" "Four--" She left--early. "But you said{— -> --}"',
        '"One—" "Two--" "But you said--"',
        "“One—” “Two—” “Three—” “Four—” He went on -- and on.",
        "He left – late. She – early. “One–” “Two–” “Three–”",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        text = item.text
        if sum(way in text for way in _WAYS) < 2:
            return
        cut_offs = list(re.finditer(_CUT_OFF, text))
        if not cut_offs:
            return
        counts = Counter(found["dash"] for found in cut_offs)
        counts.update(found["dash"] for found in re.finditer(_BETWEEN, text))
        usual = usual_way(counts)
        if usual is None:
            return
        for way in sorted(counts.keys() - {usual}):
            places = [found for found in cut_offs if found["dash"] == way and in_story(item, found.start())]
            edits = [Edit(Span(*found.span()), usual) for found in places]
            if edits:
                message = self.message.replace("{right}", usual).replace("{wrong}", way)
                yield told_together(
                    self, edits, message.replace("{times}", times(len(edits))), f"Write “{usual}” everywhere."
                )
