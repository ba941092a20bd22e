"""“…,” he said looking down: a tag that runs on without a comma."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.majority import times, told_together
from fanlint.checks.tags import tags
from fanlint.model import Edit, Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# They end in -ing, and are no verbs of somebody doing something beside.
_OTHERS = frozenset(
    "nothing something anything everything during regarding concerning including following according morning evening "
    "king being".split()
)
# Verbs that a doing belongs to: she began shouting.
_LEADING = frozenset("began begins started starts continued continues finished finishes stopped stops".split())


class ParticipleAfterTag(Rule):
    """A comma parts the tag from what is done meanwhile: “Don't be like that,” he said, looking down.

    Without it he seems to say a looking-down. Many print it without; fanlint tells of all places together.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Between the tag and what is done meanwhile a comma may stand ({times})."
    examples = (
        '"Don\'t be like that," he said{  -> , }looking down.',
        "“No,” said Ilse{  -> , }shaking her head.",
        '"Don\'t be like that," he said, looking down.',
        '"No," he said during lunch. "Go." He began laughing.',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        edits = []
        for tag in tags(item):
            if tokens.gaps[tag.first].startswith(".") or tokens.keys[tag.verb] in _LEADING:
                continue  # a sentence of its own: He began punching buttons.
            last = tag.verb if tag.adverb is None else max(tag.verb, tag.adverb)
            if last + 2 < len(tokens) and tokens.words[last + 1][0].isupper() and tokens.gaps[last + 1] == " ":
                last += 1  # said Ilse
            if last + 1 < len(tokens) and tokens.gaps[last + 1] == " " and _is_participle(tokens.words[last + 1]):
                edits.append(Edit(tokens.gap_span(last + 1), ", "))
        if edits:
            message = self.message.replace("{times}", times(len(edits)))
            yield told_together(self, edits, message, "Put commas.")


def _is_participle(word: str) -> bool:
    return word.islower() and len(word) > 4 and word.endswith("ing") and word not in _OTHERS
