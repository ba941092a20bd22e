"""Spaces inside guillemets and before high marks in French."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_SPACES = " \u00a0\u202f"
# Each place with the space that stands there, if any: inside guillemets, and before ; : ! ? after a word.
_GUILLEMETS = rf"«(?P<after>[{_SPACES}]?)(?=\w)|(?<=[\w.,!?…])(?P<before>[{_SPACES}]?)»"
_HIGH = rf"(?<=[^\W\d])(?P<before>[{_SPACES}]?)[;:!?]+(?=[\s»”\"]|$)"


class FrenchSpacing(Rule):
    """In French a space, best one that does not break, stands inside guillemets and before “;”, “:”, “!” and “?”.

    fanlint goes by what the story does most, for guillemets and for the other marks apart, and offers the kind of space
    that the story uses. It says nothing where both ways are level, or where the story never has such a space.
    """

    scope = Document
    safety = Safety.UNSAFE
    languages = ("fr",)
    message = "Elsewhere in this story a space stands here."
    example_language = "fr"
    examples = (
        "« Oui », dit-il. « Non », dit-elle. {« -> « }Bien », dit-il.",
        "Tu viens ? Oui ! Quand{? ->  ?} Demain.",
        "« Oui », dit-il. « Tu viens ? »",
        "«Oui», dit-il. «Tu viens?»",
        "Il est 12:30. Tu viens ? Oui !",
        "Tu viens ? Oui!",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        for pattern in (_GUILLEMETS, _HIGH):
            places = list(re.finditer(pattern, item.text))
            spaces = Counter(space for found in places if (space := _space(found)))
            bare = [found for found in places if not _space(found)]
            if sum(spaces.values()) > len(bare):
                usual = spaces.most_common(1)[0][0]
                for found in bare:
                    mark = found[0]
                    yield self.found(Span(*found.span()), mark + usual if mark == "«" else usual + mark)


def _space(found: re.Match[str]) -> str:
    return "".join(found[name] or "" for name in found.re.groupindex)
