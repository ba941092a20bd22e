"""A day, month, people, language, place or brand without its capital letter."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.language.en.proper_nouns import OWN_CAPITALS, PROPER_NOUNS
from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.case import capitalise
from fanlint.text.document import Document

# Nouns after which many dictionaries write the name of a place in lower case: french fries, brussels sprouts.
_THINGS = frozenset(
    "fries fry fried toast window windows door doors kiss kisses kissed kissing press braid braids braided twist horn "
    "vanilla bean beans cuff cuffs sprout sprouts rubber ink muffin muffins pastry pastries oven ovens courage uncle "
    "roll rolls cream coffee numeral numerals print prints salad cheese chocolate bath delight carpet carpets rug rugs "
    "cat cats lamb setter setters leather collar maid board bred orange oranges".split()
)
# Next to these characters, a word belongs to an address, a tag, a file name or a compound.
_JOINTS = ("-", "@", "/", "_", "#", "\\")


class ProperNoun(Rule):
    """Finds the name of a day, month, people, language, country or brand without its capital letter.

    In English these names take a capital: “Monday”, “French”, “iPhone”. fanlint leaves alone things named after a
    place, because many people write them in lower case: french fries, brussels sprouts. It also leaves alone a story
    without any capitals, and words that have another meaning in lower case, such as “march” and “china”.
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.SAFE
    message = "Write “{right}” with a capital letter."
    examples = (
        "She spoke {english -> English} and a little {french -> French}. They left on {monday -> Monday}.",
        "He took out his {iphone -> iPhone}. They were both {american -> American}.",
        "She spoke English and French. They left on Monday. He ate french fries and brussels sprouts.",
        "You may march in, polish the china and mark the turkey. Yes.",
        "Write to paris@example.org.",
        "no capitals here, she said on monday, not one",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if not item.has_capitals:
            return
        tokens = item.tokens
        for small in PROPER_NOUNS & item.vocabulary.counts.keys():
            if story.is_own(small):
                continue
            right = OWN_CAPITALS.get(small, capitalise(small))
            for index in tokens.places[small]:
                if tokens.words[index] == small and not _is_part(item, index):
                    yield self.found(tokens.span(index), right, right=right)


def _is_part(document: Document, index: int) -> bool:
    """Whether the word is part of an address, a compound or the name of a thing: paris@…, french fries."""
    tokens = document.tokens
    before, after = tokens.gaps[index], tokens.gaps[index + 1]
    if before[-1:] in _JOINTS or after[:1] in _JOINTS:
        return True
    return index + 1 < len(tokens) and (after == "." or (after == " " and tokens.keys[index + 1] in _THINGS))
