"""A missing comma between a dialogue tag and an action: “No,” he said looking down."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.majority import times, told_together
from fanlint.checks.tags import tags
from fanlint.model import Edit, Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# Words that end in -ing but are not actions.
_NOT_ACTIONS = frozenset(
    "nothing something anything everything during regarding concerning including following according morning evening "
    "king being".split()
)
# Verbs that take an -ing form directly: she began shouting.
_WITH_ING_FORM = frozenset("began begins started starts continued continues finished finishes stopped stops".split())


class ParticipleAfterTag(Rule):
    """Finds a missing comma between a dialogue tag and an action: “Don't be like that,” he said looking down.

    The comma shows readers that he does two things at once: “Don't be like that,” he said, looking down. Many books
    print such sentences without it, so fanlint reports all places in one note.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Add a comma between the dialogue tag and the action, if you like ({times})."
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
            if tokens.gaps[tag.first].startswith(".") or tokens.keys[tag.verb] in _WITH_ING_FORM:
                continue  # This is a sentence of its own: He began punching buttons.
            last = tag.verb if tag.adverb is None else max(tag.verb, tag.adverb)
            if last + 2 < len(tokens) and tokens.words[last + 1][0].isupper() and tokens.gaps[last + 1] == " ":
                last += 1  # The name follows the verb: said Ilse.
            if last + 1 < len(tokens) and tokens.gaps[last + 1] == " " and _is_participle(tokens.words[last + 1]):
                edits.append(Edit(tokens.gap_span(last + 1), ", "))
        if edits:
            message = self.message.replace("{times}", times(len(edits)))
            yield told_together(self, edits, message, "Add the commas.")


def _is_participle(word: str) -> bool:
    return word.islower() and len(word) > 4 and word.endswith("ing") and word not in _NOT_ACTIONS
