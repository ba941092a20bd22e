"""A word that is in no dictionary, with what was probably meant."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.fragments import is_cut_off

_CERTAIN = 0.98  # confidence from which a correction may be made without asking
_LIKELY = 0.9  # … from which a capitalised word at a sentence's start is taken for a slip, not for a name
_ALWAYS = 0.97  # … from which even a word that the author writes again and again is taken for a slip


class UnknownWord(Rule):
    """A word that is neither English, nor in the story's canon, nor on your word list.

    The suggestions are ordered by how easily the fingers or the ear slip from one word to the other, how common the
    word is, and what stands beside it. A word that you write again and again is taken for your own and mentioned
    once; put it on the list with “fanlint words add”, and it is never mentioned again. Names, stutters, drawn-out
    words and words cut off by a dash are left alone.
    """

    scope = Document
    severity = Severity.ERROR
    message = "fanlint does not know the word “{word}”."
    yields_to = ("canon/", "spelling/run-together", "spelling/misplaced-space", "eggcorns/", "fused/", "split-words/")
    examples = (
        "The {surjery -> surgery} had gone well.",
        "{Somthing -> Something} stirred in the dark.",
        "He had never been so {embarassed -> embarrassed}.",
        "“N-no,” she said. “Nooooo!”",
        "Kaelith drew her sword, and the crowd fell back from Kaelith.",
        "He went to the theatre. He had gone to the theater before.",
        "They sparred with shinai. A good shinai is light. He broke his shinai.",
        "“What the f—” he began.",
        "Write to kit@exampel.org or look at http://exampel.org/draftt.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if not story.is_english:
            yield self._foreign(item)
            return
        for word, places in story.unknown.items():
            places = [index for index in places if not is_cut_off(item, index) and not story.is_foreign(index)]
            if not places:
                continue
            if word[0].isupper() and not word.isupper():
                yield from self._capitalised(word, places, item, story)
            elif story.is_coinage(word):
                yield from self._repeated(word, places, item, story)
            else:
                for index in places:
                    yield self._at(index, item, story, count=len(places))

    def _foreign(self, document: Document) -> Finding:
        message = (
            "A third of the words here are unknown to fanlint, which reads English only. It leaves the spelling alone."
        )
        return self.found(document.tokens.span(0), message=message, severity=Severity.HINT)

    def _at(self, index: int, document: Document, story: Story, count: int) -> Finding:
        tokens = document.tokens
        word = tokens.words[index]
        unknown = self.message.replace("{word}", word)
        found = story.suggestions(index)
        if not found:
            return self.found(tokens.span(index), message=unknown)
        best, _, confidence, kind = found[0]
        # Speech may spell as people talk, and short words have too many neighbours to be certain.
        certain = (
            confidence >= _CERTAIN
            and len(word) > 4
            and kind == "edit"
            and count < 3
            and word.isalpha()
            and word.islower()
        )
        if document.speech_at(tokens.start(index)) is not None:
            certain = certain and confidence >= 0.99
        message = f"{unknown} Did you mean “{best}”?"
        safety = Safety.SAFE if certain else Safety.UNSAFE if confidence > 0.5 else Safety.MANUAL
        return self.found(tokens.span(index), *(one.text for one in found), message=message, safety=safety)

    def _capitalised(self, word: str, places: list[int], document: Document, story: Story) -> Iterator[Finding]:
        """A slip only where no sentence has it inside with its capital, and one common word is clearly near."""
        if story.is_coinage(word) or document.vocabulary.inside[word] > 0:
            return
        for index in places:
            found = story.suggestions(index)
            if found and found[0].confidence >= _LIKELY and len(word) > 4 and found[0].kind != "case":
                yield self._at(index, document, story, count=len(places))

    def _repeated(self, word: str, places: list[int], document: Document, story: Story) -> Iterator[Finding]:
        """A word that the author writes again and again: once, as a hint, unless it is a common slip."""
        found = story.suggestions(places[0])
        if found and found[0].confidence >= _ALWAYS and len(word) > 4:
            for index in places:
                yield self._at(index, document, story, count=len(places))
            return
        spans = [document.tokens.span(index) for index in places]
        message = (
            f"“{word}” stands {len(story.unknown[word])} times and is in no dictionary. Is it a word of your own? "
            f"Then keep it with: fanlint words add {word}"
        )
        yield self.found(
            spans[0],
            *(one.text for one in found),
            message=message,
            severity=Severity.HINT,
            safety=Safety.MANUAL,
            also=tuple(spans[1:]),
        )
