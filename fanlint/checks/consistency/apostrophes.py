"""Straight apostrophes in a story that uses curly ones, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.tokens import fold

_NAMES = {"'": "straight", "’": "curly"}


class Apostrophes(Rule):
    """Finds straight apostrophes (don't) in a story that uses curly ones (don’t), or the reverse.

    Both shapes are right, but a mixture looks careless. The odd ones usually come from another program, a phone or a
    pasted scene. fanlint checks only apostrophes inside a word, because elsewhere the same character may be a quotation
    mark.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "This story usually uses {right} apostrophes; here it uses {wrong} ones ({times})."
    examples = (
        "He didn’t. She wouldn’t. They couldn’t. It’s late, and I don{' -> ’}t know.",
        "He didn't. She wouldn't. They couldn't. It's late, and I don{’ -> '}t know.",
        "He didn’t. She wouldn’t. It’s late, and I don't know.",
        "He didn’t, and I don't know. She won’t, and I can't see.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        by_mark: dict[str, list[str]] = {
            mark: [word for word in item.vocabulary.counts if mark in word] for mark in _NAMES
        }
        counts = {mark: sum(map(item.vocabulary.counts.__getitem__, words)) for mark, words in by_mark.items()}
        usual = usual_way(counts)
        if usual is None:
            return
        (odd,) = (mark for mark in _NAMES if mark != usual)
        tokens = item.tokens
        edits = []
        for word in by_mark[odd]:
            places = [index for index in tokens.places[fold(word)] if tokens.words[index] == word]
            for start in map(tokens.start, places):
                edits += [Edit(Span(start + at, start + at + 1), usual) for at, char in enumerate(word) if char == odd]
        edits = sorted(edit for edit in edits if in_story(item, edit.span.start))
        if edits:
            message = self.message.replace("{right}", _NAMES[usual]).replace("{wrong}", _NAMES[odd])
            message = message.replace("{times}", times(len(edits)))
            yield told_together(self, edits, message, f"Use {_NAMES[usual]} apostrophes everywhere.")
