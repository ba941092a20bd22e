"""A missing comma after the interjection that opens speech: “Well I never.”"""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.majority import times, told_together
from fanlint.model import Edit, Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import STORY, Document

_INTERJECTIONS = frozenset("well hey ah um uh er hmm ugh wow aw ooh huh yeah yep nah".split())
_ANSWERS = frozenset("no yes yeah".split())
_SUBJECTS = frozenset(
    "i i'm i'll i've i'd you you're you'll you've we we're we'll it's he he's she she's they they're".split()
)
_AFTER_INTERJECTION = _SUBJECTS | frozenset(
    "it that that's this there's what what's why how where who wait look listen let's".split()
)


class InterjectionComma(Rule):
    """Finds a missing comma after the interjection that opens speech, as in “Well I never” or “Oh no you don't”.

    The comma shows the short pause that readers would hear: “Well, I never.” “Oh no, you don't.” Many writers leave it
    out where the words are spoken in one breath, so fanlint reports all places in one note.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Add a comma after the opening interjection if you hear a pause ({times})."
    examples = (
        '"Well{  -> , }I never."',
        '"Oh no{  -> , }you don\'t."',
        '"Hey{  -> , }wait!"',
        '"Well, I never." "Oh no, you don\'t."',
        '"Well done!" "Oh my god!" "Hey you!" "No way."',
        "He knew her well. I did, too.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        places = {*self._after_interjections(item), *self._after_answers(item)}
        edits = [Edit(item.tokens.gap_span(place), ", ") for place in sorted(places) if _is_said(place, item)]
        if edits:
            message = self.message.replace("{times}", times(len(edits)))
            yield told_together(self, edits, message, "Add the commas.")

    def _after_interjections(self, document: Document) -> Iterator[int]:
        """The places after a single interjection: Well, I never."""
        tokens = document.tokens
        for word in _INTERJECTIONS:
            for place in tokens.places.get(word, ()):
                if place + 1 < len(tokens) and tokens.gaps[place + 1] == " " and _opens(place, document):
                    after = tokens.keys[place + 1]
                    if after in _AFTER_INTERJECTION and not (after == "you" and tokens.gaps[place + 2] != " "):
                        yield place + 1

    def _after_answers(self, document: Document) -> Iterator[int]:
        """The places after “oh” and an answer: Oh no, you don't."""
        tokens = document.tokens
        for place in tokens.places.get("oh", ()):
            if place + 2 < len(tokens) and tokens.gaps[place + 1] == tokens.gaps[place + 2] == " ":
                answers = tokens.keys[place + 1] in _ANSWERS and tokens.keys[place + 2] in _SUBJECTS
                if answers and _opens(place, document):
                    yield place + 2


def _opens(place: int, document: Document) -> bool:
    return document.sentences.is_first(place) or document.tokens.gaps[place].endswith(('"', "“"))


def _is_said(place: int, document: Document) -> bool:
    speech = document.speech_at(document.tokens.start(place))
    return speech is not None and speech.block.kind in STORY
