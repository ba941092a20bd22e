"""A missing space inside guillemets or before ; : ! or ? in French."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# An ordinary space, a no-break space and a narrow no-break space.
_SPACES = " \u00a0\u202f"
# Places that may have a space, with that space as a group: inside guillemets, and before ; : ! ? after a word.
_GUILLEMETS = rf"«(?P<after>[{_SPACES}]?)(?=\w)|(?<=[\w.,!?…])(?P<before>[{_SPACES}]?)»"
_OTHER_MARKS = rf"(?<=[^\W\d])(?P<before>[{_SPACES}]?)[;:!?]+(?=[\s»”\"]|$)"


class FrenchSpacing(Rule):
    """Finds a missing space inside guillemets or before “;”, “:”, “!” and “?” in a French story.

    French puts a space there, preferably a non-breaking one. fanlint reports a missing space only if the story usually
    has one, and it judges guillemets separately from the other marks. The fix adds the kind of space that the story
    uses most.
    """

    scope = Document
    safety = Safety.UNSAFE
    languages = ("fr",)
    message = "Add a space here; this story usually has one."
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
        for pattern in (_GUILLEMETS, _OTHER_MARKS):
            places = list(re.finditer(pattern, item.text))
            spaces = Counter(space for found in places if (space := _space(found)))
            bare = [found for found in places if not _space(found)]
            if sum(spaces.values()) > len(bare):
                usual = spaces.most_common(1)[0][0]
                for found in bare:
                    mark = found[0]
                    yield self.found(Span(*found.span()), mark + usual if mark == "«" else usual + mark)


def _space(found: re.Match[str]) -> str:
    """The space at a matched place, or an empty string."""
    return "".join(found[name] or "" for name in found.re.groupindex)
