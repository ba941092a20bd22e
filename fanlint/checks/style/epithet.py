"""People described by looks or age (“the pinkette”) in a story that has names for them."""

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
_MIN_COUNT = 4  # Minimum number of descriptions to report. Set by hand.
_MIN_RATE = 0.5  # Minimum rate in descriptions per 1,000 words of narration. Set by hand.
_MIN_NAME_USES = 3  # Minimum uses of one name to show that the story names its characters. Set by hand.


class Epithet(Rule):
    """Finds narration that often refers to people by looks or age, as in “the raven-haired boy” or “the older man”.

    Such descriptions make readers wonder whether someone new has arrived, while a name or “he” goes almost unnoticed. A
    description is right for a stranger, or if the person telling the story does not know the name. fanlint checks only
    stories that have names for their characters.
    """

    scope = Document
    severity = Severity.HINT
    message = (
        "The narration refers to people by looks or age {count} times: {words}. A name or “he” would stand out less."
    )
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
        if not any(counts[name] >= _MIN_NAME_USES for name in item.vocabulary.names):
            return
        pairs = sorted({(start, stop) for start, stop in _epithets(item) if narrated(item, (start,))})
        if len(pairs) >= max(_MIN_COUNT, _MIN_RATE * narration_length(item) / 1000):
            spans = [item.tokens.span(start, stop) for start, stop in pairs]
            message = self.message.replace("{count}", f"{len(spans):,}")
            words = commonest("the " + item.slice(span) for span in spans)
            yield counted(self, spans, message.replace("{words}", words))


def _epithets(document: Document) -> Iterator[tuple[int, int]]:
    """The indices of the first and the last word of each description after “the”."""
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
