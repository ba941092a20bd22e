"""A small word with a capital letter after a comma."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Fix, Safety, replace
from fanlint.rules.rule import Rule, Where
from fanlint.story import Story
from fanlint.text.document import Document

# Conjunctions and adverbs that begin a clause but hardly ever a title.
_JOINERS = frozenset("But And Or So Then Because Although".split())
_WORDS = _JOINERS | frozenset(
    "But And Or So Then He She They His Her Their It We Because Although While When If As".split()
)


class AfterComma(Rule):
    """Finds a small word, such as “but” or “she”, with a capital letter after a comma.

    The sentence goes on after a comma, so the capital makes readers stop. If you meant to end the sentence, the capital
    is right and the comma should be a full stop. fanlint leaves verse alone, and capitals that seem to begin a title.
    """

    scope = Document
    safety = Safety.UNSAFE
    where = Where.NARRATION
    message = "Use a lower-case letter after a comma, or end the sentence with a full stop."
    examples = (
        "It confused them both, {But -> but} nobody said so.",
        "He ran down the stairs, {And -> and} the door fell shut.",
        "It confused them both. But nobody said so.",
        "Jon met Ilse, {But -> but} Ilse saw Jon first.",
        "In the beginning, God spoke.",
        "The cat sat,\nAnd the dog lay down.",
        "They had watched Singin' in the Rain, When Harry Met Sally and Hair.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for word in _WORDS:
            for index in tokens.places.get(word.lower(), ()):
                if tokens.words[index] != word or tokens.gaps[index] not in (", ", ",") or _in_title(index, item):
                    continue
                span = tokens.span(index)
                comma = tokens.gap_span(index)
                lower = replace(span, word.lower(), self.safety)
                stop: Fix = replace(comma, ". ", Safety.MANUAL, "Use a full stop instead of the comma.")
                yield self.found(span, fixes=(lower, stop))


def _in_title(index: int, document: Document) -> bool:
    """Whether the word seems to begin a title.

    The next word must have a capital too; if that word is a known name, the word before the comma must also have one.
    A conjunction before a name never counts as a title.
    """
    words, gaps = document.tokens.words, document.tokens.gaps
    follows = (
        index + 1 < len(words) and gaps[index + 1] == " " and words[index + 1][0].isupper() and words[index + 1] != "I"
    )
    if not follows:
        return False
    if words[index] in _JOINERS:
        return words[index + 1] not in document.vocabulary.names
    return words[index + 1] not in document.vocabulary.names or words[index - 1][0].isupper()
