"""Whether a phrase stands at a place of a document."""

from typing import NamedTuple

from fanlint.rules.phrases.notation import Phrase
from fanlint.text.document import Document

_CLAUSE_ENDS = frozenset('.,;:!?…)]"”—–')
_LEADING_IN = frozenset({",", ":"})
_DASHES = frozenset("—–-")
_OPENING = frozenset({'"', "“", "‘", "'", "(", "*", "_"})


class Match(NamedTuple):
    start: int  # word indices: the whole phrase, and the mistake in it
    stop: int
    first: int
    last: int
    phrase: Phrase


def match_at(phrase: Phrase, start: int, document: Document) -> Match | None:
    """The phrase with its first word at word ``start``, or None."""
    tokens = document.tokens
    stop = start + len(phrase.elements)
    if start < 0 or stop > len(tokens):
        return None
    for at, element in enumerate(phrase.elements, start):
        if not element.accepts(tokens.keys[at], tokens.words[at], document):
            return None
    for at, wanted in enumerate(phrase.gaps, start):
        if wanted == "^^":
            if not _starts_sentence(at, document):
                return None
        elif at > 0 and not _gap_fits(wanted, tokens.gaps[at], inner=start < at < stop):
            return None
    return Match(start, stop, start + phrase.first, start + phrase.last, phrase)


def is_name(match: Match, document: Document) -> bool:
    """Whether the word in question is a name here: Drew and Rose are no verbs with a capital within a sentence."""
    names = document.vocabulary.names
    return any(
        document.tokens.words[index] in names and not document.sentences.is_first(index)
        for index in range(match.first, match.last)
    )


def _starts_sentence(at: int, document: Document) -> bool:
    """Whether the word at ``at`` begins a sentence, or a speech that a comma leads in to."""
    marks = document.tokens.gaps[at].strip()
    return document.sentences.is_first(at) or (marks[:1] in _LEADING_IN and marks[-1] in _OPENING)


def _gap_fits(wanted: str, gap: str, *, inner: bool) -> bool:
    marks = gap.strip()
    if wanted == "":
        # Inside a phrase only white space may stand; at its edges anything but a hyphen, which makes another word.
        return (
            (not marks and len(gap) > 0 and gap.count("\n") < 2)
            if inner
            else not gap.endswith("-") and not gap.startswith("-")
        )
    if wanted == ",":
        return marks == ","
    if "\n\n" in gap or not gap:
        return True
    if wanted == "^":
        # A quoted word in the middle of a clause does not begin one.
        return bool(marks) and (marks not in _OPENING or "\n" in gap)
    # The mark that ends a clause stands at its last word; only a dash may stand apart.
    return gap[0] in _CLAUSE_ENDS or (marks[:1] in _DASHES and gap != "-")
