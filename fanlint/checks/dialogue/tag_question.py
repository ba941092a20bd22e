"""A missing comma before a short question at the end: “You knew didn't you?”"""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_AUXILIARIES = frozenset("do does did is are was were have has had can could will would should".split())
_NEGATED = frozenset(
    "don't doesn't didn't isn't aren't ain't wasn't weren't haven't hasn't hadn't can't couldn't won't wouldn't "
    "shouldn't".split()
)
_PRONOUNS = frozenset("you he she it we they".split())
# With one of these words, what comes before the question is no plain statement, or a longer question starts there.
_NOT_IN_STATEMENT = frozenset("and but or so if that because why what who where when how which than as".split())
_MIN_BEFORE = 3  # Minimum number of words before the pronoun of the question, including its verb. Set by hand.


class TagQuestion(Rule):
    """Finds a missing comma before a short question at the end of a sentence: “You knew didn't you?” she asked.

    The comma separates the question from the statement that it asks about: “You knew, didn't you?” fanlint checks only
    questions that repeat the first word of the sentence, here “you”, because others may ask about something else.
    """

    scope = Document
    safety = Safety.UNSAFE
    message = "Put a comma before the short question at the end."
    examples = (
        '"You knew him{  -> , }didn\'t you?"',
        '"It’s late already{  -> , }isn’t it?"',
        '"You don\'t know him{  -> , }do you?"',
        '"Well, she left{  -> , }didn\'t she?"',
        '"You knew him, didn\'t you?"',
        '"You ask me why didn\'t you?"',
        '"You want me to help or don\'t you?"',
        '"Didn\'t you?"',
        '"You said what did you?"',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens, gaps = item.tokens, item.tokens.gaps
        for who in _PRONOUNS:
            for place in tokens.places.get(who, ()):
                closes = gaps[place + 1].startswith("?") and gaps[place] == gaps[place - 1] == " "
                if place >= _MIN_BEFORE and closes and self._is_tag(place, item):
                    yield self.found(tokens.gap_span(place - 1), ", ")

    def _is_tag(self, place: int, document: Document) -> bool:
        """Whether a short question ends with the pronoun at ``place``: “didn't you”."""
        keys, gaps = document.tokens.keys, document.tokens.gaps
        first = place - 2
        while first > 0 and gaps[first] == " ":
            first -= 1
        before = keys[first : place - 1]
        if (
            len(before) < _MIN_BEFORE - 1
            or before[0].split("'")[0] not in _referents(keys[place])
            or _NOT_IN_STATEMENT.intersection(before)
        ):
            return False
        if not (document.sentences.is_first(first) or gaps[first].rstrip().endswith((",", '"', "“", "‘", "'"))):
            return False
        if keys[place - 1] in _NEGATED:
            return not any(word in _NEGATED for word in before)
        return keys[place - 1] in _AUXILIARIES and any(word in _NEGATED for word in before)


def _referents(pronoun: str) -> tuple[str, ...]:
    """The words at the start of a sentence that ``pronoun`` may refer to."""
    return ("it", "that", "this") if pronoun == "it" else (pronoun,)
