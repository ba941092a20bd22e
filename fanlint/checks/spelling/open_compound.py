"""A compound in two words that English writes in one."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.case import match_case
from fanlint.text.document import Document

_HABIT = 2  # uses up to which it is a slip


class OpenCompound(Rule):
    """Bookshelf, bedroom and saddlebag are one word.

    fanlint marks only pairs of nouns that hardly any book writes apart, and none that is a phrase as well: hot dog and
    high school stay as they are.
    """

    scope = Document
    safety = Safety.UNSAFE
    message = "“{right}” is one word."
    examples = (
        "She put it on the {book shelf -> bookshelf} in his {bed room -> bedroom}.",
        "{Foot steps -> Footsteps} came nearer.",
        "She put it on the bookshelf in his bedroom.",
        "It was a long time since high school, and he ate a hot dog.",
        "A two-bed room was free. They made the bed. Room was scarce.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        from fanlint.language.en.compounds import solid_compounds  # not for other languages

        tokens = item.tokens
        places = tokens.places
        for first, second in solid_compounds():
            if first not in places or second not in places or story.is_own(first + second):
                continue
            found = [index for index in places[first] if _is_pair(index, second, item)]
            if len(found) > _HABIT and first + second not in places:
                continue  # the author's way of writing it
            for index in found:
                right = match_case(tokens.words[index], first + second)
                message = self.message.replace("{right}", right)
                yield self.found(tokens.span(index, index + 1), right, message=message)


def _is_pair(index: int, second: str, document: Document) -> bool:
    """Whether the word at ``index`` and ``second`` stand side by side as two words, and as part of nothing longer."""
    tokens = document.tokens
    if index + 1 == len(tokens) or tokens.keys[index + 1] != second or tokens.gaps[index + 1] != " ":
        return False
    if tokens.words[index + 1][0].isupper() and not tokens.words[index].isupper():
        return False
    return tokens.gaps[index][-1:] != "-" and tokens.gaps[index + 2][:1] not in ("-", "'", "’")
