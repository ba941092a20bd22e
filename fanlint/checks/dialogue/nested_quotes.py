"""Quotation marks of the same kind inside speech."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Edit, Finding, Fix, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech

_INSIDE = r"(?P<open>[\"“])(?P<quoted>[^\"“”\n]+)(?P<close>[\"”])"  # compiled on use
_SINGLE_OPENS = r"(?<![^\s(—])['‘](?=\w)"
_OTHERS = {'"': ("'", "'"), "“": ("‘", "’"), "'": ('"', '"'), "‘": ("“", "”")}
# The same in a story that has speech in single marks; a word with an s at its end may be a possessive.
_INSIDE_SINGLE = (
    r"(?P<open>['‘])(?<![^\s(—]['‘])(?P<quoted>(?!(?:em|s|tis|twas|cause|bout)\b)[^\W\d_][^\"“”'‘’\n]*"
    r"[^\W\d_sS])(?P<close>['’])(?!\w)"
)
_CLIPPED = frozenset("o an th wi ol lil ha a yo".split())
_LONGEST = 60  # code points; what is longer is more likely narration between two speeches


class NestedQuotes(Rule):
    """What is quoted inside speech has the other kind of marks: “He said ‘never again’ and left.”

    With the same marks a reader takes the first of the inner ones for the end of the speech.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "Inside speech, quote with the other kind of marks."
    examples = (
        '"He told me {"never again" -> \'never again\'} and left."',
        "“He told me {“never again” -> ‘never again’} and left,” Ilse said.",
        "'He told me {'never again' -> \"never again\"} and left.'",
        "‘He told me {‘never again’ -> “never again”} and left,’ Ilse said.",
        "‘He told me “never again” and left,’ Ilse said.",
        "‘Nobody saw the dogs’ house,’ she said. ‘Nor the goin’ away.’",
        "\"He told me 'never again' and left.\"",
        "“He told me ‘never again’ and left.”",
        '"They wrote of \'the power of her "Demon" in the play\' and so on."',
        '"Never," he said "again," and left.',
        '"Never again." She left. "Never, I said."',
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        if not item.closed or not item.certain or text[item.span.start] not in _OTHERS:
            return
        if text[item.span.start] in "'‘":
            yield from self._in_single(item, story)
            return
        marks = sum(text.count(mark, item.inner.start, item.inner.end) for mark in '"“”')
        inside = list(re.compile(_INSIDE).finditer(text, item.inner.start, item.inner.end)) if marks else []
        if marks != 2 * len(inside):
            return
        for found in inside:
            if found["open"] != text[item.span.start] or not self._is_quoted(found, item, text):
                return
        for found in inside:
            yield self._other(found, "Inside speech, quote with single marks.", "Write single marks.")

    def _in_single(self, speech: Speech, story: Story) -> Iterator[Finding]:
        """What is quoted with single marks inside speech that has single marks."""
        text = story.document.text
        if not any(text.find(mark, *speech.inner) >= 0 for mark in ("'", "‘")):
            return
        for found in re.compile(_INSIDE_SINGLE).finditer(text, *speech.inner):
            last = found["quoted"].rsplit(None, 1)[-1]
            is_whole = last not in _CLIPPED and story.knows(last)
            if found["open"] == text[speech.span.start] and is_whole and self._is_quoted(found, speech, text):
                yield self._other(
                    found, "Inside speech in single marks, quote with double ones.", "Write double marks."
                )

    def _other(self, found: re.Match[str], message: str, title: str) -> Finding:
        """The finding that gives what is quoted the other kind of marks."""
        opening, closing = _OTHERS[found["open"]]
        span = Span(*found.span())
        edits = (Edit(Span(span.start, span.start + 1), opening), Edit(Span(span.end - 1, span.end), closing))
        return self.found(span, message=message, fixes=(Fix(edits, self.safety, title),))

    def _is_quoted(self, found: re.Match[str], speech: Speech, text: str) -> bool:
        """Whether words of the speech lead in to what is quoted, as narration between two speeches would not."""
        before = text[speech.inner.start : found.start()].rstrip()
        if len(found["quoted"]) > _LONGEST or not before[-1:].isalpha():
            return False
        # What is quoted there may quote in its turn.
        return found["open"] in "'‘" or not re.search(_SINGLE_OPENS, before)
