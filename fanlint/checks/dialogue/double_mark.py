"""A comma or a full stop after a mark that already ends the speech: “Run!,” she screamed."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech


class DoubleMark(Rule):
    """Finds a comma or a full stop after a question mark, an exclamation mark or a dash at the end of speech.

    One mark is enough, and a second one looks like a typing error. The first mark says more, so keep that one: “Run!”
    she screamed. A dialogue tag after it still starts in lower case. The fix is safe because the first mark already
    tells readers how the speech sounds.
    """

    scope = Speech
    safety = Safety.SAFE
    message = "Use only one mark here: “{right}”."
    outside = "Remove this full stop; the speech already ends with a mark."
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
            right = text[last - 1]
            message = self.message.replace("{right}", right)
            yield self._one(item, Span(last - 1, last + 1), right, message)
        elif (
            text[last] in "?!"
            and item.opened
            and item.span.start == item.block.span.start
            and text[item.span.end : item.block.span.end].rstrip() == "."
        ):
            span = Span(item.inner.end, item.span.end + 1)
            yield self._one(item, span, text[item.inner.end : item.span.end], self.outside)

    def _one(self, speech: Speech, span: Span, right: str, message: str) -> Finding:
        safety = self.safety if speech.certain else Safety.UNSAFE
        return self.found(span, right, message=message, safety=safety)
