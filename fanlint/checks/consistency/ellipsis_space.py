"""A space after an ellipsis in a story that usually has none there, or the reverse."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# An ellipsis of one character or of three, before a letter; the space, if any, is a group.
_ONE = r"…(?P<space> ?)(?=[^\W\d_])"
_THREE = r"\.\.\.(?P<space> ?)(?=[^\W\d_])"
_NAMES = {"": "no space", " ": "a space"}


class EllipsisSpace(Rule):
    """Finds a space after an ellipsis (well… maybe) in a story that usually has none (well…maybe), or the reverse.

    Both ways are right, but readers notice a change. fanlint checks only an ellipsis between two words. It judges an
    ellipsis before a lower-case word, where the sentence goes on, separately from one before a capital.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "This story usually puts {right} after an ellipsis; here it puts {wrong} ({times})."
    examples = (
        "Well… maybe. Now… then. He… she… they had to go{…maybe -> … maybe}.",
        "Well...maybe. Now...then. He...she...they had to go{... maybe -> ...maybe}.",
        "Well… maybe. Now… then. Go…maybe.",
        "Well...maybe. Now...then. He...she...they...all. Well... Maybe.",
        "Well... Maybe. Now... Then. He... She... They{...All -> ... All} of them... Then.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        text = item.text
        found = [
            match
            for dots, pattern in (("…", _ONE), ("...", _THREE))
            if dots in text
            for match in re.finditer(pattern, text)
            if match.start() and text[match.start() - 1].isalpha()
        ]
        for lower in (True, False):
            alike = [match for match in found if text[match.end()].islower() is lower]
            usual = usual_way(Counter(match["space"] for match in alike))
            # A space before a new sentence is never wrong, so it is not removed even if the story usually has none.
            if usual is not None and (usual or lower):
                yield from self._odd(sorted(alike, key=re.Match.start), usual, item)

    def _odd(self, found: list[re.Match[str]], usual: str, document: Document) -> Iterator[Finding]:
        """Yield one finding for all matches that differ from the usual way, if there are any."""
        edits = []
        for match in found:
            if match["space"] != usual and in_story(document, match.start()):
                last = document.tokens.end(document.tokens.at(match.end()))
                edits.append(
                    Edit(Span(match.start(), last), match[0].rstrip() + usual + document.text[match.end() : last])
                )
        if edits:
            (wrong,) = (way for way in _NAMES if way != usual)
            message = self.message.replace("{right}", _NAMES[usual]).replace("{wrong}", _NAMES[wrong])
            title = "Remove the space everywhere." if wrong else "Add a space everywhere."
            yield told_together(self, edits, message.replace("{times}", times(len(edits))), title)
