"""Finds where sentences end."""

from typing import NamedTuple

from fanlint.model import Span
from fanlint.text.blocks import Block
from fanlint.text.tokens import Tokens

_TERMINATORS = frozenset(".!?…")

ABBREVIATIONS = frozenset(
    "mr mrs ms dr st prof sr jr vs capt sgt lt col gen cpl pvt rev hon messrs mme mlle gov sen rep vol pp fig approx "
    "dept est etc oz lb lbs ft hr hrs mins secs co inc ltd corp bros ave blvd mt jan feb apr aug sept oct nov dec esq "
    "ext eds cf viz al misc avg".split()
)


class Sentence(NamedTuple):
    """A sentence of one block: from its opening mark to its end mark; words ``first`` to ``last`` (exclusive)."""

    span: Span
    first: int
    last: int
    block: Block


def ends_sentence(gap: str) -> bool:
    """Whether the marks before the white space of a gap can end a sentence."""
    marks = gap.rstrip()
    head = marks.split(None, 1)[0] if marks else ""
    return any(mark in _TERMINATORS for mark in head)


def sentences_of(tokens: Tokens, blocks: tuple[Block, ...]) -> tuple[Sentence, ...]:
    """The sentences of every block, in order. A block without a word has none."""
    words, gaps = tokens.words, tokens.gaps
    ending = {gap for gap in set(gaps) if any(char.isspace() for char in gap) and ends_sentence(gap)}
    out: list[Sentence] = []
    for block in blocks:
        first, stop = tokens.at(block.span.start), tokens.at(block.span.end)
        if stop < len(tokens) and tokens.start(stop) < block.span.end:
            stop += 1
        start = block.span.start
        for index in range(first + 1, stop):
            if gaps[index] in ending and _starts_anew(words[index - 1], gaps[index], words[index]):
                at = tokens.gap_span(index).start
                end, begin = _cut(gaps[index])
                out.append(Sentence(Span(start, at + end), first, index, block))
                start, first = at + begin, index
        if first < stop:
            out.append(Sentence(Span(start, block.span.end), first, stop, block))
    return tuple(out)


def _starts_anew(before: str, gap: str, after: str) -> bool:
    if after[0].islower():
        return False
    return not (
        gap.startswith(".")
        and gap.strip() == "."
        and (before.lower() in ABBREVIATIONS or (len(before) == 1 and before.isupper() and before != "I"))
    )


def _cut(gap: str) -> tuple[int, int]:
    """Where in a gap one sentence ends and the next begins, in code points: before and after its first white space."""
    end = next((index for index, char in enumerate(gap) if char.isspace()), len(gap))
    return end, len(gap) - len(gap[end:].lstrip())
