"""Many dialogue tags with a verb more striking than “said”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.narration import commonest, counted
from fanlint.checks.tags import tags
from fanlint.model import Finding, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_MIN_TAGS = 10  # Minimum number of tags, because fewer do not show a habit. Set by hand.
# Verbs that readers hardly notice.
_PLAIN = frozenset(
    "say said says ask asked asks tell told tells reply replied replies answer answered answers whisper whispered "
    "whispers call called calls add added adds think thought thinks shout shouted shouts".split()
)


class SaidBookism(Rule):
    """Finds a story in which more than half of the dialogue tags have a striking verb, such as “exclaimed”.

    Readers hardly notice “said” and “asked”, but striking verbs draw their eyes from the characters to the tags. Much
    speech needs no tag at all. Which verbs to keep is for you to decide.
    """

    scope = Document
    severity = Severity.HINT
    message = "{count} of {all} dialogue tags have a striking verb: {words}. A plain “said” may do for some of them."
    examples = (
        '"No," she {exclaimed}. ' + '"Go," he retorted. "Yes," Ilse chuckled. ' * 5,
        '"No," she said. "Well," {growled} Jun. ' + '"Go," he mused. "Yes," Ilse sighed. ' * 5,
        '"No," she exclaimed. "Go," he retorted. "Yes," Ilse chuckled.',
        '"Go," he said. "Yes," Ilse asked. "No," he sighed. ' * 5,
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        verbs = [tag.verb for tag in tags(item)]
        loud = [index for index in verbs if item.tokens.words[index] not in _PLAIN]
        if len(verbs) >= _MIN_TAGS and len(loud) * 2 > len(verbs):
            message = self.message.replace("{count}", f"{len(loud):,}").replace("{all}", f"{len(verbs):,}")
            words = commonest(item.tokens.words[index] for index in loud)
            yield counted(self, [item.tokens.span(index) for index in loud], message.replace("{words}", words))
