"""One word says one, the other several: “a moments”, “these mistake”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.language.en.parts_of_speech import words_of
from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_ONE = ("a", "an", "another", "every", "each", "this")
_SEVERAL = ("these", "those", "many", "several")
_ONE_OF_THEM_TOO = frozenset(
    "ways species series means customs communications masters sheep deer fish headquarters barracks crossroads gallows "
    "things amends savings sports news innings works chambers sessions inroads women men years pounds crew dear".split()
)
# The noun has ended where one of these comes; “a sports car” and “these stone walls” have not.
_FOLLOWS = frozenset("of in on was is were are that with and to for from at had has who which before after".split())


class Number(Rule):
    """A, another, this and every are for one thing; these, many and several are for more."""

    scope = Document
    severity = Severity.ERROR
    safety = Safety.UNSAFE
    message = "After “{before}” it is “{right}”."
    examples = (
        "He waited for another {moments -> moment}.",
        "He never forgot this absurd {moments -> moment}.",
        "She crossed these {river -> rivers} on several {valley -> valleys}.",
        "He waited for another moment.",
        "A species, a series, a sports car. Those stone walls stood long ago.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        for before, kind in (*((one, "nouns") for one in _ONE), *((several, "noun") for several in _SEVERAL)):
            for index in item.tokens.places.get(before, ()):
                noun = index + 1 + _is_adjective(index + 1, item)
                right = _other_number(noun, kind, item)
                if right and not (before == "another" and item.tokens.keys[index - 1 : index] == ["one"]):
                    message = self.message.replace("{before}", item.tokens.words[index]).replace("{right}", right)
                    yield self.found(item.tokens.span(noun), right, message=message)


def _is_adjective(index: int, document: Document) -> bool:
    """Whether a word is nothing but an adjective, and another word follows."""
    tokens = document.tokens
    return index + 1 < len(tokens) and tokens.gaps[index] == " " and tokens.keys[index] in words_of("adjective")


def _other_number(noun: int, kind: str, document: Document) -> str | None:
    """What the word at ``noun`` is to be, if it is a noun of ``kind`` that ends what the word before it began."""
    tokens = document.tokens
    if noun >= len(tokens) or tokens.gaps[noun] != " " or not tokens.words[noun].islower():
        return None
    word, after = tokens.keys[noun], tokens.gaps[noun + 1]
    follows = tokens.keys[noun + 1] if noun + 1 < len(tokens) and after == " " else ""
    ends = after[:1] in (".", "!", "?", ";") if kind == "noun" else after[:1] in (".", ",", "!", "?", ";")
    either = follows == "or" and tokens.keys[noun - 1] in ("another", "every", "each")  # a days or weeks is no slip
    if word in _ONE_OF_THEM_TOO or not (ends or either or follows in _FOLLOWS) or word not in words_of(kind):
        return None
    if kind == "nouns":
        return word[:-1] if word.endswith("s") and word[:-1] in words_of("noun") else None
    return f"{word}s" if not word.endswith("s") and f"{word}s" in words_of("nouns") else None
