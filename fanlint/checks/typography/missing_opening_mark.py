"""A question or an exclamation in Spanish without its opening mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.blocks import Block

# One clause from a capital at a beginning to the closing mark, with no mark in between that could begin another.
_CLAUSE = (
    r"(?m:^|(?<=[.!?…»”\"] )|(?<=[—«“\"]))(?P<clause>[^\W\d_a-záéíóúñü][^¿?¡!.,;:…—–«»“”\"()\n]*)(?P<mark>[?!])(?![?!])"
)
_OPENS = {"?": "¿", "!": "¡"}


class MissingOpeningMark(Rule):
    """In Spanish a question opens with ¿ and an exclamation with ¡.

    fanlint speaks up only where the sentence is a single clause, so that there is no doubt where the mark belongs.
    """

    scope = Block
    safety = Safety.UNSAFE
    languages = ("es",)
    message = "Open it with “{mark}”."
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
            yield self.found(Span(start, start + 1), mark + first, message=self.message.replace("{mark}", mark))
