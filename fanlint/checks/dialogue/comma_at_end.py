"""A comma at the end of speech, with no dialogue tag after it."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.speech_tags import asks
from fanlint.model import Edit, Finding, Fix, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech

_NAMES = {".": "a full stop", "?": "a question mark", "!": "an exclamation mark"}


class CommaAtEnd(Rule):
    """Finds a comma at the end of speech when nothing follows it in the paragraph.

    The comma tells readers that a dialogue tag comes next. Without a tag, end the speech with a full stop, a question
    mark or an exclamation mark. fanlint leaves the comma alone if the next paragraph starts in lower case, because the
    sentence may continue there.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "Replace this comma with a full stop, a question mark or an exclamation mark; the speech ends here."
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
            return  # This is a quoted word at the end of a list or of a line of verse.
        marks = "?.!" if asks(text[item.inner.start : last]) else ".!?"
        fixes = tuple(
            Fix((Edit(Span(last, last + 1), mark),), self.safety, f"Replace it with {_NAMES[mark]}.") for mark in marks
        )
        yield self.found(Span(last, last + 1), fixes=fixes)
