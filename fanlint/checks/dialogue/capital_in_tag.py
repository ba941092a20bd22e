"""A capital letter in a dialogue tag: “Are you hurt?” She asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.speech_tags import ONLY_TAGS, TAG_ENDS, noun_tag
from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech
from fanlint.text.verbs import EITHER_VERBS, SPEECH_VERBS

_TAG = re.compile(
    r" (?P<first>He|She|They|We|You|It|The|[A-Z][a-z]+ed|Said|Says)(?: (?P<second>[^\W\d_]+))?(?P<rest>.{0,20})", re.S
)
# The speaker, and a verb with a capital. The pattern is compiled on use, because few drafts need it.
_CAPITAL_VERB = (
    r" (?:[A-Z][^\W\d_]+|he|she|they|I) "
    r"(?P<verb>Said|Says|Asked|Asks|Replied|Whispered|Answered|Yelled|Shouted|Muttered)\b"
)
_TAG_ENDS = re.compile(r"\s*(?:[.,]|\w+ly\b|as\b|with\b|to\b|at\b|in\b)")
_PRONOUNS = frozenset("He She They We You It".split())
# A crowd often murmurs or shouts in a sentence of its own.
_CROWDS = frozenset("crowd crowds room hall house audience others".split())


class CapitalInTag(Rule):
    """Finds a capital letter in a dialogue tag: “Are you hurt?” She asked.

    The tag and the speech are one sentence, so the tag starts in lower case, even after a question mark or an
    exclamation mark: “Are you hurt?” she asked. Names and “I” keep their capital. fanlint leaves alone a sentence that
    only begins like a tag, such as: She asked the same question every day. The fix is safe because it changes only the
    case of a letter.
    """

    scope = Speech
    safety = Safety.SAFE
    message = "Use a lower-case letter here; the dialogue tag is part of the same sentence as the speech."
    examples = (
        '"Stop it," {He -> he} snapped.',
        "“Are you hurt?” {She -> she} asked.",
        '"No way!" {They -> they} shouted with one voice.',
        '"No way," {Said -> said} Ilse. "Really?" {Asked -> asked} Marten.',
        '"No way," Marten {Said -> said}.',
        '"Look out!" {The -> the} guard shouted.',
        '"I thought..." {She -> she} murmured.',
        '"Are you hurt?" She looked up.',
        '"I thought..." She looked up.',
        '"Look out!" The guard shouted orders at everyone.',
        '"Is it over?" I asked.',
        '"Is it over?" Ilse asked.',
        '"Is it over?" She asked the same question every day.',
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        mark = text[item.inner.end - 1 : item.inner.end]
        if not item.closed or not mark or mark not in ",?!.…" or not item.spoken:
            return
        yield from self._before_noun(item, mark, text)
        if verb := re.compile(_CAPITAL_VERB).match(text, item.span.end, item.block.span.end):
            yield self.found(Span(*verb.span("verb")), verb["verb"].lower())
        found = _TAG.match(text, item.span.end, item.block.span.end)
        if not found:
            return
        first, second = found["first"], found["second"] or ""
        if mark in ".…":
            # A sentence that trails off has usually ended, but a tag with nothing after it still belongs to it.
            trails_off = mark == "…" or text.endswith("..", item.inner.start, item.inner.end)
            if trails_off and first in _PRONOUNS and second in ONLY_TAGS and TAG_ENDS.match(found["rest"]):
                yield self.found(Span(*found.span("first")), first.lower(), safety=Safety.UNSAFE)
            return
        if first in _PRONOUNS:
            # After a comma only a tag can follow, but after ? or ! a new sentence may start.
            is_tag = second in SPEECH_VERBS and (mark == "," or _TAG_ENDS.match(found["rest"]))
            if not is_tag and mark == "," and second in EITHER_VERBS:
                yield self.found(Span(*found.span("first")), first.lower(), safety=Safety.UNSAFE)
                return
        else:
            is_tag = first.lower() in SPEECH_VERBS and (second[:1].isupper() or second in ("the", "he", "she"))
            if mark != ",":
                is_tag = is_tag and first.lower() in ONLY_TAGS and TAG_ENDS.match(found["rest"]) is not None
        if is_tag:
            safety = self.safety if item.certain else Safety.UNSAFE
            yield self.found(Span(*found.span("first")), first.lower(), safety=safety)

    def _before_noun(self, speech: Speech, mark: str, text: str) -> Iterator[Finding]:
        """Finds a capital in a tag whose speaker is a common noun: “Look out!” The guard shouted."""
        tag = noun_tag(text, speech.span.end, speech.block.span.end) if mark not in ".…" else None
        if tag is None or _CROWDS.intersection(tag.speaker):
            return
        first = text[tag.first.start : tag.first.end]
        if first[0].isupper() and (mark == "," or tag.is_whole):
            yield self.found(tag.first, first.lower(), safety=Safety.UNSAFE)
