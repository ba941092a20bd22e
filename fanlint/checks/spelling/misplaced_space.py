"""A space that is inside a word or one letter too early or too late."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# Words that only lack an apostrophe, so moving the space would be the wrong fix: “thats it” does not mean “that sit”.
_WITHOUT_APOSTROPHE = frozenset(
    "thats whats theres heres whos dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wouldnt couldnt "
    "shouldnt youre theyre youve theyve weve ive youll theyll itll thatll".split()
)


class MisplacedSpace(Rule):
    """Finds a space that is one letter off (“an dbegging”) or inside a word (“toge ther”).

    fanlint reports the two pieces only if at least one of them is not a word and moving or removing the space makes
    everything right. It leaves alone foreign phrases and words that you use three times or more.
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.UNSAFE
    message = "Did you mean “{right}”? The space is in the wrong place."
    examples = (
        "She was crying {an dbegging -> and begging} him to stay.",
        "They stood {toge ther -> together} in the rain.",
        "She was crying and begging him to stay.",
        "An drow came by, and a drow is an elf.",
        "He said an grbl was there.",
        "He said thats it.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if not story.is_english:
            return
        tokens = item.tokens
        taken = -1
        unknown = sorted(
            index
            for word, places in story.unknown.items()
            if len(places) < 3 and word.lower() not in _WITHOUT_APOSTROPHE
            for index in places
            if not story.is_foreign(index)
        )
        for index in unknown:
            for first in (index - 1, index):
                if first <= taken or first < 0 or first + 1 >= len(tokens) or tokens.gaps[first + 1] != " ":
                    continue
                best = story.suggester.rejoin(tokens.words[first], tokens.words[first + 1])
                if best is not None:
                    yield self.found(tokens.span(first, first + 1), best.text, right=best.text)
                    taken = first + 1
                    break
