"""An honorific that differs from the one a speaker usually uses for that person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.honorifics import Address, addresses, usual_spelling

_NARRATION = "the narration"
_MIN_RATIO = 3  # Minimum ratio of the usual honorific's uses to the unusual one's. Set by hand.


class Inconsistent(Rule):
    """Finds an honorific that differs from the one a speaker usually uses for that person: “Lee-kun” for “Lee-san”.

    Such a change tells readers that the relationship has changed, so an accidental one misleads them. If it is
    intended, for instance after a confession or a quarrel, keep it; fanlint only asks. It leaves alone the first use, a
    change that lasts, and the honorifics that the canon lists for the speaker. In narration, it reports only an
    honorific that none of the characters use.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.MANUAL
    languages = ("any",)
    message = "{who} “{there}” ({count} times); here it is “{here}”."
    example_canon = ("naruto",)
    examples = (
        '"Emi-chan!" Jun called. Emi sat by Jun. "Emi-chan, wait," Jun said. Then: "Emi-chan?" Jun asked.\n\n'
        '"Not now, {Emi-san -> Emi-chan}," Jun said.',
        'It was late. {Emi-san -> Emi-chan} had left. "Emi-chan!" he called. "Emi-chan, wait. Emi-chan! Emi-chan!"',
        '"Lee-san!" Sakura called. "Wait, Lee-san," Sakura said. "Not you, {Lee-kun -> Lee-san}," Sakura said.',
        '"Emi-chan!" Jun called. "Emi-san," Kei said. Emi knew Jun, and Emi knew Kei.',
        '"Emi-chan!" he called. "Emi-chan!" he called again.',
        '"Emi-chan and Kei-san are here," Jun said to Emi.',
        '"Emi-san?" Jun said. "Emi-chan!" Jun called. "Emi-chan," Jun said. "Emi-chan," Jun said to Emi.',
        '"Lee-kun!" Sakura called. "Wait, Lee-kun," Sakura said. "Not you, Lee-kun," Sakura said.',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        by_name: dict[str, list[tuple[str | None, Address]]] = {}
        for address in sorted(addresses(item.tokens)):
            by_name.setdefault(address.name, []).append((self._speaker(address, item), address))
        for name, uses in by_name.items():
            if len({address.kind for _, address in uses}) > 1:
                yield from self._narrated(uses, item)
                for speaker in sorted({who for who, _ in uses if who is not None and who != _NARRATION}):
                    own = [address for who, address in uses if who == speaker]
                    yield from self._spoken(name, speaker, own, item, story)

    def _speaker(self, address: Address, document: Document) -> str | None:
        """Who speaks the words at an address: a character, the narration, or None if that is unclear."""
        speech = document.speech_at(document.tokens.start(address.name_index))
        return _NARRATION if speech is None else document.speaker(speech)

    def _narrated(self, uses: list[tuple[str | None, Address]], document: Document) -> Iterator[Finding]:
        """Findings in the narration: honorifics that no character uses for this person."""
        spoken = Counter(address.kind for who, address in uses if who != _NARRATION)
        narrated = Counter(address.kind for who, address in uses if who == _NARRATION)
        usual, count = spoken.most_common(1)[0] if spoken else ("", 0)
        for who, address in uses:
            odd = not spoken[address.kind] and narrated[address.kind] * _MIN_RATIO <= count
            if who == _NARRATION and odd:
                form = _form(usual, [one for _, one in uses])
                yield self._found("Characters usually say", form, count, address, document)

    def _spoken(
        self, name: str, speaker: str, own: list[Address], document: Document, story: Story
    ) -> Iterator[Finding]:
        kinds = Counter(address.kind for address in own)
        in_canon = _in_canon(speaker, name, story)
        usual, count = max(kinds.items(), key=lambda item: (item[1], item[0] in in_canon))
        # A form that the canon lists needs no ratio, only more than one use.
        enough = 1 if usual in in_canon and count > 1 else _MIN_RATIO
        for address in own[1 : len(own) - _lasting(own)]:
            if address.kind != usual and address.kind not in in_canon and kinds[address.kind] * enough <= count:
                yield self._found(f"{speaker} usually says", _form(usual, own), count, address, document)

    def _found(self, who: str, there: str, count: int, address: Address, document: Document) -> Finding:
        span = document.tokens.span(address.name_index, address.honorific_index)
        here = f"{address.name}-{address.honorific}"
        span = span._replace(end=span.start + len(here))
        there = f"{address.name}-{there}"
        message = self.message.format(who=who, there=there, count=count, here=here)
        return self.found(span, there, message=message)


def _form(kind: str, own: list[Address]) -> str:
    """An honorific as it is spelt at its first use."""
    return next(address.honorific for address in own if address.kind == kind)


def _lasting(own: list[Address]) -> int:
    """The number of final uses that share one honorific; 0 if it is a single use.

    A change that lasts is intended, so these uses are not reported.
    """
    same = len(own)
    for number, address in enumerate(reversed(own)):
        if address.kind != own[-1].kind:
            same = number
            break
    return same if same > 1 else 0


def _in_canon(speaker: str, name: str, story: Story) -> frozenset[str]:
    """The honorifics that the canon lists for this speaker to use for the person called ``name``."""
    names = story.canon.names
    found = {
        form.partition("-")[2]
        for word in speaker.split()
        for character in names.get(word.lower(), ())
        for forms in character.honorifics.values()
        for form in forms
        if form.partition("-")[0].lower() == name.lower()
    }
    return frozenset(map(usual_spelling, found))
