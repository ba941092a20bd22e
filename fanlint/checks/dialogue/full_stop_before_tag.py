"""A full stop between speech and its dialogue tag: “I know.” she said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.speech_tags import ONLY_TAGS, TAG_ENDS, asks, is_name, noun_tag
from fanlint.model import Edit, Finding, Fix, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.case import capitalise
from fanlint.text.dialogue import PRONOUNS, Speech
from fanlint.text.sentences import ABBREVIATIONS
from fanlint.text.verbs import EITHER_VERBS, SPEECH_VERBS, is_phrasal

_NEXT = re.compile(r" ?(?P<first>[^\W\d_]+(?:['’-][^\W\d_]+)*)(?: (?P<second>[^\W\d_]+))?(?P<rest>.{0,24})", re.S)
_ABBREVIATED = rf"(?:\.[^\W\d_]|\b(?:{'|'.join(sorted(ABBREVIATIONS))}|inc|ltd|co))\.$"


class FullStopBeforeTag(Rule):
    """Finds a full stop between speech and its dialogue tag, where a comma belongs.

    The speech and the tag are one sentence: “I know,” she said. A question mark or an exclamation mark may stay. An
    action is a sentence of its own, so the full stop before it is right: “I know.” She turned away. The fix is safe
    only if the words after the speech can be nothing but a tag. If they may also be an action, fanlint shows both ways
    and changes nothing.
    """

    scope = Speech
    safety = Safety.SAFE
    message = "Put a comma before the dialogue tag, not a full stop."
    question = "Put a question mark before the dialogue tag; the speech is a question."
    examples = (
        '"I have to go{. -> ,}" she said.',
        "“We leave at dawn{. -> ,}” said Marten.",
        '"We leave at dawn{. -> ,}" Marten said quietly. Marten was tired, and old Marten knew it.',
        '"I never saw it{. -> ,}" she began.',
        '"What are you doing{. -> ?}" she said.',
        '"There are two of them{. -> ,}" he pointed out.',
        '"We leave at dawn{. -> ,}" Marten told Ilse. Nobody answered Marten.',
        '"No wind{. -> ,}" the old sailor said, squinting.',
        '"I know." She turned away.',
        '"No wind." The words he said were few.',
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
            return  # The full stop belongs to the abbreviation; a comma would follow it.
        span = Span(stop, stop + 1)
        yield from self._before_noun(item, span, text)
        if first.islower() and (first in SPEECH_VERBS or (first in PRONOUNS and second in SPEECH_VERBS)):
            if asks(text[item.inner.start : stop]):
                yield self.found(span, "?", ",", message=self.question, safety=Safety.UNSAFE)
            else:
                yield self.found(span, ",", safety=self.safety if item.certain else Safety.UNSAFE)
        elif (
            first.islower() and first in PRONOUNS and is_phrasal(second, found["rest"][1:].split(" ")[0].rstrip(".,;:"))
        ):
            yield self.found(span, ",", safety=Safety.UNSAFE)
        elif first.islower() and first in PRONOUNS and second in EITHER_VERBS:
            beat = Fix(
                (Edit(Span(found.start("first"), found.end("first")), capitalise(first)),),
                Safety.MANUAL,
                f"Put a capital letter here: “{capitalise(first)}”.",
            )
            comma = Fix((Edit(span, ","),), Safety.MANUAL, "Put a comma here.")
            either = f"Put a comma here if a dialogue tag follows, or start a new sentence with “{capitalise(first)}”."
            yield self.found(span, message=either, fixes=(comma, beat))
        elif second in ONLY_TAGS and TAG_ENDS.match(found["rest"]):
            to_comma = Edit(span, ",")
            if is_name(first, story):
                edits: tuple[Edit, ...] = (to_comma,)
            elif first in ("He", "She", "They", "We"):
                edits = (to_comma, Edit(Span(*found.span("first")), first.lower()))
            else:
                return
            yield self.found(span, fixes=(Fix(edits, Safety.UNSAFE, "Put a comma before the tag."),))

    def _before_noun(self, speech: Speech, stop: Span, text: str) -> Iterator[Finding]:
        """Finds a full stop before a tag whose speaker is a common noun: “No wind.” the old sailor said."""
        tag = noun_tag(text, speech.span.end, speech.block.span.end)
        if tag is None:
            return
        first = text[tag.first.start : tag.first.end]
        if first.islower():
            yield self.found(stop, ",", safety=self.safety if tag.is_whole and speech.certain else Safety.UNSAFE)
        elif tag.is_whole:
            edits = (Edit(stop, ","), Edit(tag.first, first.lower()))
            yield self.found(stop, fixes=(Fix(edits, Safety.UNSAFE, "Put a comma before the tag."),))
