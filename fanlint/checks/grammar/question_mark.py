"""A direct question that ends with a full stop."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_QUESTION_WORDS = frozenset("what why how where when who".split())
_AUXILIARIES = frozenset(
    "did do does didn't don't doesn't is isn't are aren't was wasn't were weren't can can't could couldn't would "
    "wouldn't will won't should shouldn't has hasn't have haven't had hadn't".split()
)
_SUBJECTS = frozenset("he she it you they i we".split())
# Gaps inside the question. A comma is not one of them, because a statement may follow it: What can I say, I was there.
_INSIDE = frozenset([" ", "-"])
_MAX_WORDS = 12  # A longer sentence may no longer be a question at its end. Set by hand.
# A question must have more words than this. A shorter one often expects no answer, so a full stop can be right: “What
# do I care.” Set by hand.
_RHETORICAL_WORDS = 4


class QuestionMark(Rule):
    """Finds a direct question that ends with a full stop: “What did you do to her.”

    The word order tells readers to expect a question mark. fanlint checks only short, simple questions of five words or
    more. A question that expects no answer may end with a full stop to sound flat, so fanlint only asks.
    """

    scope = Document
    severity = Severity.WARNING
    safety = Safety.UNSAFE
    message = "Does this sentence need a question mark? It is worded as a question."
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
        for asks in _QUESTION_WORDS:
            for first in tokens.places.get(asks, ()):
                if first + 2 >= len(tokens) or tokens.keys[first + 1] not in _AUXILIARIES:
                    continue
                if tokens.keys[first + 2] not in _SUBJECTS or not _opens(first, item):
                    continue
                last = first + 2
                while last - first < _MAX_WORDS and tokens.gaps[last + 1] in _INSIDE:
                    last += 1
                gap = tokens.gaps[last + 1]
                # The sentence really ends here; the full stop does not belong to an abbreviation such as “Mr.”
                whole = last + 1 == len(tokens) or item.sentences.is_first(last + 1)
                if whole and last - first + 1 > _RHETORICAL_WORDS and gap.startswith(".") and not gap.startswith(".."):
                    end = tokens.end(last)
                    yield self.found(Span(end, end + 1), "?")


def _opens(index: int, document: Document) -> bool:
    """Whether the word begins a sentence, or follows only a small word that does: So where …"""
    if document.sentences.is_first(index):
        return True
    return document.tokens.keys[index - 1] in ("so", "but", "and", "then") and document.sentences.is_first(index - 1)
