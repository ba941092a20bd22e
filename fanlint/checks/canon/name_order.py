"""A full name whose two parts are not in the story's usual order."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story, without_possessive
from fanlint.text.document import Document


class NameOrder(Rule):
    """Finds a full name in a different order from most full names in the story.

    Family name first (Uzumaki Naruto) and given name first (Naruto Uzumaki) are both right, but a story that mixes them
    can confuse its readers. fanlint follows the order that the story uses more often and says nothing if both are
    equally common. A name that has only one order, such as Rock Lee, does not count.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "This story usually writes {usual} ({count} times); here it is the other way round."
    languages = ("en", "es", "fr", "de", "pt", "it")
    example_canon = ("naruto",)
    examples = (
        "Uzumaki Naruto met Uchiha Sasuke. {Sakura Haruno -> Haruno Sakura} waved.",
        "Naruto Uzumaki met Sasuke Uchiha. {Haruno Sakura -> Sakura Haruno} waved.",
        "Uzumaki Naruto met Rock Lee and Might Guy.",
        "Naruto Uzumaki met Uchiha Sasuke.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if not story.canon:
            return
        given_first, family_first = self._places(item, story)
        if len(given_first) == len(family_first):
            return
        given_wins = len(given_first) > len(family_first)
        usual = "the given name first" if given_wins else "the family name first"
        count = max(len(given_first), len(family_first))
        for index in family_first if given_wins else given_first:
            span, fix = self._turned(index, item)
            yield self.found(span, usual=usual, count=count, fixes=(fix,))

    def _places(self, document: Document, story: Story) -> tuple[list[int], list[int]]:
        """Indices of the second words of full names, in two lists: given name first and family name first."""
        tokens, names = document.tokens, story.canon.names
        given_first: list[int] = []
        family_first: list[int] = []
        starts = sorted(index for name in names.keys() & tokens.places.keys() for index in tokens.places[name])
        for index in (start + 1 for start in starts if start + 1 < len(tokens)):
            first, second = tokens.keys[index - 1], without_possessive(tokens.words[index]).lower()
            if second not in names or tokens.gaps[index] != " " or self._is_in_row(index, document, story):
                continue
            both = [one for one in names[first] if one in names[second] and not one.fixed]
            if both:
                is_given = first in map(str.lower, both[0].forms(both[0].given))
                (given_first if is_given else family_first).append(index)
        return given_first, family_first

    def _is_in_row(self, index: int, document: Document, story: Story) -> bool:
        """Whether a third name stands next to the two, so that it is unclear which ones belong together."""
        tokens, names = document.tokens, story.canon.names
        before = tokens.gaps[index - 1] == " " and index > 1 and tokens.words[index - 2].lower() in names
        after = tokens.gaps[index + 1] == " " and index + 1 < len(tokens) and tokens.words[index + 1].lower() in names
        return before or after

    def _turned(self, index: int, document: Document) -> tuple[Span, Fix]:
        """The span of the full name whose second word is at ``index``, and the fix that swaps its two words."""
        first, second = document.tokens.words[index - 1], document.tokens.words[index]
        stem = without_possessive(second)
        span = document.tokens.span(index - 1, index)
        text = f"{stem} {first}{second[len(stem) :]}"
        return span, Fix((Edit(span, text),), self.safety, f"Write “{text}”.")
