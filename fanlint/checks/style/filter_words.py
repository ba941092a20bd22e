"""Many verbs such as “saw” and “felt” that come between readers and the scene."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.narration import commonest, counted, narrated, narration_length, per_thousand
from fanlint.model import Finding, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_VERBS = (
    "saw sees heard hears felt feels noticed notices realized realizes realised realises watched watches observed "
    "observes wondered wonders sensed senses"
).split()
_AFTER_COULD = "see hear feel sense smell taste".split()
_PRONOUNS = frozenset({"i", "he", "she", "they", "we", "you"})
_MIN_USES = 8  # Minimum number of uses to report. Set by hand.
_MIN_RATE = 6  # Minimum rate in uses per 1,000 words of narration. Set by hand.


class FilterWords(Rule):
    """Finds narration with many verbs such as “saw”, “heard” and “felt”, known as filter words.

    “She saw the door open” shows someone watching; “the door opened” shows the door. Many filter words keep readers at
    a distance from the scene. They are right where the watching itself matters.
    """

    scope = Document
    severity = Severity.HINT
    message = "The narration has {count} filter words ({rate}): {words}. Some scenes may feel closer without them."
    examples = (
        "He {saw} rain. She felt cold. They heard a dog. He noticed it. She could see him. He felt ill. She saw it. "
        "They watched it.",
        "I {heard} rain. I felt cold. I heard a dog. I noticed it. I could hear him. I felt ill. I saw it. I watched.",
        "He saw rain. She felt cold.",
        '"I saw rain. I felt cold. I heard a dog. I noticed it. I could see him. I felt ill. I saw it. I sensed it," '
        "he said.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        found = [index for verb in _VERBS for index in tokens.places.get(verb, ()) if _has_subject(index - 1, item)]
        found += [
            index
            for verb in _AFTER_COULD
            for index in tokens.places.get(verb, ())
            if index > 1 and tokens.keys[index - 1] == "could" and _has_subject(index - 2, item)
        ]
        found = narrated(item, found)
        length = narration_length(item)
        if len(found) >= _MIN_USES and 1000 * len(found) >= _MIN_RATE * length:
            message = self.message.replace("{count}", f"{len(found):,}").replace(
                "{rate}", per_thousand(len(found), length)
            )
            words = commonest(tokens.keys[index] for index in found)
            yield counted(self, [tokens.span(index) for index in found], message.replace("{words}", words))


def _has_subject(index: int, document: Document) -> bool:
    """Whether the word is the subject of the verb after it: a pronoun or a name from the story."""
    tokens = document.tokens
    if index < 0 or tokens.gaps[index + 1] != " ":
        return False
    return tokens.keys[index] in _PRONOUNS or tokens.words[index] in document.vocabulary.names
