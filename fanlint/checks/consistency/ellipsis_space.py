"""A space after an ellipsis where the story has none, or none where it has one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_ONE = r"…(?P<space> ?)(?=[a-z])"
_THREE = r"\.\.\.(?P<space> ?)(?=[a-z])"
_NAMES = {"": "no space", " ": "a space"}


class EllipsisSpace(Rule):
    """Within a sentence, a space follows an ellipsis (well… maybe), or none does (well…maybe), all through a story.

    fanlint looks only where the sentence goes on in a small letter right after the word and its dots.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Elsewhere {right} follows an ellipsis, here {wrong} does ({times})."
    examples = (
        "Well… maybe. Now… then. He… she… they had to go{…maybe -> … maybe}.",
        "Well...maybe. Now...then. He...she...they had to go{... maybe -> ...maybe}.",
        "Well… maybe. Now… then. Go…maybe.",
        "Well… maybe. Now… then. He… she… they. Well… Maybe.",
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
        usual = usual_way(Counter(match["space"] for match in found))
        if usual is None:
            return
        odd = [match for match in found if match["space"] != usual and in_story(item, match.start())]
        edits = []
        for match in sorted(odd, key=re.Match.start):
            last = item.tokens.end(item.tokens.at(match.end()))
            edits.append(Edit(Span(match.start(), last), match[0].rstrip() + usual + text[match.end() : last]))
        if edits:
            (wrong,) = (way for way in _NAMES if way != usual)
            message = self.message.replace("{right}", _NAMES[usual]).replace("{wrong}", _NAMES[wrong])
            title = "Take the space out everywhere." if wrong else "Put a space everywhere."
            yield told_together(self, edits, message.replace("{times}", times(len(edits))), title)
