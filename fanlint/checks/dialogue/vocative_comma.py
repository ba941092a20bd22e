"""A missing comma beside the name of the person spoken to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from fanlint.checks.address import (
    AFTER_QUESTION,
    ARTICLES,
    ASKERS,
    ASKING,
    BE,
    BEFORE_CLAUSES,
    BEFORE_SIR,
    CLAUSES,
    COMMANDS,
    CONTRACTED,
    FILLED,
    FINAL,
    FRIENDS,
    KIN,
    NOBODY,
    ONLY_CALLED,
    OPENERS,
    QUESTIONS,
    STATES,
    TAKING,
    TITLES,
    TOLD,
    TOLD_YOU,
    WHOLE_QUESTIONS,
    YOU_DO,
)
from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule, Where
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.honorifics import HONORIFICS

_MAX_SOUND = 2  # Maximum number of letters in a stuttered sound before a word. Set by hand.
_QUOTES = ('"', "“", "‘", "'")


class VocativeComma(Rule):
    """Finds a missing comma beside the name of the person spoken to.

    Direct address takes a comma: “No, Sakura-chan.” “Yes, sensei!” “Naruto, what are you doing?” Without it, the name
    reads as part of the sentence, as in the famous “Let's eat Grandma”. fanlint checks only places where the name can
    be nothing else: after a yes or no, thanks or a complete question, before a question or “you're …”, and after
    phrases such as “what I found” or “I told you”.
    """

    scope = Document
    safety = Safety.UNSAFE
    where = Where.SPEECH
    message = "Direct address takes a comma."
    examples = (
        '"No{  -> , }Emi-chan, not today."',
        '"Thank you{  -> , }sensei!" Emi bowed.',
        '"Do you know what I found{  -> , }Emi-chan?" Jun asked.',
        '"Emi-chan{  -> , }what are you doing here?" Jun asked.',
        '"Emi{  -> , }why is he here?" Jun asked Emi.',
        "\"I'm sorry{  -> , }Emi-chan. Let's go{  -> , }Emi-chan!\"",
        '"I told you{  -> , }Emi-chan!"',
        '"Let\'s eat{  -> , }Grandma. What are you doing{  -> , }Grandma?"',
        '"I\'m sorry{ Emi-chan  -> , Emi-chan, }but I have to go."',
        '"I suspect{ Emi-chan  -> , Emi-chan, }you know why."',
        '"Emi-chan{  -> , }you\'re late again{  -> , }Emi-chan."',
        '"Emi-chan{  -> , }wait! W-what is it{  -> , }Emi-chan? Emi-chan{  -> , }look at me."',
        '"Help me{  -> , }Mom!" Then Emi ran. "Are you okay{  -> , }Emi-chan?"',
        '"Do you need anything{  -> , }sir?"',
        '"Thanks{  -> , }dude. Come on{  -> , }guys, I love you{  -> , }mom!"',
        '"I love you guys. Please honey the tea."',
        '"No, Emi-chan."',
        '"Emi-chan, what are you doing here?"',
        '"I got you Emi-chan. Are you Emi-chan? She told me about the late Emi-chan."',
        '"No Emi would ever do that," said one Emi to another Emi.',
        '"You know what I told Emi-chan?" Jun asked.',
        '"Have you seen Emi-chan? Give me Emi-chan! Let\'s find Emi-chan."',
        '"The Emi-chan you know is gone. I know Emi-chan. God help you."',
        '"Call me Emi-chan," Emi said. "Call him sir. My good sir!"',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for first, last in sorted(_Places(item, story).all()):
            span = Span(tokens.gap_span(first).start, tokens.gap_span(last).end)
            commas = item.slice(Span(tokens.start(first), tokens.end(last - 1))) if last > first else ""
            yield self.found(span, f", {commas}, " if commas else ", ")


class _Places:
    """The places in a draft that lack a comma, as pairs of gaps.

    The two gaps are those before and after a name, or the same gap twice if the comma is missing on one side only.
    """

    def __init__(self, document: Document, story: Story) -> None:
        self._document = document
        self._story = story
        self._tokens = document.tokens
        self._keys = document.tokens.keys
        self._gaps = document.tokens.gaps

    def all(self) -> set[tuple[int, int]]:
        """All places, in no order."""
        alone = {*self.after_openers(), *self.before_clauses(), *self.at_ends(), *self.before_titles()}
        return {*alone, *self.in_between()}

    def after_openers(self) -> Iterator[tuple[int, int]]:
        """After an opening that is complete: Yes, Ilse. I'm sorry, Ilse, but …"""
        for last in sorted({place for phrase in OPENERS for place in self._of(phrase[-1])}):
            phrase = self._phrase(last, OPENERS)
            stop = self._called(last + 1) if phrase and self._is_joined(last + 1) else 0
            if not stop or not self._opens(last - len(phrase) + 1, softly=True):
                continue
            if phrase == ("no",) and (self._gaps[stop][:1] == "?" or self._key(stop) == "either"):
                continue  # “No Ilse?” asks whether she is missing.
            if self._gaps[stop].lstrip("*_")[:1] in ("", *".,!?…"):
                yield last + 1, last + 1
            elif phrase in BEFORE_CLAUSES and self._gaps[stop] == " " and self._key(stop) in CLAUSES:
                yield last + 1, stop

    def before_clauses(self) -> Iterator[tuple[int, int]]:
        """Before a clause that speaks to the person: Ilse, what are you doing? Ilse, you're late."""
        for word in sorted(QUESTIONS | CONTRACTED | ASKING | COMMANDS | {"you"}):
            for place in self._of(word):
                if place and self._gaps[place] == " " and self._is_clause(place):
                    for first in (place - 1, place - 2):
                        if first >= 0 and self._opens(first) and self._called(first, opening=True) == place:
                            yield place, place

    def at_ends(self) -> Iterator[tuple[int, int]]:
        """At the end of a complete clause: I told you, Ilse. What are you doing, Ilse?"""
        last_words = {*FINAL, *STATES, *TAKING, *FILLED, *(phrase[-1] for phrase in WHOLE_QUESTIONS)}
        for word in sorted(last_words):
            for place in self._of(word):
                if not self._is_joined(place + 1) or not self._is_whole(place):
                    continue
                stop = self._called(place + 1)
                if word == "you" and self._key(place + 1) == "guys":
                    continue  # “I love you guys” is right without a comma.
                if stop and self._gaps[stop][:1] in (".", "?", "!", ","):
                    yield place + 1, place + 1

    def before_titles(self) -> Iterator[tuple[int, int]]:
        """Before “sir” or “ma'am” at the end: Do you need anything, sir?"""
        for title in ONLY_CALLED:
            for place in self._tokens.places.get(title, ()):
                ends = place and self._is_joined(place) and self._gaps[place + 1][:1] in (".", "?", "!")
                if ends and self._tokens.words[place].islower() and self._key(place - 1) not in BEFORE_SIR:
                    yield place, place

    def in_between(self) -> Iterator[tuple[int, int]]:
        """On both sides of a name within a sentence: I think, Ilse, you know why."""
        for word in sorted(TOLD):
            for place in self._of(word):
                stop = self._called(place + 1) if self._is_joined(place + 1) else 0
                if stop and self._gaps[stop] == " " and self._key(stop) == "you" and self._key(stop + 1) in TOLD_YOU:
                    yield place + 1, stop

    def _of(self, word: str) -> list[int]:
        """The places of a word; if a name or title should follow it, only those where a capital or a title does."""
        words, keys = self._tokens.words, self._keys
        if word in QUESTIONS | CONTRACTED | ASKING | COMMANDS:
            return list(self._tokens.places.get(word, ()))
        return [
            place
            for place in self._tokens.places.get(word, ())
            if word == "you"
            or (place + 1 < len(keys) and (words[place + 1][0].isupper() or keys[place + 1] in TITLES | FRIENDS))
        ]

    def _key(self, index: int) -> str:
        return self._keys[index] if index < len(self._keys) else ""

    def _is_joined(self, index: int) -> bool:
        """Whether only a space comes before the word at ``index``."""
        return index < len(self._keys) and self._gaps[index] == " "

    def _phrase(self, last: int, phrases: frozenset[tuple[str, ...]]) -> tuple[str, ...]:
        """The longest of the phrases that ends with the word at ``last``; empty if there is none."""
        first = last
        while first > 0 and last - first < 3 and self._gaps[first] == " ":
            first -= 1
        for start in range(first, last + 1):
            if (phrase := tuple(self._keys[start : last + 1])) in phrases:
                return phrase
        return ()

    def _opens(self, first: int, softly: bool = False) -> bool:
        """Whether the word at ``first`` starts a sentence or speech or, with ``softly``, follows a comma or dots."""
        while first > 0 and self._gaps[first] == "-" and len(self._keys[first - 1]) <= _MAX_SOUND:
            first -= 1
        gap = self._gaps[first]
        if self._document.sentences.is_first(first) or gap.endswith(_QUOTES[: None if softly else 2]):
            return True
        return softly and gap.strip() in (",", "...", "…")

    def _is_clause(self, place: int) -> bool:
        """Whether the word at ``place`` starts a clause of its own that says nothing about the name before it."""
        word, after, more = self._key(place), self._key(place + 1), self._key(place + 2)
        if word in COMMANDS:
            # After a plural, “wait” may be its verb (the Weasleys wait outside), and “look” may be a noun.
            plural = self._keys[place - 1].endswith("s")
            return not plural and (word != "look" or after in ("at", "here", "out", "what"))
        if self._gaps[place + 1] != " ":
            return False
        if word in QUESTIONS:
            return after in AFTER_QUESTION and (word not in ("who", "when") or more == "you")
        if word in CONTRACTED:
            return True
        if word == "you":
            return after in YOU_DO
        return after == "you"

    def _is_whole(self, place: int) -> bool:
        """Whether the word at ``place`` completes its clause, so that a name after it can only be direct address."""
        word, before = self._keys[place], self._keys[place - 1] if place and self._gaps[place] == " " else ""
        if question := self._phrase(place, WHOLE_QUESTIONS):
            return self._opens(place - len(question) + 1, softly=True)
        if word in TAKING:
            return before in TAKING[word]
        if word in FINAL:
            return before not in ARTICLES
        if word in STATES and before in BE:
            return True
        return word in FILLED and before in ASKERS and self._keys[place - 2 : place - 1] == ["what"]

    def _called(self, place: int, opening: bool = False) -> int:
        """The index of the word after a name or title that starts at ``place``; 0 if there is none.

        With ``opening``, the name starts its sentence. Any name in the English dictionary is then accepted.
        """
        if place >= len(self._keys):
            return 0
        word, key = self._tokens.words[place], self._keys[place]
        if key in TITLES or (key in FRIENDS and word.islower() and not opening):
            return place + 1
        if not word[0].isupper() or len(word) < 2 or "'" in key or key in NOBODY:
            return 0
        if place + 1 < len(self._keys) and self._gaps[place + 1] == "-":
            return place + 2 if self._keys[place + 1] in HONORIFICS else 0
        known = self._story.canon.words.get(key)
        if (known and known.is_name) or self._story.names.get(word, 0) > 2:
            return place + 1
        if key in KIN or word in self._addressed or (opening and self._story.lexicon.is_proper(word)):
            return place + 1
        return 0

    @cached_property
    def _addressed(self) -> frozenset[str]:
        """Names that the story uses elsewhere in direct address, with the comma: “Ilse, run!” “I know, Ilse.”"""
        words, gaps = self._tokens.words, self._gaps
        found = set()
        for gap in self._tokens.gap_places:
            if gap[-1:] in ('"', "“"):
                for place in self._tokens.gap_places[gap]:
                    if place + 1 < len(words) and gaps[place + 1] == ", " and words[place + 1][0].islower():
                        found.add(words[place])
            elif gap[:1] in (".", "!", "?") and gap[1:2] in ('"', "”"):
                found.update(words[place - 1] for place in self._tokens.gap_places[gap] if gaps[place - 1] == ", ")
        return frozenset(found & self._document.vocabulary.names)
