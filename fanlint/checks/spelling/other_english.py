"""A word in the spelling of the English that the writer has not chosen."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.language.en.variety import counterpart
from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.case import match_case
from fanlint.text.document import Document

_NAMES = {"us": "American", "uk": "British", "ca": "Canadian", "au": "Australian"}


class OtherEnglish(Rule):
    """Colour and color are both right; a story keeps to one side of the Atlantic.

    fanlint speaks up only where you have said which English you write (english = "us", "uk", "ca" or "au" in
    fanlint.toml), and only about spelling. British -ize (realize) is right too; Canadians write colour and realize,
    Australians colour and realise.
    """

    scope = Document
    safety = Safety.UNSAFE
    message = "In {english} English this is spelt “{right}”."
    example_english = "us"
    examples = (
        "The {colour -> color} of the {theatre -> theater} curtain had faded.",
        "They {travelled -> traveled} far and {realised -> realized} nothing.",
        "The color of the theater curtain had faded.",
        "She dreamt of the Globe Theatre.",
        "They talked for an hour, and our four guests paid.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        wanted = story.english
        if wanted not in _NAMES:
            return
        for word in item.vocabulary.counts:
            right = counterpart(word.lower(), wanted, story.lexicon) if word.isalpha() else None
            if right is None or word in item.vocabulary.names or story.is_own(word):
                continue
            right = match_case(word, right)
            message = self.message.replace("{english}", _NAMES[wanted]).replace("{right}", right)
            for index in item.tokens.places[word.lower()]:
                if item.tokens.words[index] == word:
                    yield self.found(item.tokens.span(index), right, message=message)
