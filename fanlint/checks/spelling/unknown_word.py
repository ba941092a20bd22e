"""A word that is not in the dictionary, with suggestions."""

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

# The thresholds below were set by hand. A confidence is the estimated probability, from 0 to 1, that the suggestion is
# what the writer meant.
_LIKELY = 0.7  # Minimum confidence to treat a capitalised word at the start of a sentence as misspelt, not as a name.
_CLEARLY = 0.85  # The same inside a sentence, for a long word, because few names are so close to a long word.
_BEYOND_DOUBT = 0.996  # The same inside a sentence if the suggestion is itself a name.
_MIN_LONG = 9  # Minimum letters of such a long word.
# Minimum lead of a name's score over the next suggestion's for a lower-case word to be treated as that name.
_MIN_LEAD = 3.5
# Minimum letters of a word before a dash or dots that may be complete; a misspelt day or country must have more.
_MIN_LETTERS = 5
_MAX_USES = 2  # Maximum uses of a capitalised word that counts as misspelt.
_WHOLE = 0.95  # Minimum confidence to treat a word before a dash or dots as complete instead of cut off.
_ALWAYS = 0.97  # Minimum confidence to treat even a word that the author uses repeatedly as misspelt.


class UnknownWord(Rule):
    """Finds a word that is not in the English dictionary, the story's canon or your word list.

    The best suggestion comes first: fanlint considers which typing and spelling mistakes are common, how frequent each
    word is, and which words are next to it. It mentions a word that you use repeatedly only once; if the word is your
    own, “fanlint words add” keeps it from being mentioned again. Names, stutters, drawn-out words and words cut off by
    a dash are left alone. With --fix, fanlint corrects a word only if the correction is nearly certain.
    """

    scope = Document
    severity = Severity.ERROR
    message = "“{word}” is not in the dictionary."
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
                    if not _is_lower_case_name(index, story):
                        yield self._at(index, item, story)

    def _foreign(self, document: Document) -> Finding:
        """The note for a draft that is mostly not English."""
        message = (
            "Is this text in another language? Its spelling is not checked, because many of its words are not English; "
            "choose its language with --language."
        )
        return self.found(document.tokens.span(0), message=message, severity=Severity.HINT)

    def _at(self, index: int, document: Document, story: Story) -> Finding:
        """The finding for one place of an unknown word, with its suggestions."""
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
        """Findings for a capitalised word.

        It counts as a name unless it begins a sentence and is close to a likely word, or is long and clearly misspelt
        (Subjigation).
        """
        inside = document.vocabulary.inside[word] > 0
        if len(story.unknown[word]) > _MAX_USES or (story.is_coinage(word) and not inside):
            return
        if len(word) < 3 or (inside and len(word) < _MIN_LONG and not (_has_late_shift(word) or _is_near_proper(word))):
            return  # It is a name. Most rare names end here, before the costly search for suggestions.
        for index in places:
            best = next(iter(story.suggestions(index)), None)
            if best is None or (story.is_coinage(word.lower()) and best.confidence < _ALWAYS):
                continue
            if _has_late_shift(word):
                is_mistake = best.kind == "case"
            elif inside:
                is_mistake = _is_english_mistake(best, word, story)
            else:
                is_mistake = best.kind != "case" and best.confidence >= _LIKELY and word != f"{best.text}s"
            if is_mistake:
                yield self._at(index, document, story)

    def _repeated(self, word: str, places: list[int], document: Document, story: Story) -> Iterator[Finding]:
        """One note for a word that the author uses repeatedly, or a finding for each use if it is clearly misspelt."""
        found = story.suggestions(places[0])
        if found and found[0].confidence >= _ALWAYS and len(word) > 4:
            for index in places:
                yield self._at(index, document, story)
            return
        spans = [document.tokens.span(index) for index in places]
        message = (
            f"Is “{word}” ({len(story.unknown[word])} uses) a word of your own? "
            f"It is not in the dictionary; to keep it, run “fanlint words add {word}”."
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
    """Whether a dash or dots cut the word off; a complete but misspelt word before them does not count (Thats…)."""
    if not is_cut_off(story.document, index):
        return False
    word = story.document.tokens.words[index]
    best = next(iter(story.suggestions(index)), None) if len(word) >= _MIN_LETTERS else None
    if best is None or best.confidence < _WHOLE or len(best.text) - len(word) > 1:
        return True
    return best.text.lower().startswith(word.lower())


def _has_late_shift(word: str) -> bool:
    """Whether the shift key was held one letter too long: THe, OKay."""
    return word[:2].isupper() and word[2:].islower()


def _is_english_mistake(best: Suggestion, word: str, story: Story) -> bool:
    """Whether an English word was meant, not its foreign relative (Splendide) or a name (Lyonesse).

    If the suggestion is itself a name, it must be a well-known one (Saterday, Saturday) or be almost certain.
    """
    if best.kind != "edit" or word.startswith(best.text[:-1]):
        return False
    if best.text.lower() in PROPER_NOUNS:
        return best.confidence >= _CLEARLY
    least = _BEYOND_DOUBT if story.lexicon.is_proper(best.text) else _CLEARLY
    return len(word) >= _MIN_LONG and best.confidence >= least


def _is_near_proper(word: str) -> bool:
    """Whether the word is one typing error away from a day, people or country with the same first letter."""
    lower = word.lower()
    return len(lower) > _MIN_LETTERS and any(
        noun[0] == lower[0] and abs(len(noun) - len(lower)) < 2 and edit_distance(noun, lower, 1) == 1
        for noun in PROPER_NOUNS
    )


def _is_lower_case_name(index: int, story: Story) -> bool:
    """Whether the word is a name in lower case that the writer probably intends (chicken caesar, a labrador).

    The draft must not have the capitalised name, and no other suggestion may come close.
    """
    found = story.suggestions(index)
    if not found or found[0].kind != "case" or found[0].text in story.document.vocabulary:
        return False
    return len(found) == 1 or found[0].score - found[1].score > _MIN_LEAD
