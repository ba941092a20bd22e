"""An honorific with a capital, without its hyphen, or in addition to another one."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story, without_possessive
from fanlint.text.document import Document
from fanlint.text.honorifics import HONORIFICS, addresses

# Honorifics for which a space or a dash in place of the hyphen is a mistake.
_JAPANESE = frozenset("san kun chan sama dono senpai sempai kouhai kohai sensei taichou".split())
# Honorifics that a name in one word may end with: Narutokun.
_ATTACHABLE = ("san", "kun", "chan", "sama", "dono", "sensei", "senpai", "sempai")
_MAX_USES = 3  # If a name with an attached honorific has more uses than this, the author means it. Set by hand.
_MIN_LETTERS = 3  # Minimum letters of the name before an attached honorific. Set by hand.
_TITLES = frozenset({"mr", "mrs", "ms", "miss"})
# These are also nouns, so after a name they need not be its honorific.
_NOUNS = frozenset({"sensei", "senpai", "sempai", "taichou"})


class IllFormed(Rule):
    """Finds an honorific without its hyphen or with a capital: “Naruto kun”, “Naruto-Kun”.

    The usual form is “Naruto-kun”. This rule also finds a dash in place of the hyphen, an honorific attached to its
    name (Narutokun), and a title before a name that already has an honorific (Mr. Tanaka-san). It checks only names
    from the canon or from this story, so it leaves “Hassan” and “Jackie Chan” alone.
    """

    scope = Document
    safety = Safety.SAFE
    message = "Write the honorific in lower case after a hyphen."
    languages = ("en", "es", "fr", "de")  # In Italian and Portuguese, “dono” is an ordinary word.
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
        yield from self._attached(item, story)

    def _attached(self, document: Document, story: Story) -> Iterator[Finding]:
        """Names with an attached honorific (Narutokun), in a story that also uses honorifics correctly."""
        if next(addresses(document.tokens), None) is None:
            return
        for word, places in story.unknown.items():
            stem = without_possessive(word)
            honorific = next((one for one in _ATTACHABLE if stem.endswith(one)), "")
            name = stem.removesuffix(honorific)
            if (
                not honorific
                or len(places) > _MAX_USES
                or not name[:1].isupper()
                or len(name) < _MIN_LETTERS
                or not _is_name(name, document, story)
            ):
                continue
            for index in places:
                span = Span(document.tokens.start(index), document.tokens.start(index) + len(stem))
                yield self.found(span, f"{name}-{honorific}")

    def _judge(self, index: int, document: Document, story: Story) -> Iterator[Finding]:
        """Findings for the honorific at ``index`` and the word before it."""
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
            message = "Remove one of the two titles; this name already has an honorific."
            yield self.found(span._replace(end=end), "", message=message, safety=Safety.UNSAFE)


def _is_name(word: str, document: Document, story: Story) -> bool:
    """Whether the word is a name of the canon or of this draft."""
    known = story.canon.words.get(word.lower())
    return (known is not None and known.is_name) or word in story.names or word in document.vocabulary.names
