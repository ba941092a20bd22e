"""A space that is missing before the dash of a speech tag in Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech

_TAG = (  # compiled on use, which an English draft has none for
    r"(?<=[\w.,!?…»”])—(?=(?:dij|pregunt|respond|contest|murmur|susurr|grit|exclam|añad|replic|repus|insist|orden|pid|"
    r"coment|explic|balbuc|gruñ|suspir|protest|admit|repit|advirt|asegur|conclu|continu|record|sugir|musit|mint)"
    r"(?:[oóeé]|ió|ieron|aron|eron|ía|aba|ían|aban|i|í)\b)"
)


class SpaceBeforeDash(Rule):
    """In Spanish a space stands before the dash (raya) of a speech tag: —Hola —dijo Ana.

    Only dashes before a verb of speech are marked, so that speech that is cut off (—Pero yo—) is left alone.
    """

    scope = Speech
    safety = Safety.SAFE
    languages = ("es",)
    message = "Put a space before the dash."
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
