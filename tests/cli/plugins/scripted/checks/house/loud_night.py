"""A rule in Python, found by its path."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint import Document, Finding, Rule, Safety, Span, Story


class LoudNight(Rule):
    """Nights in these stories are quiet. A second sentence, which the table of rules leaves out."""

    safety = Safety.SAFE
    message = "The night is quiet."
    examples = ("A {loud -> quiet} night.", "The {loud -> quiet} night.", "A quiet night.", "A loud day.")

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        for found in re.finditer("loud(?= night)", item.text):
            yield self.found(Span(*found.span()), "quiet")
