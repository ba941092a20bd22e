"""A misspelt word in a language other than English."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.fragments import is_cut_off

_ENOUGH = 50  # words from which a text tells its language
_SHORT = 8  # letters; a shorter word with a capital may be a name, unless only an accent is missing


class Misspelling(Rule):
    """In a language other than English: a word that is in no dictionary, while a frequent word is one slip away.

    These dictionaries lack many good words, so an unknown word alone is never marked, nor one that is English. Missing
    accents come first among the suggestions, then swapped and doubled letters. Nothing is mended by “--fix”: read each
    suggestion. Names, words that you write again and again, and words cut off by a dash are left alone.
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.UNSAFE
    languages = ("any", "-en")
    message = "fanlint does not know the word “{word}”. Did you mean “{best}”?"
    yields_to = ("canon/",)
    example_language = "es"
    examples = (
        "La {cancion -> canción} era muy triste.",
        "Se sentaron en {silecnio -> silencio} junto al fuego.",
        "{Tambien -> También} ella lo sabía.",
        "Mirenda bajó a la cocina, y Tadeo cerró la puerta.",
        "Dámelo otra vez y explícanoslo despacio.",
        "El barquifante cantaba bajo el agua.",
        "«Nooo», dijo. «N-no quiero.»",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if len(item.tokens) >= _ENOUGH and sum(map(len, story.unknown.values())) * 2 > len(item.tokens):
            message = f"Most of the words here are unknown. Is this text in the language “{story.language}”?"
            yield self.found(item.tokens.span(0), message=message, severity=Severity.HINT)
            return
        for word, places in story.unknown.items():
            places = [index for index in places if not is_cut_off(item, index)]
            found = story.suggestions(places[0]) if places and not story.is_coinage(word) else []
            if not found or self._is_meant(word, found[0].text, story):
                continue
            message = self.message.replace("{word}", word).replace("{best}", found[0].text)
            safety = self.safety if found[0].confidence > 0.5 else Safety.MANUAL
            for index in places:
                yield self.found(item.tokens.span(index), *(one.text for one in found), message=message, safety=safety)

    def _is_meant(self, word: str, best: str, story: Story) -> bool:
        """Whether it is a name by its look, or the draft does without the letter, as the Swiss do without ß."""
        if word[0].isupper() and len(word) < _SHORT and not story.document.typography.nouns_capital:
            from fanlint.language.word_list import plain  # loaded by now; not where the draft is English

            return len(best) != len(word) or plain(best.lower()) != plain(word.lower())
        text = story.document.text.lower()
        return any(
            typed in word.lower() and letter in best.lower() and letter not in text
            for typed, letter in story.about.typed
        )
