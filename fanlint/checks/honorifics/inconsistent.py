"""One speaker who calls one person by two honorifics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.honorifics import Address, addresses

_NARRATION = "the narration"


class Inconsistent(Rule):
    """A speaker keeps to one honorific for a person, unless something happens between the two.

    Lee-san and Lee-kun in the same mouth look like a slip. Different speakers may of course differ, and so may one
    speaker after a confession or a quarrel: so this is only a hint, and nothing is mended by itself. Narration that
    uses an honorific is held to what the story's people say.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.MANUAL
    languages = ("any",)
    message = "{who} {there} {count} times, and here it is {here}."
    examples = (
        '"Emi-chan!" Jun called. Emi sat by Jun. "Emi-chan, wait," Jun said. Then: "Emi-chan?" Jun asked.\n\n'
        '"Not now, {Emi-san -> Emi-chan}," Jun said.',
        'It was late. {Emi-san -> Emi-chan} had left. "Emi-chan!" he called. "Emi-chan, wait. Emi-chan! Emi-chan!"',
        '"Emi-chan!" Jun called. "Emi-san," Kei said. Emi knew Jun, and Emi knew Kei.',
        '"Emi-chan!" he called. "Emi-chan!" he called again.',
        '"Emi-chan and Kei-san are here," Jun said to Emi.',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        by_name: dict[str, list[tuple[str | None, Address]]] = {}
        for address in sorted(addresses(item.tokens)):
            by_name.setdefault(address.name, []).append((self._speaker(address, item), address))
        for name, uses in by_name.items():
            if len({address.honorific for _, address in uses}) > 1:
                yield from self._judge(name, uses, item)

    def _speaker(self, address: Address, document: Document) -> str | None:
        speech = document.speech_at(document.tokens.start(address.name_index))
        return _NARRATION if speech is None else document.speaker(speech)

    def _judge(self, name: str, uses: list[tuple[str | None, Address]], document: Document) -> Iterator[Finding]:
        spoken = Counter(address.honorific for who, address in uses if who != _NARRATION)
        for speaker in sorted({who for who, _ in uses if who is not None}):
            own = Counter(address.honorific for who, address in uses if who == speaker)
            if speaker == _NARRATION:
                # The narrator's word against all that is said: only where nobody says it.
                usual, count = spoken.most_common(1)[0] if spoken else ("", 0)
                odd = [form for form in own if form != usual and not spoken[form] and own[form] * 3 <= count]
            else:
                usual, count = own.most_common(1)[0]
                odd = [form for form in own if form != usual and own[form] * 3 <= count]
            for who, address in uses:
                if who == speaker and address.honorific in odd:
                    yield self._found(name, speaker, usual, count, address, document)

    def _found(self, name: str, speaker: str, usual: str, count: int, address: Address, document: Document) -> Finding:
        span = document.tokens.span(address.name_index, address.honorific_index)
        span = span._replace(end=document.tokens.start(address.honorific_index) + len(address.honorific))
        here, there = f"{name}-{address.honorific}", f"{name}-{usual}"
        who = "In speech it is" if speaker == _NARRATION else f"{speaker} says"
        message = self.message.format(who=who, there=there, count=count, here=here)
        return self.found(span, f"{name}-{usual}", message=message)
