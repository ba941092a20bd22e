"""An article both before and after an adjective: “a good a friend”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_ARTICLES = ("a", "an")
# Adjectives. Measures and nouns are left out, because they can be between two articles: a dollar a day.
_BETWEEN = frozenset(
    """awful bad beautiful better big bigger clear close cold common complete dangerous dark dear decent deep different
    easy empty entire excellent famous free friendly full good great handsome happy hard heavy high horrible hot
    huge important larger long longer lovely low lucky more much narrow new nice old older open ordinary perfect
    pleasant poor powerful pretty private proper quick quiet real rich sad serious sharp short simple slight
    slow smaller soft special strange strong sudden sweet tall terrible thick thin tiny true ugly useful usual
    very warm weak whole wide wild wonderful worse wrong young younger""".split()
)


class TwoArticles(Rule):
    """Finds an article both before and after an adjective: “she is a good a friend”.

    The second article is often left over from an earlier version, such as “so good a friend”. fanlint checks only a
    list of common adjectives, and leaves “a dollar a day” and “so long a day” alone.
    """

    scope = Document
    safety = Safety.UNSAFE
    message = "Remove one of the two articles."
    examples = (
        "She is {a good a -> a good} friend of mine.",
        "It was {a much a -> a much} better word for it.",
        "She was so good a friend that he gave her half a dollar a day.",
        "Was that an old, a very old house?",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        keys, gaps = tokens.keys, tokens.gaps
        for first in sorted(first for word in _ARTICLES for first in tokens.places.get(word, ())):
            between, second = first + 1, first + 2
            framed = second < len(tokens) and keys[between] in _BETWEEN and keys[second] in _ARTICLES
            if framed and gaps[between] == gaps[second] == gaps[second + 1] == " ":
                yield self.found(tokens.span(first, second), item.slice(tokens.span(first, between)))
