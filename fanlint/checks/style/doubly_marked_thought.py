"""A thought in italics and in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_THOUGHT = r"(?P<star>[*_])[\"“‘'](?P<said>[^\"“”*_\n]+)[\"”’'](?P=star)(?= [^\W\d_]+ thought\b)"


class DoublyMarkedThought(Rule):
    """Finds a thought that is in italics and in quotation marks: *“I can't do this,”* she thought.

    One of the two is enough. Readers take quotation marks for spoken words, so italics alone are clearer: *I can't do
    this,* she thought. fanlint checks only thoughts with a tag such as “she thought”.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Use italics or quotation marks for a thought, not both ({times})."
    examples = (
        "{*\"I can't do this,\"* -> *I can't do this,*} she thought.",
        "{_“Not now.”_ -> _Not now._} Marten thought so.",
        "*I can't do this,* she thought.",
        '*"I can\'t do this,"* she said.',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if "thought" not in item.tokens.places or not any(mark in item.text for mark in "*_"):
            return
        places = [found for found in re.finditer(_THOUGHT, item.text) if in_story(item, found.start())]
        if places:
            edits = [Edit(Span(*found.span()), found["star"] + found["said"] + found["star"]) for found in places]
            message = self.message.replace("{times}", times(len(edits)))
            yield told_together(self, edits, message, "Remove the quotation marks.")
