"""A word that is not spelt in the variety of English that the writer has chosen."""

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
    """Finds a word that is not spelt in the variety of English you have chosen: “colour” in an American story.

    Both spellings are right, but readers notice a mixture. This rule works only if you set english = "us", "uk", "ca"
    or "au" in fanlint.toml, and it checks only spelling. British spelling also allows -ize (realize); Canadians write
    “colour” and “realize”, and Australians “colour” and “realise”.
    """

    scope = Document
    safety = Safety.UNSAFE
    message = "Use the {english} spelling “{right}”."
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
