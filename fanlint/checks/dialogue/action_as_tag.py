"""A comma that ties a speech to an action instead of a tag."""

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
    """Nobody can shrug a sentence: an action is no tag, so the speech before it ends in a full stop.

    “I don't know.” He shrugged. Where the action interrupts a sentence that goes on after it, dashes can hold it.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "“{verb}” is an action, no way of speaking: end the speech with a full stop."
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
            return  # the action may interrupt a sentence that goes on after it
        first = found["first"]
        span = Span(comma, comma + 1)
        edits: tuple[Edit, ...] = (Edit(span, "."),)
        if first in PRONOUNS and first.islower():
            edits = (Edit(span, "."), Edit(Span(*found.span("first")), capitalise(first)))
            span = Span(comma, found.end("first"))
        elif not (first[0].isupper() and (first in story.document.vocabulary.names or story.knows(first))):
            return
        message = self.message.replace("{verb}", found["verb"])
        yield self.found(span, message=message, fixes=(Fix(edits, self.safety, "End the speech with a full stop."),))
