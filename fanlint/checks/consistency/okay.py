"""“OK” or “ok” in a story that usually writes “okay”, and the like."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.case import capitalise, is_capitalised
from fanlint.text.document import Document

_OKAY, _OK, _SMALL = "okay", "OK", "ok"


class Okay(Rule):
    """Finds “OK” or “ok” in a story that usually writes “okay”, and any other mixture of the three.

    All three forms are right, but readers notice a change. fanlint suggests the form that the story uses far more often
    and adds a capital at the start of a sentence. It counts a shouted “OKAY” as “okay”.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "This story usually writes “{right}” ({count}); here it writes “{wrong}” ({times})."
    examples = (
        "“Okay.” “Okay, then.” It was okay. Was she okay? “{OK -> Okay}, go.”",
        "“OK.” “OK, then.” It was OK. Was she OK? He was {okay -> OK}.",
        "“Okay.” “OKAY!” It was okay. Was she okay? “Okay, go.”",
        "“Okay.” “OK, then.” It was okay.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        if "ok" not in tokens.places:
            return
        places: dict[str, list[int]] = {_OKAY: list(tokens.places.get("okay", ())), _OK: [], _SMALL: []}
        for index in tokens.places["ok"]:
            places[_OK if tokens.words[index] == "OK" else _SMALL].append(index)
        usual = usual_way({way: len(indices) for way, indices in places.items()})
        if usual is None:
            return
        for way in places.keys() - {usual}:
            spans = [tokens.span(index) for index in places[way] if in_story(item, tokens.start(index))]
            if spans:
                edits = [Edit(span, self._in_place(usual, span, item)) for span in spans]
                message = self.message.replace("{right}", usual).replace("{count}", times(len(places[usual])))
                message = message.replace("{wrong}", way).replace("{times}", times(len(spans)))
                yield told_together(self, edits, message, f"Write “{usual}” everywhere.")

    def _in_place(self, usual: str, span: Span, document: Document) -> str:
        """The usual form, capitalised at the start of a sentence.

        Since “OK” has capitals everywhere, the position has to show whether the replacement needs one.
        """
        opens = document.sentences.is_first(document.tokens.at(span.start))
        before = document.text[max(0, span.start - 1) : span.start]
        wrote = document.slice(span)
        starts = opens or before in '"“‘' if wrote == "OK" else is_capitalised(wrote)
        return capitalise(usual) if starts else usual
