"""Tags that hardly ever simply say “said”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.narration import commonest, counted
from fanlint.checks.tags import tags
from fanlint.model import Finding, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_LEAST = 10  # tags from which one can speak of a habit
# Readers look through these.
_PLAIN = frozenset(
    "say said says ask asked asks tell told tells reply replied replies answer answered answers whisper whispered "
    "whispers call called calls add added adds think thought thinks shout shouted shouts".split()
)


class SaidBookism(Rule):
    """Where every speech is exclaimed, retorted or chuckled, readers begin to see the tags instead of the people.

    “Said” and “asked” are all but invisible, and many speeches need no tag at all. fanlint speaks up where more than
    half of the tags draw attention to themselves; which of them to keep is yours to hear.
    """

    scope = Document
    severity = Severity.HINT
    message = "{count} of {all} speech tags have a verb that draws the eye: {words}. A plain “said” may do for some."
    examples = (
        '"No," she {exclaimed}. ' + '"Go," he retorted. "Yes," Ilse chuckled. ' * 5,
        '"No," she said. "Well," {growled} Jun. ' + '"Go," he mused. "Yes," Ilse sighed. ' * 5,
        '"No," she exclaimed. "Go," he retorted. "Yes," Ilse chuckled.',
        '"Go," he said. "Yes," Ilse asked. "No," he sighed. ' * 5,
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        verbs = [tag.verb for tag in tags(item)]
        loud = [index for index in verbs if item.tokens.words[index] not in _PLAIN]
        if len(verbs) >= _LEAST and len(loud) * 2 > len(verbs):
            message = self.message.replace("{count}", f"{len(loud):,}").replace("{all}", f"{len(verbs):,}")
            words = commonest(item.tokens.words[index] for index in loud)
            yield counted(self, [item.tokens.span(index) for index in loud], message.replace("{words}", words))
