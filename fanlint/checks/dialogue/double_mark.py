"""Two marks where a speech needs one."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech


class DoubleMark(Rule):
    """A question mark, an exclamation mark or a dash ends a speech by itself: no comma or full stop follows it.

    “Run!” she screamed. “But you said—” The tag goes on in lower case all the same.
    """

    scope = Speech
    safety = Safety.SAFE
    message = "One mark is enough here: “{right}”."
    examples = (
        '"Where are you going{?, -> ?}" he asked.',
        "“Run{!, -> !}” she screamed.",
        '"But you said{—. -> —}"',
        '"Where are you going?{". -> "}',
        'Where are you going{?, -> ?}" he asked.',
        '"Where are you going?" he asked.',
        '"They sell pens, paper, etc.," he said.',
        'Had he said "Run!"? She was not sure.',
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        last = item.inner.end - 1
        if not item.closed or not item.spoken or last <= item.inner.start:
            return
        if text[last] in ",." and text[last - 1] in "?!—":
            yield self._one(item, Span(last - 1, last + 1), text[last - 1])
        elif (
            text[last] in "?!"
            and item.opened
            and item.span.start == item.block.span.start
            and text[item.span.end : item.block.span.end].rstrip() == "."
        ):
            yield self._one(item, Span(item.inner.end, item.span.end + 1), text[item.inner.end : item.span.end])

    def _one(self, speech: Speech, span: Span, right: str) -> Finding:
        safety = self.safety if speech.certain else Safety.UNSAFE
        return self.found(span, right, message=self.message.replace("{right}", right), safety=safety)
