"""A missing comma before the name of the person spoken to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rule import Rule, Where
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.honorifics import HONORIFICS

_OPENERS = frozenset("yes no thanks sorry please okay ok congratulations".split())
# Two words that make a whole sentence, so that a name behind them can only be called.
_PAIRS = frozenset(
    tuple(pair.split())
    for pair in (
        "thank you|good morning|good night|good evening|good bye|of course|come on|let's go|forgive me|excuse me|"
        "welcome back|welcome home|help me|stop it|come here|well done|trust me|believe me|hurry up|look out|good luck|"
        "shut up|you're welcome|i'm sorry|i'm fine|i'm okay|good job|nice try"
    ).split("|")
)
_TITLES = frozenset("sensei senpai sempai sir ma'am".split())
# After “what I …” these verbs have their object already, so a name behind them can only be called.
_FILLED = frozenset(
    "found said say mean meant want wanted think thought heard hear did do need needed know knew learned learnt "
    "realized realised decided believe believed discovered like liked".split()
)
_ASKERS = frozenset({"i", "you", "he", "she", "we", "they"})
# A name before these opens no sentence about its bearer: Ilse, what are you doing?
_QUESTIONS = frozenset("what why where how who when".split())
_AFTER_QUESTION = frozenset(
    "are is do did have were can could will would should you the what's don't aren't didn't can't haven't".split()
)
# A name after “… you” is called where these words already have in “you” what they ask for.
_HAVE_YOU = frozenset(
    "told warned love loved hate hated miss missed need needed trust trusted believe believed thank saw hear heard "
    "with for to from of about like beat help without".split()
)
_ENDS = re.compile(r"[.,!?…]|$")


class VocativeComma(Rule):
    """A name that is called is set off by a comma: “No, Sakura-chan.” “Yes, sensei!”

    Without it the name reads as part of the sentence: “Let's eat Grandma” is the famous case. fanlint marks only places
    where the name can be nothing else: after a yes or no, a thank-you, before a question, or at the end of “what I
    found …” and “I told you …”.
    """

    scope = Document
    safety = Safety.UNSAFE
    where = Where.SPEECH
    message = "A comma sets off the name of the person spoken to."
    examples = (
        '"No{  -> , }Emi-chan, not today."',
        '"Thank you{  -> , }sensei!" Emi bowed.',
        '"Do you know what I found{  -> , }Emi-chan?" Jun asked.',
        '"Emi-chan{  -> , }what are you doing here?" Jun asked.',
        '"Emi{  -> , }why is he here?" Jun asked Emi.',
        "\"I'm sorry{  -> , }Emi-chan. Let's go{  -> , }Emi-chan!\"",
        '"I told you{  -> , }Emi-chan!"',
        '"No, Emi-chan."',
        '"Emi-chan, what are you doing here?"',
        '"I got you Emi-chan. Are you Emi-chan?"',
        '"No Emi would ever do that," said one Emi to another Emi.',
        '"You know what I told Emi-chan?" Jun asked.',
        '"Have you seen Emi-chan?"',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        keys, gaps = item.tokens.keys, item.tokens.gaps
        candidates = {
            place
            for word in _OPENERS.union(second for _, second in _PAIRS)
            for place in item.tokens.places.get(word, ())
        }
        for place in sorted(candidates):
            if _opens(place, item) and place + 1 < len(keys) and gaps[place + 1] == " ":
                end = _called(place + 1, item, story)
                if end and _ENDS.match(gaps[end].lstrip("*_")):
                    yield self.found(item.tokens.gap_span(place + 1), ", ")
        for place in item.tokens.places.get("what", ()):
            if place + 3 >= len(keys) or keys[place + 1] not in _ASKERS or keys[place + 2] not in _FILLED:
                continue
            if gaps[place + 1] == gaps[place + 2] == gaps[place + 3] == " ":
                end = _called(place + 3, item, story)
                if end and _ends_sentence(gaps[end]):
                    yield self.found(item.tokens.gap_span(place + 3), ", ")
        yield from self._before_questions(item, story)
        for place in item.tokens.places.get("you", ()):
            if place and keys[place - 1] in _HAVE_YOU and gaps[place] == gaps[place + 1] == " ":
                end = _called(place + 1, item, story)
                if end and _ends_sentence(gaps[end]):
                    yield self.found(item.tokens.gap_span(place + 1), ", ")

    def _before_questions(self, document: Document, story: Story) -> Iterator[Finding]:
        """Names that open a sentence, right before a question with its verb."""
        keys, gaps = document.tokens.keys, document.tokens.gaps
        places = {place for word in _QUESTIONS for place in document.tokens.places.get(word, ())}
        for place in sorted(places):
            if place + 1 >= len(keys) or gaps[place] != " " or gaps[place + 1] != " ":
                continue
            if keys[place + 1] not in _AFTER_QUESTION:
                continue
            if keys[place] in ("who", "when") and keys[place + 2 : place + 3] != ["you"]:
                continue  # Ilse who did it
            for first in (place - 1, place - 2):
                if first < 0 or not (document.sentences.is_first(first) or gaps[first].endswith(('"', "“"))):
                    continue
                known = first == place - 1 and document.tokens.words[first] in document.vocabulary.names
                if known or _called(first, document, story) == place:
                    yield self.found(document.tokens.gap_span(place), ", ")


def _ends_sentence(gap: str) -> bool:
    return gap[:1] in (".", "?", "!")


def _opens(place: int, document: Document) -> bool:
    """Whether the word at ``place`` ends a greeting that opens a sentence or a speech."""
    keys = document.tokens.keys
    first = place
    if place and (keys[place - 1], keys[place]) in _PAIRS:
        first = place - 1
    elif keys[place] not in _OPENERS:
        return False
    gap = document.tokens.gaps[first]
    return document.sentences.is_first(first) or gap.endswith(('"', "“", "‘", "'")) or gap.strip() in (",", "...", "…")


def _called(place: int, document: Document, story: Story) -> int:
    """The index of the word after a name or title that begins at ``place``; 0 where none begins."""
    tokens = document.tokens
    word = tokens.words[place]
    if tokens.keys[place] in _TITLES:
        return place + 1
    if not word[0].isupper() or word.endswith(("'s", "’s")):
        return 0
    has_honorific = place + 1 < len(tokens) and tokens.gaps[place + 1] == "-" and tokens.keys[place + 1] in HONORIFICS
    if has_honorific:
        return place + 2
    known = story.canon.words.get(word.lower())
    if (known and known.is_name) or story.names.get(word, 0) > 2:
        return place + 1
    return 0
