"""The pronoun “I” in lower case."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.case import capitalise
from fanlint.text.document import Document

_FORMS = ("i", "i'm", "i'll", "i've", "i'd")
_ALONE = frozenset({" ", '"', "“", " “", ' "', "", "\n\n"})


class PronounI(Rule):
    """Finds the pronoun “I” in lower case.

    In English the pronoun always takes a capital, so a lone “i” looks like a typing error. fanlint leaves alone any
    passage without capitals, such as a text message, and any story whose narrator usually writes “i”.
    """

    scope = Document
    safety = Safety.SAFE
    severity = Severity.ERROR
    message = "Write the pronoun “I” with a capital letter."
    examples = (
        "Mara said that {i -> I} was late. I was not.",
        "\"{i'm -> I'm} sorry,\" Mara said.",
        "I think, i.e. I hope.",
        "where r u, i am waiting",
        "i wrote this small. i always do. and i will.",
        "Rule (i) is clear.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        places = item.tokens.places
        lower = [index for form in _FORMS for index in places.get(form, ()) if item.tokens.words[index][0] == "i"]
        if not lower:
            return
        upper = sum(len(places.get(form, ())) for form in _FORMS) - len(lower)
        # If lower case is the more frequent form, it is how the narrator writes.
        if len(lower) > max(2, upper):
            return
        for index in sorted(lower):
            before, after = item.tokens.gaps[index], item.tokens.gaps[index + 1]
            if before[-1:] in ("(", "-", ".", "/", "’", "'") or after[:1] in (")", ".", "-", "/", ":"):
                continue
            block = item.block_at(item.tokens.start(index))
            if block is None or not _has_capitals(item, index):
                continue
            yield self.found(item.tokens.span(index), capitalise(item.tokens.words[index]))


def _has_capitals(document: Document, index: int) -> bool:
    """Whether the paragraph has any capital; a message typed all in lower case should stay as it is."""
    sentence = document.sentence_at(document.tokens.start(index))
    if sentence is None:
        return False
    block = sentence.block
    text = document.slice(block.span)
    return any(char.isupper() for char in text)
