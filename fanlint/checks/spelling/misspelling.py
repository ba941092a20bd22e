"""A misspelt word in a language other than English."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.fragments import is_cut_off

_MIN_WORDS = 50  # Minimum length of a draft, in words, that shows its language. Set by hand.
# A capitalised word with fewer letters than this may be a name, unless only an accent is missing. Set by hand.
_MIN_LETTERS = 8


class Misspelling(Rule):
    """Finds a misspelt word in a language other than English.

    The dictionaries for these languages lack many good words. fanlint therefore reports an unknown word only if a
    common word is one typing error away, and --fix does not change it; please check each suggestion. Missing accents
    come first among the suggestions, then swapped and doubled letters. Names, English words, words that you use
    repeatedly and words cut off by a dash are left alone.
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.UNSAFE
    languages = ("any", "-en")
    message = "“{word}” is not in the dictionary. Did you mean “{best}”?"
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
        if len(item.tokens) >= _MIN_WORDS and sum(map(len, story.unknown.values())) * 2 > len(item.tokens):
            message = f"Is this text in the language “{story.language}”? Most of its words are not in the dictionary."
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
        """Whether the word looks like a name, or lacks only a letter the draft never uses, as Swiss texts lack ß."""
        if word[0].isupper() and len(word) < _MIN_LETTERS and not story.document.typography.nouns_capital:
            from fanlint.language.word_list import plain  # Imported late so that English drafts never load it.

            return len(best) != len(word) or plain(best.lower()) != plain(word.lower())
        text = story.document.text.lower()
        return any(
            typed in word.lower() and letter in best.lower() and letter not in text
            for typed, letter in story.about.typed
        )
