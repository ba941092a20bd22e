"""A speech that ends in a comma where nothing follows it."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.speech_tags import asks
from fanlint.model import Edit, Finding, Fix, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech


class CommaAtEnd(Rule):
    """A comma at the end of a speech leads on to its tag; where the paragraph ends with the speech, a full stop stands.

    A question or an exclamation takes its own mark.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "Nothing follows this comma; the speech ends here."
    examples = (
        'She took his hand.\n\n"Let\'s go to the kitchen{, -> .}"\n\nHe followed.',
        "“Everyone is here{, -> .}”",
        '"Will you come to the kitchen{, -> ?}"\n\nHe followed.',
        '"Let\'s go," she said.',
        '"Let\'s go."',
        '"Once upon a time,"\n\n"there was a king," he read.',
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        block = item.block.span
        last = item.inner.end - 1
        if (
            not item.closed
            or not item.spoken
            or text[last : last + 1] != ","
            or text[item.span.end : block.end].strip()
        ):
            return
        if text[block.end : block.end + 80].lstrip().lstrip("\"“‘'«")[:1].islower():
            return
        if len(text[item.inner.start : last].split()) < 2 and item.span.start > block.start:
            return  # a quoted word at the end of a list or a line of verse
        marks = "?.!" if asks(text[item.inner.start : last]) else ".!?"
        fixes = tuple(Fix((Edit(Span(last, last + 1), mark),), self.safety, f"Write “{mark}”.") for mark in marks)
        yield self.found(Span(last, last + 1), fixes=fixes)
