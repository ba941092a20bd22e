"""A full stop between a thought and its tag: *I can't go back.* she thought."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.speech_tags import TAG_ENDS, is_name
from fanlint.model import Edit, Finding, Fix, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.case import capitalise
from fanlint.text.dialogue import PRONOUNS
from fanlint.text.document import Document

_VERBS = ("thought", "wondered", "mused", "pondered", "reflected")


class ThoughtTag(Rule):
    """Finds a full stop between a thought and its tag, where a comma belongs.

    As with speech, the thought and the tag are one sentence: *I can't go back,* she thought. A question mark or an
    exclamation mark may stay. The fix is safe if the thought is marked, as here with stars. Without such marks, a new
    sentence may be meant, so fanlint offers a capital letter as well.
    """

    scope = Document
    safety = Safety.SAFE
    message = "Put a comma between the thought and its tag, not a full stop."
    unmarked = "Put a comma between the thought and its tag, or start a new sentence: “{right}”."
    examples = (
        "*I can't go back{.* she -> ,* she} thought.",
        "_Not now{._ Ilse -> ,_ Ilse} thought wearily. Then Ilse laughed.",
        "I can't go back{. she -> , she} thought.",
        "*I can't go back,* she thought.",
        "*I can't go back.* She thought of home.",
        "*Why now?* she thought.",
        "It was late. She thought.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens, text = item.tokens, item.text
        for verb in _VERBS:
            for place in tokens.places.get(verb, ()):
                gap = tokens.gaps[place - 1] if place > 1 else ""
                stars = gap[1:-1]
                if not (gap.startswith(".") and gap.endswith(" ") and not stars.strip("*_")):
                    continue
                rest = text[tokens.end(place) : tokens.end(place) + 24].removeprefix(" to herself")
                if tokens.gaps[place] == " " and TAG_ENDS.match(rest.removeprefix(" to himself")):
                    yield from self._before(place - 1, bool(stars), item, story)

    def _before(self, who: int, starred: bool, document: Document, story: Story) -> Iterator[Finding]:
        """The finding for a tag that starts with the word at ``who``."""
        tokens = document.tokens
        word, start = tokens.words[who], tokens.end(who - 1)
        span = Span(start, tokens.end(who))
        comma = Edit(Span(start, start + 1), ",")
        if word.islower() and word in PRONOUNS:
            safety = self.safety if starred else Safety.UNSAFE
            fixes = [Fix((comma,), safety, "Put a comma before the tag.")]
            message = self.message
            if not starred:
                capital = Edit(tokens.span(who), capitalise(word))
                fixes.append(Fix((capital,), Safety.MANUAL, f"Put a capital letter here: “{capitalise(word)}”."))
                message = self.unmarked.replace("{right}", document.text[start : tokens.start(who)] + capitalise(word))
            yield self.found(span, message=message, fixes=tuple(fixes))
        elif starred and word[0].isupper() and (word == "I" or is_name(word, story)):
            yield self.found(span, fixes=(Fix((comma,), Safety.UNSAFE, "Put a comma before the tag."),))
