"""What a rule may ask besides the text: the canon, the language, the writer's own words, and what no one knows."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from fanlint.canon.model import EMPTY, Canon
from fanlint.text.case import is_capitalised
from fanlint.text.document import Document
from fanlint.text.fragments import is_fragment

if TYPE_CHECKING:
    from fanlint.canon.match import Matcher
    from fanlint.english.confusables import Confusables, Doubt, Level
    from fanlint.english.lexicon import Lexicon
    from fanlint.english.suggest import Suggester, Suggestion

_HABIT = 3  # uses after which an unknown lower-case word is the author's own, not a slip
_MANY = 100  # unknown words, from which a third of all means another language
_PARTS = 6  # of a hyphenated word, each side of the one in question
_ACRONYM = 4  # capitals that are more likely to stand for something than to be a shouted slip
_OFTEN = 5  # uses from which a word may be a term of the draft: a prefect, a hole card
_TERM = 20  # times as often as in other fiction, from which it is one
_LONGEST = 45  # letters; what is longer is a scream or a picture made of letters
# Small words of French, Spanish, German and Italian that English fiction has only inside such phrases.
_FOREIGN = frozenset(
    "le les du des une est je tu il elle et qui que mon ma mes ne pas vous nous moi toi sur avec dans pour "
    "mais sans tres bien sacre der das und ich nicht mein meine ist el los las por como pero mi muy senor il "
    "della che non sono buon".split()
)
_ELIDED = ("d'a", "d'e", "d'h", "d'i", "d'o", "l'", "qu'", "c'est", "n'est", "dell'")  # d'art, l'amour; not d'you


class Story:
    """A draft with what is known around it.

    ``words`` are forms that the writer has declared right (any case of a lower-case one); ``english`` is the variety,
    such as "us", or None.
    """

    def __init__(
        self, document: Document, canon: Canon | None = None, words: Iterable[str] = (), english: str | None = None
    ) -> None:
        self.document = document
        self.canon = EMPTY if canon is None else canon
        self.english = english
        self._suggestions: dict[int, list[Suggestion]] = {}
        self._own = frozenset(part for word in words for part in word.replace("-", " ").split())

    @cached_property
    def lexicon(self) -> Lexicon:
        from fanlint.english.lexicon import Lexicon

        return Lexicon.load()

    @cached_property
    def suggester(self) -> Suggester:
        from fanlint.english.suggest import Suggester  # only when something is unknown

        return Suggester(self.lexicon)

    def suggestions(self, index: int) -> list[Suggestion]:
        """What the word at ``index`` was meant to be, best first, judged with the words beside it."""
        if index not in self._suggestions:
            tokens = self.document.tokens
            left = tokens.keys[index - 1] if index and not tokens.gaps[index].strip() else None
            right = tokens.keys[index + 1] if index + 1 < len(tokens) and not tokens.gaps[index + 1].strip() else None
            self._suggestions[index] = self.suggester.suggest(tokens.words[index], left, right)
        return self._suggestions[index]

    @cached_property
    def matcher(self) -> Matcher:
        """Near misses of the canon's words."""
        from fanlint.canon.match import Matcher  # only when something is unknown

        return Matcher(self.canon, self.lexicon)

    @cached_property
    def confusables(self) -> Confusables:
        from fanlint.english.confusables import Confusables  # only for rules about words in the wrong place

        return Confusables.load()

    def doubts(self, level: Level) -> list[Doubt]:
        """Words at whose place another would be expected, no less surely than ``level``, in order.

        Names, terms of the draft, words of the writer's own, foreign phrases and paragraphs without capitals (chat,
        songs) are not doubted.
        """
        tokens = self.document.tokens
        found = sorted(self.confusables.doubts(tokens, level))
        return [doubt for doubt in found if self._may_doubt(doubt, len(tokens))]

    def _may_doubt(self, doubt: Doubt, words: int) -> bool:
        document, index = self.document, doubt.at
        word, written = document.tokens.words[index], doubt.direction.written
        uses = len(document.tokens.places[written])
        if uses >= _OFTEN and uses * 1e6 > _TERM * max(doubt.direction.rate, 1) * max(words, 1000):
            return False
        if word in document.vocabulary.names or self.is_own(word) or self.is_foreign(index):
            return False
        block = document.block_at(document.tokens.start(index))
        first = document.tokens.words[document.tokens.at(block.span.start)] if block else word
        return not (first[0].islower() and document.has_capitals)

    def is_own(self, word: str) -> bool:
        """Whether the writer has declared a word right, as written or in lower case."""
        return word in self._own or word.lower() in self._own

    def knows(self, word: str) -> bool:
        """Whether a word, as written, is right: the writer's, the canon's or English; its possessive apart."""
        if self.lexicon.accepts(word) or self.is_own(word) or self.canon.knows(word):
            return True
        stem = without_possessive(word)
        return stem != word and (self.is_own(stem) or self.canon.knows(stem))

    @cached_property
    def unknown(self) -> dict[str, list[int]]:
        """Distinct words, as written, that nothing knows, each with the indices of its places."""
        words = self.document.tokens.words
        wanted = {word for word in self.document.vocabulary.counts if _is_wordlike(word) and not self.knows(word)}
        found: dict[str, list[int]] = {}
        for index, word in enumerate(words):
            if word in wanted and not self._is_in_compound(index) and not is_fragment(self.document, index):
                found.setdefault(word, []).append(index)
        return found

    @cached_property
    def is_english(self) -> bool:
        """Whether most of the draft's words are known; False for a text in another language, or none at all."""
        strange = sum(word[0].islower() for word in self.unknown)
        return strange < _MANY or strange * 3 < sum(word[0].islower() for word in self.document.vocabulary.counts)

    def _is_in_compound(self, index: int) -> bool:
        """Whether the word is part of a hyphenated one that English has as a whole: scot-free, pell-mell."""
        tokens = self.document.tokens
        first = last = index
        while first > index - _PARTS and first > 0 and tokens.gaps[first] == "-":
            first -= 1
        while last < index + _PARTS and last + 1 < len(tokens) and tokens.gaps[last + 1] == "-":
            last += 1
        return first < last and self.lexicon.accepts(self.document.slice(tokens.span(first, last)))

    @cached_property
    def names(self) -> dict[str, int]:
        """Names of the draft that no canon and no dictionary has, as written without possessive, with their counts.

        A form counts as a name when a sentence has it inside with a capital, or when it opens two or more.
        """
        vocabulary = self.document.vocabulary
        found: dict[str, int] = {}
        for word, places in self.unknown.items():
            if not is_capitalised(word) or word.isupper():
                continue
            if vocabulary.inside[word] > 0 or (len(places) >= 2 and word.lower() not in self.unknown):
                stem = without_possessive(word)
                found[stem] = found.get(stem, 0) + len(places)
        return found

    def is_foreign(self, index: int) -> bool:
        """Whether the word at ``index`` stands in a phrase of another language: beside its small words or accents."""
        words = self.document.tokens.keys[max(0, index - 2) : index + 3]
        return any(
            word.startswith(_ELIDED) if "'" in word else word in _FOREIGN or not word.isascii() for word in words
        )

    def is_coinage(self, word: str) -> bool:
        """Whether an unknown word stands so often that it is the author's, or is a name of the draft in lower case."""
        places = self.unknown.get(word, ())
        return len(places) >= _HABIT or without_possessive(word) in self.names


def without_possessive(word: str) -> str:
    """Sakura's and Kiss' without what marks the owner."""
    for ending in ("'s", "’s", "'S", "’S"):
        if word.endswith(ending):
            return word[: -len(ending)]
    return word


def _is_wordlike(word: str) -> bool:
    if word.isupper() and len(word) <= _ACRONYM:
        return False
    return word[0].isalpha() and 1 < len(word) <= _LONGEST and not any(char.isdigit() for char in word)
