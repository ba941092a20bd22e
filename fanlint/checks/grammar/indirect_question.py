"""An indirect question that ends with a question mark."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule, Where
from fanlint.story import Story
from fanlint.text.document import Document

_REPORTING_VERBS = ("asked", "wondered")
_OBJECTS = frozenset("him her them me us you himself herself myself themselves".split())
_QUESTION_WORDS = frozenset("if whether why what where who how when".split())
_SUBJECTS = frozenset("he she they i we it".split())
_AUXILIARIES = frozenset("did do does is are was were can could would will should has have had".split())
_INSIDE = frozenset([" ", ", ", "-"])
_MAX_WORDS = 25  # Maximum length of the indirect question. Set by hand.


class IndirectQuestion(Rule):
    """Finds an indirect question that ends with a question mark: “She wondered where he was?”

    Such a sentence reports a question but does not ask one, so it ends with a full stop. fanlint checks only sentences
    that begin with a subject and “asked” or “wondered”. It leaves alone those with the word order of a real question.
    """

    scope = Document
    where = Where.NARRATION
    severity = Severity.WARNING
    safety = Safety.UNSAFE
    message = "Use a full stop here; the sentence reports a question but does not ask one."
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
        for verb in _REPORTING_VERBS:
            for place in tokens.places.get(verb, ()):
                asks = place + 1
                if asks < len(tokens) and tokens.keys[asks] in _OBJECTS:
                    asks += 1
                if asks >= len(tokens) or tokens.keys[asks] not in _QUESTION_WORDS or not _begins(place, item):
                    continue
                if any(gap != " " for gap in tokens.gaps[place : asks + 1]):
                    continue
                last = asks
                while last - asks < _MAX_WORDS and last + 1 < len(tokens) and tokens.gaps[last + 1] in _INSIDE:
                    last += 1
                gap = tokens.gaps[last + 1]
                if gap.startswith("?") and not gap.startswith(("?!", "??")) and not _is_direct(asks, item):
                    end = tokens.end(last)
                    yield self.found(Span(end, end + 1), ".")


def _begins(verb: int, document: Document) -> bool:
    """Whether the word before the verb begins the sentence and is a pronoun or a name."""
    tokens = document.tokens
    if verb == 0 or not document.sentences.is_first(verb - 1):
        return False
    return (
        tokens.keys[verb - 1] in _SUBJECTS
        or tokens.words[verb - 1] in document.vocabulary.names
        or _is_name(verb - 1, document)
    )


def _is_name(index: int, document: Document) -> bool:
    """Whether the word has a capital and the draft never has it in lower case."""
    word = document.tokens.words[index]
    return word[0].isupper() and word.lower() not in document.vocabulary.counts


def _is_direct(asks: int, document: Document) -> bool:
    """Whether the word order is that of a real question: wondered what was he doing."""
    return document.tokens.keys[asks] not in ("if", "whether") and document.tokens.keys[asks + 1] in _AUXILIARIES
