"""A word that is in no dictionary, with what was probably meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fanlint.checks.certainty import is_certain
from fanlint.language.en.proper_nouns import PROPER_NOUNS
from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.distance import edit_distance
from fanlint.text.document import Document
from fanlint.text.fragments import is_cut_off

if TYPE_CHECKING:
    from fanlint.language.en.suggest import Suggestion

_LIKELY = 0.7  # confidence from which a capitalised word at a sentence's start is taken for a slip, not for a name
_CLEARLY = 0.85  # … from which a long one inside a sentence is, where no name that near to a word is to be expected
_BEYOND_DOUBT = 0.996  # … from which another name was meant by one
_LONG = 9  # letters of such a word
_FAR = 3.5  # by how much a name must score above the next word to be what was meant, though written small
_SHORTEST = 5  # letters of a day or a country, one slip in which is seen inside a sentence
_TWICE = 2  # uses at most of a slip with a capital
_WHOLE = 0.95  # confidence from which a word before a dash or dots is taken for a whole one
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
    yields_to = (
        "canon/",
        "capitals/proper-noun",
        "confusions/",
        "spelling/run-together",
        "spelling/misplaced-space",
        "eggcorns/",
        "fused/",
        "grammar/information-without-s",
        "grammar/mens-for-men",
        "grammar/regular-past",
        "split-words/",
    )
    examples = (
        "The {surjery -> surgery} had gone well.",
        "{Somthing -> Something} stirred in the dark.",
        "They left on {Saterday -> Saturday} for {Portugel -> Portugal}.",
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
            places = [index for index in places if not (_is_cut_off(index, story) or story.is_foreign(index))]
            if not places:
                continue
            if word[0].isupper() and not word.isupper():
                yield from self._capitalised(word, places, item, story)
            elif story.is_coinage(word):
                yield from self._repeated(word, places, item, story)
            else:
                for index in places:
                    if not _is_name_written_small(index, story):
                        yield self._at(index, item, story)

    def _foreign(self, document: Document) -> Finding:
        message = (
            "A third of the words here are unknown to fanlint, which reads English only. It leaves the spelling alone."
        )
        return self.found(document.tokens.span(0), message=message, severity=Severity.HINT)

    def _at(self, index: int, document: Document, story: Story) -> Finding:
        tokens = document.tokens
        word = tokens.words[index]
        unknown = self.message.replace("{word}", word)
        found = story.suggestions(index)
        if not found:
            return self.found(tokens.span(index), message=unknown)
        best = found[0]
        if best.kind == "case" and word.islower() and best.text not in document.vocabulary:
            found = [*found[1:], best]
            best = found[0]
        message = f"{unknown} Did you mean “{best.text}”?"
        safety = Safety.UNSAFE if best.confidence > 0.5 else Safety.MANUAL
        if is_certain(index, best, story):
            safety = Safety.SAFE
        return self.found(tokens.span(index), *(one.text for one in found), message=message, safety=safety)

    def _capitalised(self, word: str, places: list[int], document: Document, story: Story) -> Iterator[Finding]:
        """A name unless it opens a sentence near a likely word, or is long and all but a word (“Subjigation”)."""
        inside = document.vocabulary.inside[word] > 0
        if len(story.unknown[word]) > _TWICE or (story.is_coinage(word) and not inside):
            return
        if len(word) < 3 or (inside and len(word) < _LONG and not (_holds_shift(word) or _is_near_proper(word))):
            return  # whatever is near it: most rare names end here, before anything is looked for
        for index in places:
            best = next(iter(story.suggestions(index)), None)
            if best is None or (story.is_coinage(word.lower()) and best.confidence < _ALWAYS):
                continue
            if _holds_shift(word):
                slip = best.kind == "case"
            elif inside:
                slip = _is_plainly(best, word, story)
            else:
                slip = best.kind != "case" and best.confidence >= _LIKELY and word != f"{best.text}s"
            if slip:
                yield self._at(index, document, story)

    def _repeated(self, word: str, places: list[int], document: Document, story: Story) -> Iterator[Finding]:
        """A word that the author writes again and again: once, as a hint, unless it is a common slip."""
        found = story.suggestions(places[0])
        if found and found[0].confidence >= _ALWAYS and len(word) > 4:
            for index in places:
                yield self._at(index, document, story)
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


def _is_cut_off(index: int, story: Story) -> bool:
    """Whether a dash or dots cut the word off; a whole word before them that is plainly misspelt is not (“Thats…”)."""
    if not is_cut_off(story.document, index):
        return False
    word = story.document.tokens.words[index]
    best = next(iter(story.suggestions(index)), None) if len(word) >= _SHORTEST else None
    if best is None or best.confidence < _WHOLE or len(best.text) - len(word) > 1:
        return True
    return best.text.lower().startswith(word.lower())


def _holds_shift(word: str) -> bool:
    """Whether the shift key was let go a letter too late: THe, OKay."""
    return word[:2].isupper() and word[2:].islower()


def _is_plainly(best: Suggestion, word: str, story: Story) -> bool:
    """Whether a word of English was meant, and not its like in another language (Splendide), or a name (Lyonesse).

    Where it was a name as well, it must be one that everybody means by it (Saterday), or leave hardly a doubt.
    """
    if best.kind != "edit" or word.startswith(best.text[:-1]):
        return False
    if best.text.lower() in PROPER_NOUNS:
        return best.confidence >= _CLEARLY
    return len(word) >= _LONG and best.confidence >= (_BEYOND_DOUBT if story.lexicon.is_proper(best.text) else _CLEARLY)


def _is_near_proper(word: str) -> bool:
    """Whether one slip of the finger makes the word of a day, a people or a country that begins with its letter."""
    lower = word.lower()
    return len(lower) > _SHORTEST and any(
        noun[0] == lower[0] and abs(len(noun) - len(lower)) < 2 and edit_distance(noun, lower, 1) == 1
        for noun in PROPER_NOUNS
    )


def _is_name_written_small(index: int, story: Story) -> bool:
    """Whether the word is a name in small letters that this draft has nowhere else (chicken caesar, a labrador), and no
    other word is as near as that; the writer may well mean it so."""
    found = story.suggestions(index)
    if not found or found[0].kind != "case" or found[0].text in story.document.vocabulary:
        return False
    return len(found) == 1 or found[0].score - found[1].score > _FAR
