"""A sentence that tells of a question and ends as if it were one."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule, Where
from fanlint.story import Story
from fanlint.text.document import Document

_TELLS = ("asked", "wondered")
_WHOM = frozenset("him her them me us you himself herself myself themselves".split())
_ASKS = frozenset("if whether why what where who how when".split())
_WHO = frozenset("he she they i we it".split())
_HELPS = frozenset("did do does is are was were can could would will should has have had".split())
_INSIDE = frozenset([" ", ", ", "-"])
_LONGEST = 25  # words


class IndirectQuestion(Rule):
    """Who tells that somebody asked does not ask: She wondered where he was.

    fanlint looks at sentences that begin with who asked or wondered, and hold no other clause before it.
    """

    scope = Document
    where = Where.NARRATION
    severity = Severity.WARNING
    safety = Safety.UNSAFE
    message = "This sentence tells of a question, so it ends in a full stop."
    examples = (
        "She wondered where he had been{? -> .}",
        "He asked her why she had left{? -> .}",
        "Mara asked if it was true{? -> .} Nobody spoke.",
        "She wondered where he had been.",
        "“Why?” she asked. What was he to say?",
        "She wondered: what had he done?",
        "Had she asked why he left?",
        "She wondered, where had he been?",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for verb in _TELLS:
            for place in tokens.places.get(verb, ()):
                asks = place + 1
                if asks < len(tokens) and tokens.keys[asks] in _WHOM:
                    asks += 1
                if asks >= len(tokens) or tokens.keys[asks] not in _ASKS or not _begins(place, item):
                    continue
                if any(gap != " " for gap in tokens.gaps[place : asks + 1]):
                    continue
                last = asks
                while last - asks < _LONGEST and last + 1 < len(tokens) and tokens.gaps[last + 1] in _INSIDE:
                    last += 1
                gap = tokens.gaps[last + 1]
                if gap.startswith("?") and not gap.startswith(("?!", "??")) and not _asks_itself(asks, item):
                    end = tokens.end(last)
                    yield self.found(Span(end, end + 1), ".")


def _begins(verb: int, document: Document) -> bool:
    """Whether who asks opens the sentence right before the verb: She …, Mara …"""
    tokens = document.tokens
    if verb == 0 or not document.sentences.is_first(verb - 1):
        return False
    return (
        tokens.keys[verb - 1] in _WHO
        or tokens.words[verb - 1] in document.vocabulary.names
        or _is_name(verb - 1, document)
    )


def _is_name(index: int, document: Document) -> bool:
    word = document.tokens.words[index]
    return word[0].isupper() and word.lower() not in document.vocabulary.counts


def _asks_itself(asks: int, document: Document) -> bool:
    """Whether the order of words is that of a question after all: wondered what was he doing."""
    return document.tokens.keys[asks] not in ("if", "whether") and document.tokens.keys[asks + 1] in _HELPS
