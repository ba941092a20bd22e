"""A comma, question mark or full stop after the closing quotation mark instead of before it."""

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
# A mark followed by the end of the paragraph or a new sentence.
_ENDS = re.compile(r"[.?!](?: (?=[A-Z“\"])|\Z)")
# Words that titles often write in lower case.
_LOWER_CASE_IN_TITLES = frozenset("a an and at by for from in into of on or the to with".split())
_SENTENCE_ENDS = '.!?”"'
# Minimum number of commas outside single marks, and their minimum ratio to commas inside, at which they are the story's
# own style. Set by hand.
_MIN_OUTSIDE = 5


class MarkOutside(Rule):
    """Finds a comma, full stop, question mark or exclamation mark after the closing quotation mark: “This is over”, he
    said.

    In dialogue the mark goes inside the quotation marks, in British and in American English: “This is over,” he said.
    fanlint leaves quoted words and titles alone, because British English puts the mark outside those. It also accepts a
    story that regularly puts commas outside single quotation marks.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "Put this mark inside the quotation marks."
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
            yield self.found(
                Span(end, end + 1), "", message=f"Remove this comma; the “{last}” already ends the speech."
            )
            return
        if (
            not item.closed
            or self._is_own_style(text[item.inner.end : end], story)
            or last in ("", ".", ",", "?", "!", "…", "—", "-")
        ):
            return
        if self._ends_before_tag(item, text) or self._ends_sentence(item, text):
            span = Span(item.inner.end, end + 1)
            edit = Edit(span, text[end] + text[item.inner.end : end])
            yield self.found(span, fixes=(Fix((edit,), self.safety, "Put the mark inside."),))

    def _is_own_style(self, mark: str, story: Story) -> bool:
        """Whether the story regularly puts commas outside single quotation marks."""
        if mark not in ("'", "’"):
            return False
        places = story.document.tokens.gap_places
        outside, inside = (len(places.get(gap, ())) for gap in (f"{mark}, ", f",{mark} "))
        return outside >= _MIN_OUTSIDE and outside > _MIN_OUTSIDE * inside

    def _ends_before_tag(self, speech: Speech, text: str) -> bool:
        """Whether a mark and a dialogue tag follow speech that starts a paragraph or a sentence."""
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
        """Whether the mark ends a spoken sentence, which stands alone or follows a tag such as “she said,”."""
        if speech.spoken and speech.opened and self._stands_alone(speech, text):
            return True
        if text[speech.span.end : speech.block.span.end].strip() != "." or len(_words(speech, text)) < 2:
            return False
        lead_in = _LEAD_IN.search(text, max(speech.block.span.start, speech.span.start - 30), speech.span.start)
        return lead_in is not None and lead_in["verb"] in SPEECH_LEAD_INS and text[speech.inner.start].isupper()

    def _stands_alone(self, speech: Speech, text: str) -> bool:
        """Whether the speech is a complete sentence, not part of the narrator's, with its end mark outside."""
        words = _words(speech, text)
        before = text[speech.block.span.start : speech.span.start].rstrip()
        if (before and before[-1] not in _SENTENCE_ENDS) or len(words) < 2 or not words[0][0].isupper():
            return False
        if all(word[0].isupper() or word in _LOWER_CASE_IN_TITLES for word in words):
            return False  # This is a title.
        return _ENDS.match(text, speech.span.end, speech.block.span.end) is not None


def _words(speech: Speech, text: str) -> list[str]:
    return text[speech.inner.start : speech.inner.end].split()
