"""Two words written as one."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# Two nouns in one are as often a word of the author's (viewscreen); with a small word in it, it is a slip.
_SMALL = frozenset(
    "a an the of to for by from with and or but not than then that this these those he she it we they you i him her "
    "his its their them us me my your our who what when where was were is are has had have did do does would could "
    "should will can may might just in at as if so like into".split()
)


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
        "They spoke {forJohn -> for John}. John was glad.",
        "The mirrorwolf howled. No mirrorwolf had howled so. The mirrorwolf ran.",
        "He was matter-of-fact about it. McGregor had an iPhone.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if not story.is_english:
            return
        tokens = item.tokens
        for word, places in story.unknown.items():
            if story.is_coinage(word):
                continue
            if halves := _at_capital(word, story):
                for index in places:
                    message = self.message.replace("{right}", halves)
                    yield self.found(tokens.span(index), halves, message=message)
                continue
            if not word.islower() or len(word) < 5:
                continue
            for index in places:
                if "-" in tokens.gaps[index][-1:] + tokens.gaps[index + 1][:1]:
                    continue
                best = next(iter(story.suggestions(index)), None)
                if best is not None and best.kind == "split" and _SMALL.intersection(best.text.split()):
                    message = self.message.replace("{right}", best.text)
                    safety = Safety.SAFE if best.confidence >= 0.99 else self.safety
                    yield self.found(tokens.span(index), best.text, message=message, safety=safety)


def _at_capital(word: str, story: Story) -> str | None:
    """Two known words with a capital where the space should be: forJohn; None for MacLeod and iPhone."""
    cut = next((at for at, char in enumerate(word) if at > 0 and char.isupper()), 0)
    first, second = word[:cut], word[cut:]
    if first != "I" and (len(first) < 2 or not first.islower()):
        return None
    if not (second[1:].islower() or second == "I"):
        return None
    known = story.lexicon.is_common(first.lower()) and (
        story.knows(second) or second in story.document.vocabulary.names
    )
    return f"{first} {second}" if known else None
