"""Many dialogue tags with an adverb: “she said softly”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.narration import commonest, counted
from fanlint.checks.tags import tags
from fanlint.model import Finding, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_MIN_COUNT = 5  # Minimum number of tags with an adverb to report. Set by hand.
_MAX_TAGS_EACH = 8  # Maximum number of tags for each tag with an adverb. Set by hand.


class AdverbInTag(Rule):
    """Finds a story in which many dialogue tags have an adverb, such as “she said softly”.

    The adverb often repeats what the spoken words already show, and readers notice when it becomes a habit. It is
    useful if the words alone could be heard in two ways. fanlint reports such tags only if there are at least five, and
    if at least one tag in eight has an adverb.
    """

    scope = Document
    severity = Severity.HINT
    message = "{count} of {all} dialogue tags have an adverb: {words}. Could some of them do without it?"
    examples = (
        '"No," she said {softly}. "No," he said coldly. "Yes," Marten said angrily. "Go," said Ilse quietly. "I know," '
        "he murmured sadly.",
        '"No," said Ilse {softly}. "No," said Jun coldly. "Yes," she loudly said. "Go," she said quietly. "I know," he '
        "said sadly.",
        '"No," she said softly. "No," he said coldly.',
        '"No," she said. "Go," he said. "Yes," she said. "No," he said. "Go," he said. She slowly, sadly left.',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        found = list(tags(item))
        adverbs = [tag.adverb for tag in found if tag.adverb is not None]
        if len(adverbs) >= max(_MIN_COUNT, len(found) / _MAX_TAGS_EACH):
            words = commonest(item.tokens.words[index] for index in adverbs)
            message = self.message.replace("{count}", f"{len(adverbs):,}").replace("{all}", f"{len(found):,}")
            yield counted(self, [item.tokens.span(index) for index in adverbs], message.replace("{words}", words))
