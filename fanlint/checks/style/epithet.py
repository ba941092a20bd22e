"""“The pinkette”, “the older man”: people whom the story has names for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fanlint.checks.narration import commonest, counted, narrated, narration_length
from fanlint.model import Finding, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_HAIR = (
    "pinkette bluenette purplette greenette silverette ravenette noirette whitette orangette redette blonde blond "
    "brunette brunet redhead"
).split()
_LOOKS = frozenset({"haired", "eyed", "skinned", "headed"})
_AGES = frozenset("older younger taller shorter smaller bigger larger elder slimmer blonde blond brunette".split())
_PERSONS = frozenset(
    "man woman boy girl male female teen teenager guy ninja shinobi kunoichi wizard witch demon alpha omega mare "
    "stallion lad lass youth kid child genin chunin jonin jounin nin boyfriend twin brother sister".split()
)
_LEAST = 4  # uses, below which they are no habit
_RATE = 0.5  # uses in 1,000 words of narration, from which they are one
_NAMED = 3  # uses of a name that shows that people here have names


class Epithet(Rule):
    """Where a name would do, “the raven-haired boy” makes readers ask whether somebody new has come in.

    Of a stranger it is just right, and so it is where the person telling knows no name. fanlint counts such words in
    the narration of a story whose people have names, and speaks up where they are many. A name, or “he”, is hardly
    ever noticed twice.
    """

    scope = Document
    severity = Severity.HINT
    message = "People are named by looks or age {count} times: {words}. A name or “he” would hardly be noticed."
    examples = (
        "Marten ran. Old Marten fell, and Marten rose. The {pinkette} laughed. The pinkette sat. The pinkette wept. "
        "The older man smiled.",
        "Marten ran. Old Marten fell, and Marten rose. Then the {raven-haired boy} laughed. The taller boy sat. The "
        "blonde wept. The older man smiled.",
        "The raven-haired boy laughed. Then the taller boy sat. The blonde wept. An older man smiled.",
        "Marten ran. Old Marten fell, and Marten rose. The raven-haired boy laughed. The raven flew off.",
        "Marten ran. Old Marten fell, and Marten rose. The raven flew, and the raven sang. The ravens flew.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        counts = item.vocabulary.counts
        if not any(counts[name] >= _NAMED for name in item.vocabulary.names):
            return
        pairs = sorted({(start, stop) for start, stop in _epithets(item) if narrated(item, (start,))})
        if len(pairs) >= max(_LEAST, _RATE * narration_length(item) / 1000):
            spans = [item.tokens.span(start, stop) for start, stop in pairs]
            message = self.message.replace("{count}", f"{len(spans):,}")
            words = commonest("the " + item.slice(span) for span in spans)
            yield counted(self, spans, message.replace("{words}", words))


def _epithets(document: Document) -> Iterator[tuple[int, int]]:
    """First and last word of each epithet after “the”."""
    tokens = document.tokens
    keys, gaps = tokens.keys, tokens.gaps
    for index in _places(_HAIR, document):
        alone = index + 1 == len(keys) or not (gaps[index + 1] == " " and keys[index + 1] in _PERSONS)
        if _is_after_the(index, document) and alone and gaps[index + 1] != "-":
            yield index, index
    for index in _places(_AGES, document):
        if _is_after_the(index, document) and index + 1 < len(keys) and keys[index + 1] in _PERSONS:
            yield index, index + 1
    for index in _places(_LOOKS, document):
        if index > 1 and gaps[index] in ("-", " ") and _is_after_the(index - 1, document):
            last = index + 1
            if last < len(keys) and gaps[last] == " " and keys[last] in _PERSONS:
                yield index - 1, last


def _places(words: Iterable[str], document: Document) -> Iterator[int]:
    for word in words:
        yield from document.tokens.places.get(word, ())


def _is_after_the(index: int, document: Document) -> bool:
    tokens = document.tokens
    return index > 0 and tokens.keys[index - 1] == "the" and tokens.gaps[index] == " "
