"""A quotation inside speech with the same quotation marks as the speech."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Edit, Finding, Fix, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech

_INSIDE = r"(?P<open>[\"“])(?P<quoted>[^\"“”\n]+)(?P<close>[\"”])"  # Compiled on use.
_SINGLE_OPENS = r"(?<![^\s(—])['‘](?=\w)"
_OTHERS = {'"': ("'", "'"), "“": ("‘", "’"), "'": ('"', '"'), "‘": ("“", "”")}
# The same for a story that puts speech in single marks. A quotation may not end in “s”, because the mark after it may
# be the apostrophe of a possessive.
_INSIDE_SINGLE = (
    r"(?P<open>['‘])(?<![^\s(—]['‘])(?P<quoted>(?!(?:em|s|tis|twas|cause|bout)\b)[^\W\d_][^\"“”'‘’\n]*"
    r"[^\W\d_sS])(?P<close>['’])(?!\w)"
)
# Clipped words that end in an apostrophe: o', an', th'.
_CLIPPED = frozenset("o an th wi ol lil ha a yo".split())
# Maximum length of a quotation in code points. Anything longer is probably narration between two speeches. Set by hand.
_MAX_LENGTH = 60


class NestedQuotes(Rule):
    """Finds a quotation inside speech with the same marks as the speech: “He said “never again” and left,” she said.

    Readers take the first inner mark for the end of the speech. Use the other kind of marks inside: “He said ‘never
    again’ and left,” she said. fanlint checks only short quotations that follow a word of the speech. Anything else may
    be narration between two speeches.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "Use the other kind of quotation marks inside the speech."
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
            yield self._with_other_marks(
                found, "Use single quotation marks inside the speech.", "Use single quotation marks."
            )

    def _in_single(self, speech: Speech, story: Story) -> Iterator[Finding]:
        """Finds quotations in single marks inside speech in single marks."""
        text = story.document.text
        if not any(text.find(mark, *speech.inner) >= 0 for mark in ("'", "‘")):
            return
        for found in re.compile(_INSIDE_SINGLE).finditer(text, *speech.inner):
            last = found["quoted"].rsplit(None, 1)[-1]
            is_whole = last not in _CLIPPED and story.knows(last)
            if found["open"] == text[speech.span.start] and is_whole and self._is_quoted(found, speech, text):
                yield self._with_other_marks(
                    found, "Use double quotation marks inside the speech.", "Use double quotation marks."
                )

    def _with_other_marks(self, found: re.Match[str], message: str, title: str) -> Finding:
        """The finding that gives a quotation the other kind of marks."""
        opening, closing = _OTHERS[found["open"]]
        span = Span(*found.span())
        edits = (Edit(Span(span.start, span.start + 1), opening), Edit(Span(span.end - 1, span.end), closing))
        return self.found(span, message=message, fixes=(Fix(edits, self.safety, title),))

    def _is_quoted(self, found: re.Match[str], speech: Speech, text: str) -> bool:
        """Whether the match follows a word of the speech, unlike narration between two speeches."""
        before = text[speech.inner.start : found.start()].rstrip()
        if len(found["quoted"]) > _MAX_LENGTH or not before[-1:].isalpha():
            return False
        # Inside a quotation in single marks, the double ones are right.
        return found["open"] in "'‘" or not re.search(_SINGLE_OPENS, before)
