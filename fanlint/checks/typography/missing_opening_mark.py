"""A Spanish question or exclamation without its opening mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.blocks import Block

# A clause from its capital to the closing mark, with no mark in between that could begin another clause.
_CLAUSE = (
    r"(?m:^|(?<=[.!?…»”\"] )|(?<=[—«“\"]))(?P<clause>[^\W\d_a-záéíóúñü][^¿?¡!.,;:…—–«»“”\"()\n]*)(?P<mark>[?!])(?![?!])"
)
_OPENS = {"?": "¿", "!": "¡"}


class MissingOpeningMark(Rule):
    """Finds a Spanish question without its opening “¿” or an exclamation without its opening “¡”.

    fanlint reports only sentences of a single clause, where it is clear where the mark belongs. In longer sentences the
    question may begin in the middle: “Si llueve, ¿vienes?”
    """

    scope = Block
    safety = Safety.UNSAFE
    languages = ("es",)
    message = "Begin this sentence with “{mark}”."
    example_language = "es"
    examples = (
        "—{V -> ¿V}ienes conmigo? —preguntó Ana.",
        "Llovía. {Q -> ¡Q}ué frío! Nadie salió.",
        "—¿Vienes conmigo? —preguntó Ana.",
        "Si llueve, ¿vienes? Ella no dijo nada.",
        "Entonces, qué hacemos?",
        "—¡Qué frío! ¿Verdad?",
    )

    def check(self, item: Block, story: Story) -> Iterator[Finding]:
        for found in re.compile(_CLAUSE).finditer(story.document.text, *item.span):
            start, mark = found.start("clause"), _OPENS[found["mark"]]
            first = story.document.text[start]
            yield self.found(Span(start, start + 1), mark + first, mark=mark)
