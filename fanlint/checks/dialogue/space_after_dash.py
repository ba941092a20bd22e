"""A space after the dash that opens speech in Spanish."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.blocks import BlockKind
from fanlint.text.document import Document


class SpaceAfterDash(Rule):
    """Finds a space after the dash that opens speech in Spanish: — Hola.

    The dash (raya) comes right before the first word: —Hola. If the story mostly writes it this way, fanlint reports
    every other place, and the fix is safe because it removes only a space. If the story always has the space, fanlint
    reports all places in one note.
    """

    scope = Document
    safety = Safety.SAFE
    languages = ("es",)
    message = "Remove the space after the dash that opens the speech."
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
            fix = Fix(tuple(Edit(span, "") for span in spans), Safety.UNSAFE, "Remove all of these spaces.")
            yield self.found(spans[0], fixes=(fix,), severity=Severity.HINT, also=tuple(spans[1:]))
