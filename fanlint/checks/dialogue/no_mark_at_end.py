"""Speech that ends a paragraph without a punctuation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.speech_tags import asks
from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech
from fanlint.text.verbs import SPEECH_LEAD_INS

_LEAD_IN = re.compile(r"(?P<verb>[^\W\d_]+)(?: [^\W\d_]+ly| (?:him|her|them|me|us))?, ?$")
_MIN_WORDS = 2  # Minimum number of words. A single word may only be quoted, and its mark is hard to guess. Set by hand.
# Words that titles often write in lower case.
_LOWER_CASE_IN_TITLES = frozenset("a an and at by for from in into of on or the to with".split())


class NoMarkAtEnd(Rule):
    """Finds speech that ends a paragraph without a punctuation mark.

    A spoken sentence ends with a mark like any other, and without one readers wonder whether words are missing. fanlint
    checks only speech that is the last thing in its paragraph. It leaves titles, signs, single words and lines of verse
    alone.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "End the speech with a punctuation mark."
    examples = (
        'Ilse looked away.\n\n"I am {fine -> fine.}"\n\n"You are not," Marten said.',
        "Ilse sighed. “Nobody ever told {me -> me.}”",
        'Ilse said, "Nobody ever told {me -> me.}"',
        '"Nobody {there -> there.}"',
        '"What are you {doing -> doing?}"',
        '"I am fine," Ilse said.',
        '"The Song of the Sea"',
        'The sign read "closed for the winter"',
        '"roses are red and\n\nviolets are blue"',
        '"Just a—"',
        '"Nobody"',
        '"Beware of the Dog"',
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text, block = story.document.text, item.block.span
        inside = text[item.inner.start : item.inner.end]
        if not item.closed or not item.certain or not item.spoken or not inside[-1:].islower():
            return
        words = inside.split()
        if text[item.span.end : block.end].strip() or len(words) < _MIN_WORDS or "\n" in inside or _is_title(words):
            return
        if not self._begins(item, text) or _goes_on(text[block.end : block.end + 80]):
            return
        tokens = story.document.tokens
        word = tokens.span(tokens.at(item.inner.end - 1))
        if not story.knows(text[word.start : word.end]):
            return  # The word may belong to an invented language.
        last = inside[word.start - item.inner.end :]
        marks = "?.!" if asks(inside) else ".?!"
        yield self.found(Span(*word), *(last + mark for mark in marks))

    def _begins(self, speech: Speech, text: str) -> bool:
        """Whether the speech starts its paragraph, or follows a sentence or a tag such as “she said,”."""
        before = text[speech.block.span.start : speech.span.start].rstrip()
        if not text[speech.inner.start].isupper():
            return False
        if not before or before.endswith((".", "!", "?", "…")):
            return True
        lead_in = _LEAD_IN.search(before[-40:])
        return lead_in is not None and lead_in["verb"] in SPEECH_LEAD_INS


def _is_title(words: list[str]) -> bool:
    return all(word[0].isupper() or not word[0].isalpha() or word in _LOWER_CASE_IN_TITLES for word in words)


def _goes_on(after: str) -> bool:
    """Whether the next paragraph starts in lower case, as in verse or in text with line breaks inside sentences."""
    return after.lstrip().lstrip("\"“‘'«*_")[:1].islower()
