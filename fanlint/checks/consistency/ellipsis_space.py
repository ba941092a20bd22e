"""A space after an ellipsis where the story has none, or none where it has one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_ONE = r"…(?P<space> ?)(?=[^\W\d_])"
_THREE = r"\.\.\.(?P<space> ?)(?=[^\W\d_])"
_NAMES = {"": "no space", " ": "a space"}


class EllipsisSpace(Rule):
    """Within a sentence, a space follows an ellipsis (well… maybe), or none does (well…maybe), all through a story.

    fanlint looks only where another word follows right after the word and its dots, and counts those in small letters,
    where the sentence goes on, apart from those with a capital.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Elsewhere {right} follows an ellipsis, here {wrong} does ({times})."
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
        for small in (True, False):
            alike = [match for match in found if text[match.end()].islower() is small]
            usual = usual_way(Counter(match["space"] for match in alike))
            # Before a new sentence a space is never wrong, whatever the story does.
            if usual is not None and (usual or small):
                yield from self._odd(sorted(alike, key=re.Match.start), usual, item)

    def _odd(self, found: list[re.Match[str]], usual: str, document: Document) -> Iterator[Finding]:
        """The finding for those of the places that are not like nearly all others."""
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
            title = "Take the space out everywhere." if wrong else "Put a space everywhere."
            yield told_together(self, edits, message.replace("{times}", times(len(edits))), title)
