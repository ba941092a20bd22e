"""A scene break that differs from the story's usual one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from fanlint.checks.majority import times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.blocks import BlockKind
from fanlint.text.document import STORY, Document

# Rows of stars, lines and similar characters, or signs such as oOo.
_DRAWN = r"[*~=_#+•·◆◇❖<>|\-–— ]+|(?=.*[oO0])[\W_]*[oO0xX ]{3,}[\W_]*"


class SceneBreaks(Rule):
    """Finds a scene break, such as ---, in a story that usually uses another one, such as ***.

    Any sign is right, but readers may take a second one for a different kind of break. Some writers use it for a longer
    pause on purpose, so fanlint only asks, and only if the second sign is rare.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    zones = STORY | {BlockKind.BREAK}
    message = "This story usually writes scene breaks as “{right}” ({count} times); here it writes “{wrong}” ({times})."
    examples = (
        "One.\n\n***\n\nTwo.\n\n***\n\nThree.\n\n***\n\nFour.\n\n***\n\nFive.\n\n{--- -> ***}\n\nSix.",
        "One.\n\n~~~\n\nTwo.\n\n~~~\n\nThree.\n\n~~~\n\nFour.\n\n~~~\n\nFive.\n\n{~~~~ -> ~~~}\n\nSix.",
        "One.\n\n***\n\nTwo.\n\n---\n\nThree.",
        "One.\n\n***\n\nTwo.\n\n***\n\nThree.\n\n***\n\nFour.\n\n***\n\nFive.\n\nThe End",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        spans = [block.span for block in item.blocks if block.kind is BlockKind.BREAK]
        signs = [(span, sign) for span in spans if _is_sign(sign := item.slice(span))]
        counts = Counter(sign for _, sign in signs)
        usual = usual_way(counts)
        if usual is None:
            return
        for odd in sorted(counts.keys() - {usual}):
            edits = [Edit(span, usual) for span, sign in signs if sign == odd]
            message = self.message.replace("{right}", usual).replace("{count}", f"{counts[usual]:,}")
            message = message.replace("{wrong}", odd).replace("{times}", times(len(edits)))
            yield told_together(self, edits, message, f"Use “{usual}” for every scene break.")


def _is_sign(text: str) -> bool:
    """Whether a break is a drawn sign (stars, lines, oOo) and not silence (…), an emoticon or “The End”."""
    return bool(re.fullmatch(_DRAWN, text))
