"""A past form after a modal verb or “to”: “she could went”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.language.en.parts_of_speech import plain_of_past
from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_MODALS = (
    "can could may might must shall should will would can't couldn't won't wouldn't shouldn't mustn't cannot i'll "
    "you'll he'll she'll we'll they'll"
).split()
# Subjects that may precede a modal. After other words, such as “the” and “his”, “will”, “might” and “can” are nouns.
_SUBJECTS = frozenset("i you he she it we they who that there this these those".split())
_OBJECTS = frozenset("me him her it us them the a an my his our their your its".split())
# Past forms that are also base forms or nouns: to bore someone, to saw wood.
_BASE_TOO = frozenset("bore saw drew thought found felt fell".split())


class PastAfterModal(Rule):
    """Finds a past form after “could”, “would”, “must” and similar verbs, or after “to”: “she could went”.

    After these words a verb takes its base form: “she could go”, “he wanted to take it”. fanlint leaves alone forms
    with another meaning, such as “bore” in “I won't bore you”, and nouns, such as “his will”.
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.UNSAFE
    message = "Use the base form “{right}” after “{before}”."
    yields_to = ("grammar/past-after-to", "grammar/past-after-did")
    examples = (
        "She could {went -> go} home.",
        "This enabled him to {took -> take} the horse.",
        "They'll {arrived -> arrive} soon.",
        "She could go home. His will broke first.",
        "The man she spoke to said no. I won't bore you.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for modal in (*_MODALS, "to"):
            for index in tokens.places.get(modal, ()):
                past = index + 1
                if past < len(tokens) and tokens.gaps[past] == " " and _is_mistake(index, item):
                    right = plain_of_past()[tokens.keys[past]]
                    yield self.found(tokens.span(past), right, before=tokens.words[index], right=right)


def _is_mistake(index: int, document: Document) -> bool:
    """Whether the modal or “to” at ``index`` precedes a word that can only be a past form.

    A modal must also have its subject before it, and “to” an object after the verb.
    """
    tokens = document.tokens
    keys, past = tokens.keys, index + 1
    if keys[past] in _BASE_TOO or not tokens.words[past].islower() or keys[past] not in plain_of_past():
        return False
    if keys[index] == "to":
        return (
            keys[past] != "had" and past + 1 < len(keys) and tokens.gaps[past + 1] == " " and keys[past + 1] in _OBJECTS
        )
    if tokens.words[index] in ("Will", "May"):
        return False
    alone = "'" in keys[index] or keys[index] == "cannot"
    return alone or (index > 0 and tokens.gaps[index] == " " and keys[index - 1] in _SUBJECTS)
