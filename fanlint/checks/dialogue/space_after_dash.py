"""A space after the dash that opens speech in Spanish."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.blocks import BlockKind
from fanlint.text.document import Document


class SpaceAfterDash(Rule):
    """In Spanish the dash (raya) that opens a speech stands right before its first word: —Hola.

    Where a story mostly has it so, each space that has slipped in is marked. A story that always puts a space there is
    told of it once, as a note.
    """

    scope = Document
    safety = Safety.SAFE
    languages = ("es",)
    message = "No space after the dash that opens a speech."
    example_language = "es"
    examples = (
        "—Hola.\n\n—¿Qué tal?\n\n—{ -> }Muy bien.",
        "—Hola —dijo él.\n\n—{ -> }Adiós —dijo ella.\n\n—¿Ya?",
        "—Hola —dijo él.\n\n—Adiós.",
        "Era tarde — muy tarde — y llovía.",
        "—Hola.\n\n— Adiós.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        starts = [
            block.span.start
            for block in item.blocks
            if block.kind is BlockKind.PARAGRAPH and item.text[block.span.start] == "—"
        ]
        spaced = [start for start in starts if item.text[start + 1 : start + 2] in (" ", "\u00a0")]
        spans = [Span(start + 1, start + 2) for start in spaced]
        if len(spans) * 2 < len(starts):
            for span in spans:
                yield self.found(span, "")
        elif len(spans) == len(starts) > 1:
            fix = Fix(tuple(Edit(span, "") for span in spans), Safety.UNSAFE, "Take out all of these spaces.")
            yield self.found(spans[0], fixes=(fix,), severity=Severity.HINT, also=tuple(spans[1:]))
