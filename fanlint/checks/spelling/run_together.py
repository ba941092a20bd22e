"""Two words written as one."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document


class RunTogether(Rule):
    """The space between two words is missing: “himlike” for “him like”.

    fanlint marks only words that are none, and only where both halves are everyday words that often stand together or
    nothing else comes near. It does not split words that a story uses again and again.
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.UNSAFE
    message = "Two words have run together: “{right}”."
    examples = (
        "She turned her {facefrom -> face from} the fire.",
        "He knew {ofthe -> of the} plan.",
        "The mirrorwolf howled. No mirrorwolf had howled so. The mirrorwolf ran.",
        "He was matter-of-fact about it.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for word, places in story.unknown.items():
            if not word.islower() or len(word) < 5 or story.is_coinage(word):
                continue
            for index in places:
                if "-" in tokens.gaps[index][-1:] + tokens.gaps[index + 1][:1]:
                    continue
                left = tokens.keys[index - 1] if index and not tokens.gaps[index].strip() else None
                right = (
                    tokens.keys[index + 1] if index + 1 < len(tokens) and not tokens.gaps[index + 1].strip() else None
                )
                best = next(iter(story.suggester.suggest(word, left, right, limit=1)), None)
                if best is not None and best.kind == "split":
                    message = self.message.replace("{right}", best.text)
                    safety = Safety.SAFE if best.confidence >= 0.99 else self.safety
                    yield self.found(tokens.span(index), best.text, message=message, safety=safety)
