"""A full stop where speech runs on into "she said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Edit, Finding, Fix, Safety, Span
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.case import capitalise
from fanlint.text.dialogue import PRONOUNS, Speech
from fanlint.text.sentences import ABBREVIATIONS
from fanlint.text.verbs import EITHER_VERBS, SPEECH_VERBS

_NEXT = re.compile(r" ?(?P<first>[^\W\d_]+(?:['’-][^\W\d_]+)*)(?: (?P<second>[^\W\d_]+))?(?P<rest>.{0,24})", re.S)
# Verbs that may as well begin a sentence of their own after a speech: Lee called the dog. She answered the door.
_ONLY_TAGS = SPEECH_VERBS - frozenset(
    "called calls continued continues lied lies ordered orders pressed presses swore swears screamed screams shrieked "
    "shrieks wailed wails sobbed sobs".split()
)
_ABBREVIATED = rf"(?:\.[^\W\d_]|\b(?:{'|'.join(sorted(ABBREVIATIONS))}|inc|ltd|co))\.$"
# What shows that the tag is all there is; a comma before another speech leads in to that one instead.
_TAG_ENDS = re.compile(r"\s*(?:\.|,(?!\s*[\"“‘'])|\w+ly\b(?!\s*[:,]\s*[\"“‘'])|(?:to )?(?:him|her|them|me|us)[.,])")


class FullStopBeforeTag(Rule):
    """Speech and its tag are one sentence, so a comma stands before “she said”, not a full stop.

    “I know,” she said. The tag tells who speaks; it is no sentence of its own. A question or exclamation mark may
    stay. Where what follows is an action (“I know.” She turned away.) the full stop is right and the action begins
    with a capital; where both could be meant, fanlint shows both and changes nothing by itself.
    """

    scope = Speech
    safety = Safety.SAFE
    message = "The speech runs on into the tag, so it ends in a comma."
    examples = (
        '"I have to go{. -> ,}" she said.',
        "“We leave at dawn{. -> ,}” said Marten.",
        '"We leave at dawn{. -> ,}" Marten said quietly. Marten was tired, and old Marten knew it.',
        '"I never saw it{. -> ,}" she began.',
        '"I know." She turned away.',
        '"Hush." He whispered, "They are here."',
        '"I know." Marten said nothing for a while, but later Marten wept.',
        '"I know," she said.',
        '"What is it?" she said.',
        '"I used to work in I.T." she said.',
        '"Pens, paper, etc." she said.',
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        stop = item.inner.end - 1
        if not item.closed or text[stop : stop + 1] != "." or text[stop - 1 : stop] in (".", "") or not item.spoken:
            return
        found = _NEXT.match(text, item.span.end, item.block.span.end)
        if not found or text[item.span.end] != " ":
            return
        first, second = found["first"], found["second"] or ""
        if re.compile(_ABBREVIATED, re.I).search(text, max(0, stop - 12), stop + 1):
            return  # the full stop belongs to the word; a comma would stand after it
        span = Span(stop, stop + 1)
        if first.islower() and (first in SPEECH_VERBS or (first in PRONOUNS and second in SPEECH_VERBS)):
            yield self.found(span, ",", safety=self.safety if item.certain else Safety.UNSAFE)
        elif first.islower() and first in PRONOUNS and second in EITHER_VERBS:
            beat = Fix(
                (Edit(Span(found.start("first"), found.end("first")), capitalise(first)),),
                Safety.MANUAL,
                f"Or begin a new sentence: “{capitalise(first)}”.",
            )
            comma = Fix((Edit(span, ","),), Safety.MANUAL, "Write a comma.")
            either = "Either the speech runs on into its tag, or a new sentence begins."
            yield self.found(span, message=either, fixes=(comma, beat))
        elif second in _ONLY_TAGS and _TAG_ENDS.match(found["rest"]):
            to_comma = Edit(span, ",")
            if _is_name(first, story):
                edits: tuple[Edit, ...] = (to_comma,)
            elif first in ("He", "She", "They", "We"):
                edits = (to_comma, Edit(Span(*found.span("first")), first.lower()))
            else:
                return
            yield self.found(span, fixes=(Fix(edits, Safety.UNSAFE, "Write a comma."),))


def _is_name(word: str, story: Story) -> bool:
    """Whether a capitalised word can be nothing but someone's name, here or anywhere."""
    if word in story.document.vocabulary.names or story.canon.knows(word) or story.lexicon.is_proper(word):
        return True
    return word[0].isupper() and not story.lexicon.accepts(word.lower())
