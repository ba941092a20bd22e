"""Honorifics with a capital, a space or a dash."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story, without_possessive
from fanlint.text.document import Document
from fanlint.text.honorifics import HONORIFICS, addresses

_JAPANESE = frozenset("san kun chan sama dono senpai sempai kouhai kohai sensei taichou".split())
_FUSED = ("san", "kun", "chan", "sama", "dono", "sensei", "senpai", "sempai")
_MOST = 3  # uses of such a word; what stands more often is a word of the author's
_SHORTEST = 3  # letters of a name to which one is joined
_TITLES = frozenset({"mr", "mrs", "ms", "miss"})
_NOUNS = frozenset({"sensei", "senpai", "sempai", "taichou"})  # may stand by themselves after a name


class IllFormed(Rule):
    """An honorific is joined to the name by a hyphen and stays in lower case: Naruto-kun.

    A capital (Naruto-Kun), a space (Naruto kun), nothing at all (Narutokun) or a dash in place of the hyphen are
    slips, and so is a second honorific in front (Mr. Tanaka-san).
    """

    scope = Document
    safety = Safety.SAFE
    message = "An honorific is written in lower case, after a hyphen."
    languages = ("en", "es", "fr", "de")  # “dono” is a word of Italian and Portuguese
    example_canon = ("naruto",)
    examples = (
        "Naruto-{Kun -> kun} waved at Sakura-{San -> san}.",
        "Naruto{  -> -}kun waved.",
        "Naruto{– -> -}kun waved.",
        "{Mr. -> }Naruto-san waved.".replace("{Mr. -> }", "{Mr.  -> }"),
        "{Narutokun -> Naruto-kun} waved at {Sakurachan -> Sakura-chan}'s cat. “Naruto-kun?” she said.",
        "Sasuke was a Sakurasan by birth.",
        "Naruto-kun waved at Iruka-sensei.",
        "Hassan and Susan sang in Kazan.",
        "He had seen San Francisco, and Jackie Chan.",
        "Iruka, sensei of the year, waved.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for honorific in HONORIFICS & tokens.places.keys():
            for index in tokens.places[honorific]:
                if index == 0 or not tokens.words[index - 1][0].isupper() or len(tokens.words[index - 1]) < 2:
                    continue
                yield from self._judge(index, item, story)
        yield from self._fused(item, story)

    def _fused(self, document: Document, story: Story) -> Iterator[Finding]:
        """Names with an honorific and nothing between them, in a story that has honorifics."""
        if next(addresses(document.tokens), None) is None:
            return
        for word, places in story.unknown.items():
            stem = without_possessive(word)
            honorific = next((one for one in _FUSED if stem.endswith(one)), "")
            name = stem.removesuffix(honorific)
            if (
                not honorific
                or len(places) > _MOST
                or not name[:1].isupper()
                or len(name) < _SHORTEST
                or not _is_name(name, document, story)
            ):
                continue
            for index in places:
                span = Span(document.tokens.start(index), document.tokens.start(index) + len(stem))
                yield self.found(span, f"{name}-{honorific}")

    def _judge(self, index: int, document: Document, story: Story) -> Iterator[Finding]:
        tokens = document.tokens
        name, honorific, gap = tokens.words[index - 1], tokens.words[index], tokens.gaps[index]
        is_name = _is_name(name, document, story)
        if gap == "-" and honorific[0].isupper() and not honorific.isupper() and is_name:
            yield self.found(tokens.span(index), honorific.lower())
        elif gap in ("–", "—", " -", "- ") and honorific.lower() in _JAPANESE and honorific.islower() and is_name:
            yield self.found(tokens.gap_span(index), "-")
        elif gap == " " and honorific.islower() and honorific in _JAPANESE and is_name:
            safety = Safety.MANUAL if honorific in _NOUNS else self.safety
            yield self.found(tokens.gap_span(index), "-", safety=safety)
        elif gap == "-" and honorific in _JAPANESE and index > 1 and tokens.keys[index - 2] in _TITLES:
            span = tokens.span(index - 2)
            end = tokens.start(index - 1)
            message = "Two honorifics for one person: keep one of them."
            yield self.found(span._replace(end=end), "", message=message, safety=Safety.UNSAFE)


def _is_name(word: str, document: Document, story: Story) -> bool:
    known = story.canon.words.get(word.lower())
    return (known is not None and known.is_name) or word in story.names or word in document.vocabulary.names
