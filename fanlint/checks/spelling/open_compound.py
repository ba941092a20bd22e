"""A compound written as two words that English writes as one."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.case import match_case
from fanlint.text.document import Document

_MAX_USES = 2  # With more uses, and none in one word, it is the author's way of writing. Set by hand.


class OpenCompound(Rule):
    """Finds a compound written as two words that English writes as one: “book shelf” for “bookshelf”.

    fanlint checks only pairs of nouns that hardly any book writes as two words. It leaves alone compounds that are
    written as two words, such as “hot dog” and “high school”, and pairs that you always write that way.
    """

    scope = Document
    safety = Safety.UNSAFE
    message = "Write “{right}” as one word."
    examples = (
        "She put it on the {book shelf -> bookshelf} in his {bed room -> bedroom}.",
        "{Foot steps -> Footsteps} came nearer.",
        "She put it on the bookshelf in his bedroom.",
        "It was a long time since high school, and he ate a hot dog.",
        "A two-bed room was free. They made the bed. Room was scarce.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        # Imported here so that drafts in other languages never load it.
        from fanlint.language.en.compounds import solid_compounds

        tokens = item.tokens
        places = tokens.places
        for first, second in solid_compounds():
            if first not in places or second not in places or story.is_own(first + second):
                continue
            found = [index for index in places[first] if _is_pair(index, second, item)]
            if len(found) > _MAX_USES and first + second not in places:
                continue  # The author always writes it as two words.
            for index in found:
                right = match_case(tokens.words[index], first + second)
                yield self.found(tokens.span(index, index + 1), right, right=right)


def _is_pair(index: int, second: str, document: Document) -> bool:
    """Whether ``second`` follows the word at ``index`` and the two are not part of a longer compound."""
    tokens = document.tokens
    if index + 1 == len(tokens) or tokens.keys[index + 1] != second or tokens.gaps[index + 1] != " ":
        return False
    if tokens.words[index + 1][0].isupper() and not tokens.words[index].isupper():
        return False
    return tokens.gaps[index][-1:] != "-" and tokens.gaps[index + 2][:1] not in ("-", "'", "’")
