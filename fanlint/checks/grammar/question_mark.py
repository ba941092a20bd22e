"""A plain question that ends in a full stop."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_ASKS = frozenset("what why how where when who".split())
_HELPS = frozenset(
    "did do does didn't don't doesn't is isn't are aren't was wasn't were weren't can can't could couldn't would "
    "wouldn't will won't should shouldn't has hasn't have haven't had hadn't".split()
)
_WHO = frozenset("he she it you they i we".split())
_INSIDE = frozenset([" ", "-"])  # a comma may part a statement from the question: What can I say, I was there.
_LONGEST = 12  # words; a longer sentence may have forgotten that it asked
# “Where was I.” “What do I care.” “How could he.”: what nobody is to answer may end in a full stop.
_FEWEST = 4


class QuestionMark(Rule):
    """A question by the order of its words, and a full stop where its mark should be: What did you do.

    Only short and plain questions are looked at. A question that expects no answer may end in a full stop, if you want
    it to fall flat; fanlint only asks.
    """

    scope = Document
    severity = Severity.WARNING
    safety = Safety.UNSAFE
    message = "This is a question. Does it end in a question mark?"
    yields_to = ("dialogue/question-without-mark", "dialogue/full-stop-before-tag")
    examples = (
        "“What did you do to her{. -> ?}”",
        "“Why are they still here{. -> ?} Tell them to go.”",
        "“So where have you been all day{. -> ?}”",
        "“What did you do to her?”",
        "What he did to her was known.",
        "“What do I care.”",
        "What did it matter... Nobody came.",
        "How he hated it.",
        "“When are you coming,” she said.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for asks in _ASKS:
            for first in tokens.places.get(asks, ()):
                if first + 2 >= len(tokens) or tokens.keys[first + 1] not in _HELPS:
                    continue
                if tokens.keys[first + 2] not in _WHO or not _opens(first, item):
                    continue
                last = first + 2
                while last - first < _LONGEST and tokens.gaps[last + 1] in _INSIDE:
                    last += 1
                gap = tokens.gaps[last + 1]
                whole = last + 1 == len(tokens) or item.sentences.is_first(last + 1)  # and no “Mr.”
                if whole and last - first + 1 > _FEWEST and gap.startswith(".") and not gap.startswith(".."):
                    end = tokens.end(last)
                    yield self.found(Span(end, end + 1), "?")


def _opens(index: int, document: Document) -> bool:
    """Whether the word opens a sentence, but for a small word before it: So where …"""
    if document.sentences.is_first(index):
        return True
    return document.tokens.keys[index - 1] in ("so", "but", "and", "then") and document.sentences.is_first(index - 1)
