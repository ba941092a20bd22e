"""A missing space before the dash of a dialogue tag in Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech

# Compiled on use, because English drafts never need it.
_TAG = (
    r"(?<=[\w.,!?…»”])—(?=(?:dij|pregunt|respond|contest|murmur|susurr|grit|exclam|añad|replic|repus|insist|orden|pid|"
    r"coment|explic|balbuc|gruñ|suspir|protest|admit|repit|advirt|asegur|conclu|continu|record|sugir|musit|mint)"
    r"(?:[oóeé]|ió|ieron|aron|eron|ía|aba|ían|aban|i|í)\b)"
)


class SpaceBeforeDash(Rule):
    """Finds a missing space before the dash of a dialogue tag in Spanish: —Hola—dijo Ana.

    The dash (raya) has a space before it and none after it, which shows readers where the narrator takes over: —Hola
    —dijo Ana. fanlint checks only dashes before a verb of speaking, so speech that breaks off (—Pero yo—) is left
    alone. The fix is safe because it only adds a space.
    """

    scope = Speech
    safety = Safety.SAFE
    languages = ("es",)
    message = "Add a space before the dash of the dialogue tag."
    example_language = "es"
    examples = (
        "—Hola{— ->  —}dijo Ana—. Ven aquí.",
        "—¿Vienes?{— ->  —}preguntó él.",
        "—Hola —dijo Ana—. Ven aquí.",
        "—Pero yo—\n\n—Calla —ordenó él.",
        "Era tarde—muy tarde—y llovía.",
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        if text[item.span.start] == "—" and item.span.start == item.block.span.start:
            for found in re.compile(_TAG).finditer(text, item.span.start + 1, item.block.span.end):
                yield self.found(Span(*found.span()), " —")
