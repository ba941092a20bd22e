"""The same small word twice in a row."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.languages import ENGLISH
from fanlint.model import Finding, Safety, Span
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# Words that never stand twice in a row but by a slip; “had had”, “that that”, “no no” may. The second set may too, in
# a rare sentence (“responsible for for years”), and is only offered.
_CERTAIN = frozenset("the a an of with from they his their be have at".split())
_LIKELY = frozenset("and for but we into as or if my your this these are".split())


class DoubledWord(Rule):
    """The eye jumps over a word that stands twice, most of all at the end of a line.

    Only words that cannot rightly follow themselves are marked; “had had” and “that that” are English. In other
    languages the fix is only offered.
    """

    scope = Document
    safety = Safety.SAFE
    languages = ("en", "es", "fr", "de", "pt", "it", "ru")
    message = "“{word}” stands here twice."
    examples = (
        "She put it on {the the -> the} table.",
        "He came {with\nwith -> with} his sister.",
        "She had had enough of that that day.",
        "No, no, no!",
        "The the-ory was thin.",
        "What it is, is a lie.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        english = story.language == ENGLISH
        certain = _CERTAIN if english else frozenset()
        for word in _CERTAIN | _LIKELY if english else story.about.doubled:
            for index in tokens.places.get(word, ()):
                if self._is_double(index, item):
                    span = Span(tokens.start(index - 1), tokens.end(index))
                    message = self.message.replace("{word}", word)
                    yield self.found(
                        span,
                        tokens.words[index - 1],
                        message=message,
                        safety=self.safety if word in certain else Safety.UNSAFE,
                    )

    def _is_double(self, index: int, document: Document) -> bool:
        tokens = document.tokens
        if index == 0 or tokens.keys[index - 1] != tokens.keys[index]:
            return False
        gap = tokens.gaps[index]
        beside = tokens.gaps[index - 1][-1:] + tokens.gaps[index + 1][:1]
        if gap.strip() or gap.count("\n") > 1 or not gap or "-" in beside:
            return False
        return tokens.words[index].islower() or tokens.words[index - 1] == tokens.words[index]
