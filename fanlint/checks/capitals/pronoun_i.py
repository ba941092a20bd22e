"""The pronoun I in lower case."""

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
    """The pronoun “I” is a capital wherever it stands.

    A passage that has no capitals at all, such as a text message, is left as it is, and so is a story whose narrator
    writes “i” throughout.
    """

    scope = Document
    safety = Safety.SAFE
    severity = Severity.ERROR
    message = "Write the pronoun “I” with a capital."
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
        small = [index for form in _FORMS for index in places.get(form, ()) if item.tokens.words[index][0] == "i"]
        if not small:
            return
        tall = sum(len(places.get(form, ())) for form in _FORMS) - len(small)
        # More small ones than capitals: a narrator's way of writing.
        if len(small) > max(2, tall):
            return
        for index in sorted(small):
            before, after = item.tokens.gaps[index], item.tokens.gaps[index + 1]
            if before[-1:] in ("(", "-", ".", "/", "’", "'") or after[:1] in (")", ".", "-", "/", ":"):
                continue
            block = item.block_at(item.tokens.start(index))
            if block is None or not _has_capitals(item, index):
                continue
            yield self.found(item.tokens.span(index), capitalise(item.tokens.words[index]))


def _has_capitals(document: Document, index: int) -> bool:
    """Whether the words around are written with capitals; a message typed all in lower case is not to be mended."""
    sentence = document.sentence_at(document.tokens.start(index))
    if sentence is None:
        return False
    block = sentence.block
    text = document.slice(block.span)
    return any(char.isupper() for char in text)
