"""Tags that often need an adverb: she said softly."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.narration import commonest, counted
from fanlint.checks.tags import tags
from fanlint.model import Finding, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_LEAST = 5  # tags with an adverb, below which they are no habit
_SHARE = 8  # … and one in so many tags


class AdverbInTag(Rule):
    """Many tags of speech with an adverb (he said angrily) may tell what the speech already shows.

    Now and then one is just right, where the words alone could be heard in two ways. fanlint only counts them.
    """

    scope = Document
    severity = Severity.HINT
    message = "{count} of {all} speech tags have an adverb: {words}. Could the words spoken carry it alone?"
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
        if len(adverbs) >= max(_LEAST, len(found) / _SHARE):
            words = commonest(item.tokens.words[index] for index in adverbs)
            message = self.message.replace("{count}", f"{len(adverbs):,}").replace("{all}", f"{len(found):,}")
            yield counted(self, [item.tokens.span(index) for index in adverbs], message.replace("{words}", words))
