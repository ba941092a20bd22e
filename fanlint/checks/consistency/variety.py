"""British spelling in a mostly American story, or the reverse, if no variety of English is configured."""

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
# Minimum uses of both spellings together, and minimum ratio of the usual to the rare one. Set by hand.
_LEAST, _ODDS = 12, 8
_SHOWN = 5  # Maximum number of words that the message lists.
# Letter groups that differ between British and American spelling. Only words that contain one are looked up.
_TELLING = re.compile(
    "ou?r|(?:i|y)[sz][eia]|tre$|tre[sd]$|ter$|ters$|ber$|bre$|en[cs]e|l(?:l?ed|l?ing|l?ers?|l?fully?|l?ment|l?en|l?ous(?:ly)?|l?ity)$|amm?e?s?$"
    "|mou?ld|plow|plough|jewel|pajama|pyjama|alumin|m(?:o?u)stache|s[ck]eptic|co[sz]y"
)
# Words that are common in both varieties.
_EITHER = frozenset("grey gray greys grays greyer grayer greyed grayed greying graying ageing aging judgement".split())


class Variety(Rule):
    """Finds British spelling in a story that is almost entirely American, or the reverse.

    “Colour” and “color” are both right, but readers notice a mixture. This rule works only if you have not said which
    English you write: with english = "us" (or "uk", "ca", "au") in fanlint.toml, spelling/other-english checks every
    word instead. “Grey” and “gray” are left alone, because both are common everywhere.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "This story usually uses {right} spelling; here it uses {other} spelling: {words}."
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
            return  # Since a variety is chosen, spelling/other-english takes over.
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
            message = message.replace("{words}", words)
            yield told_together(self, edits, message, f"Use {_NAMES[usual]} spelling everywhere.")


def _edits(twins: dict[str, str], document: Document, story: Story) -> tuple[list[Edit], str]:
    """The edits that replace each word by its counterpart, in order, and a list of the words for the message."""
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
