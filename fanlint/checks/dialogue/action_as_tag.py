"""A comma between speech and an action, as if the action were a dialogue tag."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Edit, Finding, Fix, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.case import capitalise
from fanlint.text.dialogue import PRONOUNS, Speech
from fanlint.text.verbs import ACTIONS

_NEXT = re.compile(r" (?P<first>[^\W\d_]+) (?P<verb>[^\W\d_]+)")


class ActionAsTag(Rule):
    """Finds a comma between speech and an action: “I don't know,” he shrugged.

    After a comma, readers expect to hear how something is said, but nobody can shrug a sentence. End the speech with a
    full stop and start a new sentence: “I don't know.” He shrugged. fanlint leaves alone verbs that many writers use as
    dialogue tags, such as “grinned”. It also leaves an action alone if more speech follows it in the same paragraph,
    because the action may interrupt a sentence.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "End the speech with a full stop; “{verb}” is an action, not a way of speaking."
    examples = (
        '"I don\'t know{," he -> ." He} shrugged his shoulders.',
        "“You came back{, -> .}” Marten nodded.",
        '"I don\'t know." He shrugged his shoulders.',
        '"I don\'t know," he said and shrugged.',
        '"If you go," he turned to her, "come back."',
        "“I will,” he grinned.",
        "‘Yes, that is so,’ she nodded. ‘It always was.’",
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        comma = item.inner.end - 1
        if not item.closed or not item.certain or not item.spoken or text[comma : comma + 1] != ",":
            return
        found = _NEXT.match(text, item.span.end, item.block.span.end)
        if found is None or found["verb"] not in ACTIONS:
            return
        if story.document.speech.in_block(item.span.start)[-1].span.start > item.span.start:
            return  # The action may interrupt a sentence that continues in the next speech.
        first = found["first"]
        span = Span(comma, comma + 1)
        edits: tuple[Edit, ...] = (Edit(span, "."),)
        if first in PRONOUNS and first.islower():
            edits = (Edit(span, "."), Edit(Span(*found.span("first")), capitalise(first)))
            span = Span(comma, found.end("first"))
        elif not (first[0].isupper() and (first in story.document.vocabulary.names or story.knows(first))):
            return
        yield self.found(span, verb=found["verb"], fixes=(Fix(edits, self.safety, "End the speech with a full stop."),))
