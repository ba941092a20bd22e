"""A comma, question mark or full stop on the wrong side of the closing quotation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Edit, Finding, Fix, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import PRONOUNS, Speech
from fanlint.text.verbs import EITHER_VERBS, SPEECH_LEAD_INS, SPEECH_VERBS

_TAG = re.compile(r"(?P<mark>[,?!]) (?P<first>[^\W\d_]+)(?: (?P<second>[^\W\d_]+))?")
_LEAD_IN = re.compile(r"(?P<verb>[^\W\d_]+), ?$")
# The mark, and then the end of the paragraph or a new sentence.
_ENDS = re.compile(r"[.?!](?: (?=[A-Z“\"])|\Z)")
_SMALL = frozenset("a an and at by for from in into of on or the to with".split())
_SENTENCE_ENDS = '.!?”"'
_CUSTOM = 5  # commas outside, and for each inside, from which they are the story's own way


class MarkOutside(Rule):
    """The mark that ends a speech stands inside its quotation marks: “This is over,” he said.

    That holds for dialogue on both sides of the Atlantic. Quoted words and titles, where the British put the mark
    outside, are left alone.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "This mark belongs to the speech, so it stands before the closing quotation mark."
    examples = (
        '"This is over{", -> ,"} he said.',
        "“Where are you going{”? -> ?”} Marten asked.",
        'He said, "This is over{". -> ."}',
        "“What do you mean{”? -> ?”}",
        '"I was late{". -> ."} He sat down.',
        '"Stop it!"{, -> } she cried.',
        '"The Pit of the Dead". It was an old song.',
        '"This is over," he said.',
        "'This is over{', -> ,'} he said.",
        "'So it is', he said. " * 5 + "'Well then', said Ilse.",
        'He had read "The Pit", she said.',
        "The so-called “hero”, he said, had run.",
        'She sang "Over the Hills".',
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        end = item.span.end
        last = text[item.inner.end - 1 : item.inner.end]
        if item.closed and last in ("?", "!") and text[end : end + 1] == "," and self._ends_before_tag(item, text):
            yield self.found(Span(end, end + 1), "", message="The speech has its mark already.")
            return
        if (
            not item.closed
            or self._is_custom(text[item.inner.end : end], story)
            or last in ("", ".", ",", "?", "!", "…", "—", "-")
        ):
            return
        if self._ends_before_tag(item, text) or self._ends_sentence(item, text):
            span = Span(item.inner.end, end + 1)
            edit = Edit(span, text[end] + text[item.inner.end : end])
            yield self.found(span, fixes=(Fix((edit,), self.safety, "Put the mark inside."),))

    def _is_custom(self, mark: str, story: Story) -> bool:
        """Whether a story with speech in single marks has its commas outside of them wherever it can."""
        if mark not in ("'", "’"):
            return False
        places = story.document.tokens.gap_places
        outside, inside = (len(places.get(gap, ())) for gap in (f"{mark}, ", f",{mark} "))
        return outside >= _CUSTOM and outside > _CUSTOM * inside

    def _ends_before_tag(self, speech: Speech, text: str) -> bool:
        """Whether a mark and then a tag follow a speech that begins its paragraph or a sentence."""
        found = _TAG.match(text, speech.span.end, speech.block.span.end)
        if found is None or not (speech.spoken and speech.opened):
            return False
        before = text[speech.block.span.start : speech.span.start].rstrip()
        if before and before[-1] not in _SENTENCE_ENDS:
            return False
        first, second = found["first"], found["second"] or ""
        verbs = SPEECH_VERBS | EITHER_VERBS
        return (first in PRONOUNS and second in verbs) or first in verbs or (first[0].isupper() and second in verbs)

    def _ends_sentence(self, speech: Speech, text: str) -> bool:
        """Whether the paragraph's full stop follows a whole sentence led in to by a verb of speech and a comma."""
        if speech.spoken and speech.opened and self._stands_alone(speech, text):
            return True
        if text[speech.span.end : speech.block.span.end].strip() != "." or len(_words(speech, text)) < 2:
            return False
        lead_in = _LEAD_IN.search(text, max(speech.block.span.start, speech.span.start - 30), speech.span.start)
        return lead_in is not None and lead_in["verb"] in SPEECH_LEAD_INS and text[speech.inner.start].isupper()

    def _stands_alone(self, speech: Speech, text: str) -> bool:
        """Whether a whole sentence in marks follows another one or none, and has its own mark outside."""
        words = _words(speech, text)
        before = text[speech.block.span.start : speech.span.start].rstrip()
        if (before and before[-1] not in _SENTENCE_ENDS) or len(words) < 2 or not words[0][0].isupper():
            return False
        if all(word[0].isupper() or word in _SMALL for word in words):
            return False  # a title
        return _ENDS.match(text, speech.span.end, speech.block.span.end) is not None


def _words(speech: Speech, text: str) -> list[str]:
    return text[speech.inner.start : speech.inner.end].split()
