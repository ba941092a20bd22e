"""A noun that does not agree with the word before it: “another moments”, “these mistake”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.language.en.parts_of_speech import words_of
from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_SINGULAR = ("a", "an", "another", "every", "each", "this")
_PLURAL = ("these", "those", "many", "several")
# Plurals that can also be singular, or follow a singular word in a compound or an idiom.
_SINGULAR_TOO = frozenset(
    "ways species series means customs communications masters sheep deer fish headquarters barracks crossroads gallows "
    "things amends savings sports news innings works chambers sessions inroads women men years pounds crew dear".split()
)
# Words that show that the noun phrase is complete, unlike “a sports car” and “these stone walls”.
_FOLLOWS = frozenset("of in on was is were are that with and to for from at had has who which before after".split())


class Number(Rule):
    """Finds a plural after a word for one thing, or a singular after a word for several: “another moments”.

    “A”, “another”, “this” and “every” take a singular noun; “these”, “those”, “many” and “several” take a plural.
    fanlint reports a word only if it is always a noun. It leaves alone words with the same form for both, such as
    “series”, and compounds, such as “a sports car”.
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.UNSAFE
    message = "Use “{right}” after “{before}”."
    examples = (
        "He waited for another {moments -> moment}.",
        "He never forgot this absurd {moments -> moment}.",
        "She crossed these {river -> rivers} on several {valley -> valleys}.",
        "He waited for another moment.",
        "A species, a series, a sports car. Those stone walls stood long ago.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        for before, kind in (*((one, "nouns") for one in _SINGULAR), *((several, "noun") for several in _PLURAL)):
            for index in item.tokens.places.get(before, ()):
                noun = index + 1 + _is_adjective(index + 1, item)
                right = _other_number(noun, kind, item)
                if right and not (before == "another" and item.tokens.keys[index - 1 : index] == ["one"]):
                    yield self.found(item.tokens.span(noun), right, before=item.tokens.words[index], right=right)


def _is_adjective(index: int, document: Document) -> bool:
    """Whether a word can only be an adjective and is followed by another word."""
    tokens = document.tokens
    return index + 1 < len(tokens) and tokens.gaps[index] == " " and tokens.keys[index] in words_of("adjective")


def _other_number(noun: int, kind: str, document: Document) -> str | None:
    """The other number of the word at ``noun``, if it is a noun of ``kind`` that completes the noun phrase."""
    tokens = document.tokens
    if noun >= len(tokens) or tokens.gaps[noun] != " " or not tokens.words[noun].islower():
        return None
    word, after = tokens.keys[noun], tokens.gaps[noun + 1]
    follows = tokens.keys[noun + 1] if noun + 1 < len(tokens) and after == " " else ""
    ends = after[:1] in (".", "!", "?", ";") if kind == "noun" else after[:1] in (".", ",", "!", "?", ";")
    # Before “or”, only these determiners show that the noun phrase is complete; “a” and “this” do not.
    either = follows == "or" and tokens.keys[noun - 1] in ("another", "every", "each")
    if word in _SINGULAR_TOO or not (ends or either or follows in _FOLLOWS) or word not in words_of(kind):
        return None
    if kind == "nouns":
        return word[:-1] if word.endswith("s") and word[:-1] in words_of("noun") else None
    return f"{word}s" if not word.endswith("s") and f"{word}s" in words_of("nouns") else None
