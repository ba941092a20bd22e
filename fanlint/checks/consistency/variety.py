"""British spelling in an American story, or the other way round, where no English is chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.majority import in_story, told_together, usual_way
from fanlint.language.en.variety import counterpart
from fanlint.model import Edit, Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.case import match_case
from fanlint.text.document import Document

_NAMES = {"us": "American", "uk": "British"}
_LEAST, _ODDS = 12, 8  # spellings of one side, in all and for each of the other, that tell where the writer is at home
_SHOWN = 5  # words of the other side that the message names
# Letters that one of the two spellings of a pair has; only such words are looked up.
_TELLING = re.compile(
    "ou?r|(?:i|y)[sz][eia]|tre$|tre[sd]$|ter$|ters$|ber$|bre$|en[cs]e|l(?:l?ed|l?ing|l?ers?|l?fully?|l?ment|l?en|l?ous(?:ly)?|l?ity)$|amm?e?s?$"
    "|mou?ld|plow|plough|jewel|pajama|pyjama|alumin|m(?:o?u)stache|s[ck]eptic|co[sz]y"
)
_EITHER = frozenset("grey gray greys grays greyer grayer greyed grayed greying graying ageing aging judgement".split())


class Variety(Rule):
    """Colour and color are both right; a story that is American (or British) nearly throughout stays so.

    This speaks up only where you have not said which English you write; with english = "us" (or "uk", "ca", "au") in
    fanlint.toml you get a full check instead, or none. Grey and gray go together with either.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Most of this story is in {right} spelling; this is {other}: {words}."
    yields_to = ("spelling/other-english",)
    examples = (
        "The color. A color. His favorite color. Her favorite flavor. My neighbor. The harbor. What honor. Some rumor. "
        "No humor. Any labor. The armor. His behavior, and no {colour -> color}.",
        "The colour. A colour. His favourite colour. Her favourite flavour. My neighbour. The harbour. What honour. "
        "Some rumour. No humour. Any labour. The armour. His behaviour, and no {color -> colour}.",
        "The color. A color. His favorite colour.",
        "The colour. A colour. His favourite flavor. She lived in Pearl Harbor.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if story.english is not None:
            return  # spelling/other-english knows what the writer wants
        twins: dict[str, dict[str, str]] = {"us": {}, "uk": {}}
        counts = item.vocabulary.counts
        for word in filter(_TELLING.search, counts):
            lower = word.lower()
            if lower in _EITHER or word in item.vocabulary.names or not word.isalpha():
                continue
            for home, other in (("us", "uk"), ("uk", "us")):
                if twin := counterpart(lower, other, story.lexicon):
                    twins[home][word] = twin
        usual = usual_way({home: sum(map(counts.__getitem__, words)) for home, words in twins.items()}, _LEAST, _ODDS)
        if usual is None:
            return
        (odd,) = (home for home in twins if home != usual)
        edits, words = _edits(twins[odd], item, story)
        if edits:
            message = self.message.replace("{right}", _NAMES[usual]).replace("{other}", _NAMES[odd])
            yield told_together(self, edits, message.replace("{words}", words), f"Make the spelling {_NAMES[usual]}.")


def _edits(twins: dict[str, str], document: Document, story: Story) -> tuple[list[Edit], str]:
    """What gives each word the spelling of its twin, in order; and the words in a list for the writer."""
    tokens = document.tokens
    edits: list[Edit] = []
    shown = []
    for word, twin in twins.items():
        places = [index for index in tokens.places[word.lower()] if tokens.words[index] == word]
        right = match_case(word, twin)
        own = [Edit(tokens.span(index), right) for index in places if in_story(document, tokens.start(index))]
        if own and not story.is_own(word):
            edits += own
            shown.append((-len(own), f"“{word}” for “{right}”"))
    more = " and others" if len(shown) > _SHOWN else ""
    return sorted(edits), ", ".join(text for _, text in sorted(shown)[:_SHOWN]) + more
