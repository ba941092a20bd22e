"""“A” before a vowel sound, or “an” before a consonant sound."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.language.en.articles import takes_an
from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.case import match_case
from fanlint.text.document import Document

# Words that never follow an article. Before them, “a” is a letter, a musical note or a different mistake.
_NEVER_AFTER = frozenset(
    "a an the is are am was were as at in on of or and if it its i us up out over under after all any each every "
    "either our he she they we you to for with from be been".split()
)


class Article(Rule):
    """Finds “a” before a vowel sound, or “an” before a consonant sound.

    The sound decides, not the spelling: an hour, an S-rank mission, an Uchiha, but a house, a unicorn, a one-way
    ticket. fanlint leaves alone words that take either article (a historic day, an historic day). With --fix, it never
    changes speech, because a character may talk that way.
    """

    scope = Document
    safety = Safety.SAFE
    message = "Use “{right}” before “{next}”; the first sound decides, not the first letter."
    examples = (
        "She gave him {a -> an} apple and {an -> a} unicorn.",
        "It was {a -> an} S-rank mission that took {a -> an} hour.",
        "{A -> An} old man sat there.",
        "She gave him an apple and a unicorn.",
        "It was a one-way ticket to a European city, an honest one.",
        "Plan A is simple. He got an A in it.",
        "An historic day, a historic day.",
        "“Salt an' pepper,” he said.",
        "It was a—an accident.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for article in ("a", "an"):
            for index in tokens.places.get(article, ()):
                if index + 1 < len(tokens) and self._is_article(index, item):
                    vowel = takes_an(tokens.words[index + 1])
                    wrong = vowel is not None and vowel is not (article == "an")
                    if wrong and _is_sure(index + 1, item, story):
                        right = match_case(tokens.words[index], "an" if vowel else "a")
                        in_speech = item.speech_at(tokens.start(index)) is not None
                        safety = Safety.UNSAFE if in_speech else self.safety
                        after = tokens.words[index + 1]
                        yield self.found(tokens.span(index), right, right=right, next=after, safety=safety)

    def _is_article(self, index: int, document: Document) -> bool:
        """Whether the word is an article before another word, not a letter, a stutter or a clipped “and” (an')."""
        tokens = document.tokens
        word, before, after = tokens.words[index], tokens.gaps[index], tokens.gaps[index + 1]
        if after not in (" ", "\n") or before[-1:] in ("-", "'", "’", ".") or word == "AN":
            return False
        if word[0].isupper() and not document.sentences.is_first(index):
            return False
        following = tokens.words[index + 1]
        if len(following) == 1 and (following.islower() or not tokens.gaps[index + 2].startswith("-")):
            return False  # A single letter may be a stutter, a name or a grade.
        stutters = tokens.gaps[index + 2].startswith("-") and len(following) <= 2 and following.islower()
        return following.lower() not in _NEVER_AFTER and not stutters


def _is_sure(index: int, document: Document, story: Story) -> bool:
    """Whether the word after the article is known; the first letter of a misspelt one may itself be wrong."""
    word = document.tokens.words[index]
    known = len(word) == 1 or story.knows(word) or word in story.names
    return known and not story.is_foreign(index)
