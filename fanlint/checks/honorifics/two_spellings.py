"""An honorific that the story spells in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.case import match_case
from fanlint.text.document import Document
from fanlint.text.honorifics import SPELLINGS


class TwoSpellings(Rule):
    """Finds an honorific that the story spells in two ways, such as “senpai” and “sempai”.

    Both spellings are right, but a story reads best if it keeps to one of them. fanlint suggests the spelling that the
    story uses most often and says nothing if two are equally common.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "This story usually writes “{usual}” ({count} times); here it writes “{wrong}”."
    languages = ("any",)
    examples = (
        "“Senpai!” Jun called. “Emi-senpai, wait!” “Not now, {sempai -> senpai},” she said.",
        "“Nii-san?” He was her nii-san. “Jun-{niisan -> nii-san}'s asleep,” said Emi.",
        "“Niisan?” He was her niisan. “{Nii-san -> Niisan},” said Emi.",
        "“Emi-senpai, wait!” “Not now, sempai,” she said.",
        "“Nii-san!” Emi called. “Nii-chan!” called Kei. “Onii-chan!” called Jun.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        for spellings in SPELLINGS:
            spans = {spelling: found for spelling in spellings if (found := _spans(spelling, item))}
            if len(spans) < 2:
                continue
            usual = max(spans, key=lambda spelling: len(spans[spelling]))
            count = len(spans[usual])
            if sum(len(found) == count for found in spans.values()) > 1:
                continue
            message = self.message.replace("{usual}", usual).replace("{count}", str(count))
            for span in (span for spelling in spans if spelling != usual for span in spans[spelling]):
                wrong = item.slice(span)
                yield self.found(span, match_case(wrong, usual), message=message.replace("{wrong}", wrong))


def _spans(spelling: str, document: Document) -> list[Span]:
    """The spans of a spelling, alone or after a name, without a possessive ending."""
    tokens = document.tokens
    first, _, second = spelling.partition("-")
    found = []
    for ending in ("", "'s"):
        if not second:
            found += [(index, index, ending) for index in tokens.places.get(first + ending, ())]
            continue
        for index in tokens.places.get(first, ()) if second + ending in tokens.places else ():
            if index + 1 < len(tokens) and tokens.gaps[index + 1] == "-" and tokens.keys[index + 1] == second + ending:
                found.append((index, index + 1, ending))
    return [Span(tokens.start(first), tokens.end(last) - len(ending)) for first, last, ending in sorted(found)]
