"""Thoughts set off in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, usual_way
from fanlint.model import Finding, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import PRONOUNS
from fanlint.text.document import Document

# By the mark that closes the thought.
_WAYS = {
    **dict.fromkeys("*_", "in italics"),
    **dict.fromkeys('"”', "in double quotation marks"),
    **dict.fromkeys("'’", "in single quotation marks"),
}
_ENDS = (".", ",", "!", "?", "…")


class Thoughts(Rule):
    """Thoughts stand in italics, or in quotation marks, through a whole story, so that a reader knows them at once.

    fanlint looks at thoughts with a tag (*Not now,* she thought). Those without any mark are left alone: they may
    be told rather than quoted.
    """

    scope = Document
    severity = Severity.HINT
    message = "Elsewhere thoughts of this story stand {right}, here {wrong} ({times})."
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
            message = self.message.replace("{right}", usual or "").replace("{wrong}", way)
            yield self.found(first, message=message.replace("{times}", times(len(others) + 1)), also=tuple(others))


def _closing_mark(index: int, document: Document) -> Span | None:
    """Where the mark before “she thought” stands, if the word at ``index`` is the verb of such a tag."""
    tokens = document.tokens
    who = index - 1
    if who < 1 or tokens.gaps[index] != " " or not (tokens.keys[who] in PRONOUNS or tokens.words[who][0].isupper()):
        return None
    gap = tokens.gaps[who]
    if len(gap) < 3 or gap[-1] != " " or gap[-2] not in _WAYS or gap[-3] not in _ENDS:
        return None
    place = tokens.start(who) - 2
    return Span(place, place + 1)
