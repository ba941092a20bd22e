"""Quotation marks of the same kind inside speech."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Edit, Finding, Fix, Safety, Span
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech

_INSIDE = r"(?P<open>[\"“])(?P<quoted>[^\"“”\n]+)(?P<close>[\"”])"  # compiled on use
_SINGLE_OPENS = r"(?<![^\s(—])['‘](?=\w)"
_SINGLE = {'"': ("'", "'"), "“": ("‘", "’")}
_LONGEST = 60  # code points; what is longer is more likely narration between two speeches


class NestedQuotes(Rule):
    """What is quoted inside speech has the other kind of marks: “He said ‘never again’ and left.”

    With the same marks a reader takes the first of the inner ones for the end of the speech.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "Inside speech, quote with single marks."
    examples = (
        '"He told me {"never again" -> \'never again\'} and left."',
        "“He told me {“never again” -> ‘never again’} and left,” Ilse said.",
        "\"He told me 'never again' and left.\"",
        "“He told me ‘never again’ and left.”",
        '"They wrote of \'the power of her "Demon" in the play\' and so on."',
        '"Never," he said "again," and left.',
        '"Never again." She left. "Never, I said."',
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        if not item.closed or not item.certain or text[item.span.start] not in _SINGLE:
            return
        marks = sum(text.count(mark, item.inner.start, item.inner.end) for mark in '"“”')
        inside = list(re.compile(_INSIDE).finditer(text, item.inner.start, item.inner.end)) if marks else []
        if marks != 2 * len(inside):
            return
        for found in inside:
            if found["open"] != text[item.span.start] or not self._is_quoted(found, item, text):
                return
        for found in inside:
            opening, closing = _SINGLE[found["open"]]
            span = Span(*found.span())
            edits = (Edit(Span(span.start, span.start + 1), opening), Edit(Span(span.end - 1, span.end), closing))
            yield self.found(span, fixes=(Fix(edits, self.safety, "Write single marks."),))

    def _is_quoted(self, found: re.Match[str], speech: Speech, text: str) -> bool:
        """Whether words of the speech lead in to what is quoted, as narration between two speeches would not."""
        before = text[speech.inner.start : found.start()].rstrip()
        if len(found["quoted"]) > _LONGEST or not before[-1:].isalpha():
            return False
        return not re.search(_SINGLE_OPENS, before)  # what is quoted there may quote in its turn
