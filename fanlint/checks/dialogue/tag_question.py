"""A missing comma before “didn't you?”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_HELPS = frozenset("do does did is are was were have has had can could will would should".split())
_NEGATED = frozenset(
    "don't doesn't didn't isn't aren't ain't wasn't weren't haven't hasn't hadn't can't couldn't won't wouldn't "
    "shouldn't".split()
)
_WHO = frozenset("you he she it we they".split())
# Before these no whole sentence can have stood, or they open a question of their own.
_OPENS = frozenset("and but or so if that because why what who where when how which than as".split())
_FEWEST = 3  # words before the question, with the one that it takes up


class TagQuestion(Rule):
    """A comma parts a little question from the sentence that it asks about: “You knew, didn't you?”

    fanlint looks for questions that take up the first word of their sentence.
    """

    scope = Document
    safety = Safety.UNSAFE
    message = "A comma stands before the little question."
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
        for who in _WHO:
            for place in tokens.places.get(who, ()):
                closes = gaps[place + 1].startswith("?") and gaps[place] == gaps[place - 1] == " "
                if place >= _FEWEST and closes and self._is_tag(place, item):
                    yield self.found(tokens.gap_span(place - 1), ", ")

    def _is_tag(self, place: int, document: Document) -> bool:
        """Whether the verb before the pronoun at ``place`` is that of a little question."""
        keys, gaps = document.tokens.keys, document.tokens.gaps
        first = place - 2
        while first > 0 and gaps[first] == " ":
            first -= 1
        before = keys[first : place - 1]
        if (
            len(before) < _FEWEST - 1
            or before[0].split("'")[0] not in _same(keys[place])
            or _OPENS.intersection(before)
        ):
            return False
        if not (document.sentences.is_first(first) or gaps[first].rstrip().endswith((",", '"', "“", "‘", "'"))):
            return False
        if keys[place - 1] in _NEGATED:
            return not any(word in _NEGATED for word in before)
        return keys[place - 1] in _HELPS and any(word in _NEGATED for word in before)


def _same(pronoun: str) -> tuple[str, ...]:
    """What a sentence may begin with that ``pronoun`` takes up."""
    return ("it", "that", "this") if pronoun == "it" else (pronoun,)
