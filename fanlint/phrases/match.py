"""Whether a phrase stands at a place of a document."""

from typing import NamedTuple

from fanlint.phrases.notation import Phrase
from fanlint.text.document import Document

_CLAUSE_ENDS = frozenset('.,;:!?…)]"”—–')


class Match(NamedTuple):
    start: int  # word indices: the whole phrase, and the fault in it
    stop: int
    first: int
    last: int
    phrase: Phrase


def find_match(phrase: Phrase, index: int, document: Document) -> Match | None:
    """The phrase with its anchor at word ``index``, or None."""
    tokens = document.tokens
    start = index - phrase.anchor
    stop = start + len(phrase.elements)
    if start < 0 or stop > len(tokens):
        return None
    for at, element in enumerate(phrase.elements, start):
        if not element.accepts(tokens.keys[at], tokens.words[at], document):
            return None
    for at, wanted in enumerate(phrase.gaps, start):
        if not _gap_fits(wanted, tokens.gaps[at], inner=start < at < stop):
            return None
    return Match(start, stop, start + phrase.first, start + phrase.last, phrase)


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
    if wanted == "^":
        return not gap or bool(marks) or "\n\n" in gap
    return not gap or (marks[:1] in _CLAUSE_ENDS and bool(marks)) or "\n\n" in gap
