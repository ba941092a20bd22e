"""A rule that breaks down at the word “cellar”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint import Document, Finding, Rule, Story


class Raises(Rule):
    """Breaks down, to show what fanlint then says."""

    message = "Never said."

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if "cellar" in item.text:
            raise ValueError("nobody goes down there")
        yield from ()
