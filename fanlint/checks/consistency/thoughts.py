"""A thought that is not marked in the story's usual way."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, usual_way
from fanlint.model import Finding, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import PRONOUNS
from fanlint.text.document import Document

# Names of the ways to mark a thought, by its closing mark.
_WAYS = {
    **dict.fromkeys("*_", "in italics"),
    **dict.fromkeys('"”', "in double quotation marks"),
    **dict.fromkeys("'’", "in single quotation marks"),
}
_ENDS = (".", ",", "!", "?", "…")


class Thoughts(Rule):
    """Finds a thought in quotation marks in a story that usually puts thoughts in italics, or the reverse.

    Readers recognise a thought at once if a story always marks thoughts the same way. fanlint checks only thoughts with
    a tag (*Not now,* she thought). It leaves unmarked thoughts alone, because the narrator may be reporting them.
    """

    scope = Document
    severity = Severity.HINT
    message = "This story usually puts thoughts {right}; here it puts them {wrong} ({times})."
    examples = (
        '*One,* she thought. *Two,* he thought. *Three,* she thought. *Four,* he thought. "Not now,{"} she thought.',
        "“One,” she thought. “Two,” he thought. “Three,” she thought. “Four,” he thought. *Not now,{*} she thought.",
        '*One,* she thought. "Not now," she thought.',
        "*One,* she thought. *Two,* he thought. *Three,* she thought. *Four,* he thought. Not now, she thought.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        places: dict[str, list[Span]] = {}
        for index in item.tokens.places.get("thought", ()):
            mark = _closing_mark(index, item)
            if mark is not None and in_story(item, mark.start):
                places.setdefault(_WAYS[item.slice(mark)], []).append(mark)
        usual = usual_way({way: len(spans) for way, spans in places.items()})
        for way in sorted(places.keys() - {usual}) if usual else ():
            first, *others = places[way]
            count = times(len(others) + 1)
            yield self.found(first, right=usual or "", wrong=way, times=count, also=tuple(others))


def _closing_mark(index: int, document: Document) -> Span | None:
    """The span of the mark before “she thought”, if the word at ``index`` is the verb of such a tag."""
    tokens = document.tokens
    who = index - 1
    if who < 1 or tokens.gaps[index] != " " or not (tokens.keys[who] in PRONOUNS or tokens.words[who][0].isupper()):
        return None
    gap = tokens.gaps[who]
    if len(gap) < 3 or gap[-1] != " " or gap[-2] not in _WAYS or gap[-3] not in _ENDS:
        return None
    place = tokens.start(who) - 2
    return Span(place, place + 1)
