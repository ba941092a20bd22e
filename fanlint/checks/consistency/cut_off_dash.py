"""A dash that breaks off speech and differs from the story's usual dash."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_WAYS = ("—", "--", "–")
_CLOSING = "\"”’'"


class CutOffDash(Rule):
    """Finds a dash that breaks off speech and differs from the story's usual dash: “But you said--” among em dashes.

    Both “But you said—” and “But you said--” are right, but readers notice a change. fanlint counts all dashes that
    directly follow a word and suggests the form that the story uses far more often.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "This story usually writes a dash as “{right}”; here it breaks off speech with “{wrong}” ({times})."
    examples = (
        "“One—” “Two—” “Three—” He came—late. She left—early. “But you said{-- -> —}”",
        '"One--" "Two--" "Three--" "Four--" She left--early. "But you said{— -> --}"',
        '"One—" "Two--" "But you said--"',
        "“One—” “Two—” “Three—” “Four—” He went on -- and on.",
        "He left – late. She – early. “One–” “Two–” “Three–”",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        breaking, between = _dashes(item)
        if not breaking:
            return
        # A story may break off only a few speeches, so dashes between two words count as evidence too.
        counts = Counter({way: len(places) + between[way] for way, places in breaking.items()})
        counts.update({way: count for way, count in between.items() if way not in breaking})
        usual = usual_way(counts)
        if usual is None:
            return
        for way in sorted(breaking.keys() - {usual}):
            starts = [start for start in sorted(breaking[way]) if in_story(item, start)]
            edits = [Edit(Span(start, start + len(way)), usual) for start in starts]
            if edits:
                message = self.message.replace("{right}", usual).replace("{wrong}", way)
                yield told_together(
                    self, edits, message.replace("{times}", times(len(edits))), f"Write “{usual}” everywhere."
                )


def _dashes(document: Document) -> tuple[dict[str, list[int]], Counter[str]]:
    """Positions of the dashes that break off speech after a word, and counts of those between words, by form."""
    tokens = document.tokens
    breaking: dict[str, list[int]] = {}
    between: Counter[str] = Counter()
    for gap, places in tokens.gap_places.items():
        way = next((way for way in _WAYS if gap.startswith(way)), None)
        if way is None:
            continue
        rest = gap[len(way) :]
        if rest[:1] and rest[0] in _CLOSING and (len(rest) == 1 or rest[1].isspace()):
            ends = [tokens.end(index - 1) for index in places if index and tokens.words[index - 1][-1].isalpha()]
            if ends:
                breaking.setdefault(way, []).extend(ends)
        elif not rest and way != "–":
            between[way] += len(places)
    return breaking, between
