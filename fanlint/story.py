"""What a rule may ask besides the text: the canon, the language, the writer's own words, and what no one knows."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from fanlint.canon.model import EMPTY, Canon
from fanlint.language import ENGLISH
from fanlint.language.load import lexicon_of, slips, suggester_of
from fanlint.models import load
from fanlint.text.case import is_capitalised
from fanlint.text.document import Document
from fanlint.text.fragments import is_fragment

if TYPE_CHECKING:
    from fanlint.canon.match import Matcher
    from fanlint.language.base import Language
    from fanlint.language.en.lexicon import Lexicon
    from fanlint.language.en.suggest import Suggester, Suggestion
    from fanlint.language.near_words import NearWords
    from fanlint.language.word_list import Words
    from fanlint.models.confusions import Confusions
    from fanlint.models.features import Stream
    from fanlint.models.omissions import SmallWords

_HABIT = 3  # uses after which an unknown lower-case word is the author's own, not a slip
_OFTENER = 8  # how many times as often as an unknown word one of the author's own must stand, to be meant by it
_OWN_VOCABULARY = 0.6  # weight of how often the draft has a word, beside how often English has it
_MANY = 100  # unknown words, from which a third of all means another language
_PARTS = 6  # of a hyphenated word, each side of the one in question
_ACRONYM = 4  # capitals that are more likely to stand for something than to be a shouted slip
_LONGEST = 45  # letters; what is longer is a scream or a picture made of letters
_BESIDE = 2  # words on each side, as far as a phrase of another language is told by
_ENDS = frozenset(".!?\n")
_HYPHENS = ("-", "\u2010", "\u2011")
# Small words of French, Spanish, German and Italian that English fiction has only inside such phrases.
_FOREIGN = frozenset(
    "le les du des une est je tu il elle et qui que mon ma mes ne pas vous nous moi toi sur avec dans pour "
    "mais sans tres bien sacre der das und ich nicht mein meine ist el los las por como pero mi muy senor il "
    "della che non sono buon".split()
)
# Words with accents that English has long taken in, with their endings.
_AT_HOME = (
    "café",
    "cliché",
    "coördin",
    "coöper",
    "décor",
    "façade",
    "fiancé",
    "naïv",
    "naiv",
    "née",
    "résumé",
    "soirée",
)
_ELIDED = ("d'a", "d'e", "d'h", "d'i", "d'o", "l'", "qu'", "c'est", "n'est", "dell'")  # d'art, l'amour; not d'you


class Story:
    """A draft with what is known around it.

    ``words`` are forms that the writer has declared right (any case of a lower-case one); ``english`` is the variety,
    such as "us", or None. ``language`` is a code of ``fanlint.language.base.languages``.
    """

    def __init__(
        self,
        document: Document,
        canon: Canon | None = None,
        words: Iterable[str] = (),
        english: str | None = None,
        language: str = ENGLISH,
    ) -> None:
        self.language = language
        self.document = document if language == ENGLISH else document.written_as(self.about.typography)
        self.canon = EMPTY if canon is None else canon
        self.english = english
        self._suggestions: dict[int, list[Suggestion]] = {}
        self._known: dict[str, bool] = {}
        self._own = frozenset(part for word in words for part in word.replace("-", " ").split())

    @property
    def about(self) -> Language:
        """What is known of the language of a draft that is not in English."""
        from fanlint.language.base import language  # only for other languages

        return language(self.language)

    @cached_property
    def lexicon(self) -> Lexicon | Words:
        """The words of the language."""
        return lexicon_of(self.language)

    @cached_property
    def suggester(self) -> Suggester | NearWords:
        """What finds words that were meant."""
        return suggester_of(self.lexicon, self.language)

    def suggestions(self, index: int) -> list[Suggestion]:
        """What the word at ``index`` was meant to be, best first, judged with the words beside it."""
        if index not in self._suggestions:
            tokens = self.document.tokens
            left = tokens.keys[index - 1] if index and not tokens.gaps[index].strip() else None
            right = tokens.keys[index + 1] if index + 1 < len(tokens) and not tokens.gaps[index + 1].strip() else None
            word = tokens.words[index]
            often = _OFTENER * len(self.unknown.get(word, ()))
            known = {other: count for other, count in self._recurring.items() if count >= often and other != word}
            self._suggestions[index] = self._adapted(self.suggester.suggest(word, left, right, known))
        return self._suggestions[index]

    def _adapted(self, found: list[Suggestion]) -> list[Suggestion]:
        """Suggestions weighed anew by this draft, which has some words far more often than English at large.

        What is left of the probability for "none of these" stays as likely as it was.
        """
        counts, size = self.document.vocabulary.counts, len(self.document.tokens)
        odds = [max(1e-6, 1 - sum(one.confidence for one in found))]
        for one in found:
            expected = 10 ** (self.lexicon.frequency(one.text.lower()) - 9) * size
            actual = counts.get(one.text, 0)
            odds.append(one.confidence * ((actual + 0.5) / (expected + 0.5)) ** _OWN_VOCABULARY)
        total = sum(odds)
        weighed = (one._replace(confidence=odd / total) for one, odd in zip(found, odds[1:], strict=True))
        return sorted(weighed, key=lambda one: -one.confidence)

    @cached_property
    def _recurring(self) -> dict[str, int]:
        """The words that this story has and no dictionary: its names and coinages with their counts."""
        coinages = {word: len(places) for word, places in self.unknown.items() if len(places) >= _HABIT}
        return {name: count for name, count in {**coinages, **self.names}.items() if count >= _HABIT}

    @cached_property
    def matcher(self) -> Matcher:
        """Near misses of the canon's words."""
        from fanlint.canon.match import Matcher  # only when something is unknown

        return Matcher(self.canon, self.lexicon, self.document.vocabulary.counts, slips)

    @property
    def confusions(self) -> Confusions:
        """The models of which of two words belongs in a place."""
        return load.confusions()

    @property
    def omissions(self) -> SmallWords:
        """The models of where a small word is missing, or one too many."""
        return load.small_words()

    @cached_property
    def stream(self) -> Stream:
        """The draft as the models see it."""
        from fanlint.models.features import Stream  # only for rules that ask the models

        return Stream(self.document.tokens, self.confusions.cluster)

    def is_own(self, word: str) -> bool:
        """Whether the writer has declared a word right, as written or in lower case."""
        return word in self._own or word.lower() in self._own

    def knows(self, word: str) -> bool:
        """Whether a word, as written, is right: the writer's, the canon's or English; its possessive apart."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._is_right(word)
        return known

    def _is_right(self, word: str) -> bool:
        if self.lexicon.accepts(word) or self.is_own(word) or self.canon.knows(word):
            return True
        stem = self._bare(word)
        return stem != word and (self.is_own(stem) or self.canon.knows(stem))

    @cached_property
    def unknown(self) -> dict[str, list[int]]:
        """Distinct words, as written, that nothing knows, each with the indices of its places."""
        words = self.document.tokens.words
        wanted = {word for word in self.document.vocabulary.counts if not self.knows(word) and _is_wordlike(word)}
        found: dict[str, list[int]] = {}
        for index in [index for index, word in enumerate(words) if word in wanted]:
            if not self._is_in_compound(index) and not is_fragment(self.document, index):
                found.setdefault(words[index], []).append(index)
        return found

    @cached_property
    def is_english(self) -> bool:
        """Whether most of the draft's words are known; False for a text in another language, or none at all."""
        strange = sum(word[0].islower() for word in self.unknown)
        return strange < _MANY or strange * 3 < sum(word[0].islower() for word in self.document.vocabulary.counts)

    def _is_in_compound(self, index: int) -> bool:
        """Whether the word is part of a hyphenated one that English has as a whole (scot-free), or one that the hyphens
        only draw out (hu-miliating)."""
        tokens = self.document.tokens
        first = last = index
        while first > index - _PARTS and first > 0 and tokens.gaps[first] in _HYPHENS:
            first -= 1
        while last < index + _PARTS and last + 1 < len(tokens) and tokens.gaps[last + 1] in _HYPHENS:
            last += 1
        if first == last:
            return False
        parts = tokens.words[first : last + 1]
        return self.lexicon.accepts("-".join(parts)) or self.lexicon.accepts("".join(parts))

    @cached_property
    def names(self) -> dict[str, int]:
        """Names of the draft that no canon and no dictionary has, as written without possessive, with their counts.

        A form counts as a name when a sentence has it inside with a capital, or when it opens two or more.
        """
        vocabulary = self.document.vocabulary
        found: dict[str, int] = {}
        for word, places in self.unknown.items():
            stem = self._bare(word)
            if not is_capitalised(stem) or word.isupper():
                continue
            inside = vocabulary.inside[word] > 0 and not self.document.typography.nouns_capital
            if inside or (len(places) >= 2 and word.lower() not in self.unknown):
                found[stem] = found.get(stem, 0) + len(places)
        return found

    def is_foreign(self, index: int) -> bool:
        """Whether the word at ``index`` stands in a phrase of another language: beside its small words or accents."""
        if self.language != ENGLISH:
            return False
        return any(
            word.startswith(_ELIDED)
            if "'" in word
            else word in _FOREIGN or not (word.isascii() or word.startswith(_AT_HOME))
            for word in self._clause(index, _BESIDE)
        )

    def _clause(self, index: int, reach: int) -> list[str]:
        """The keys of the words around ``index``, at most ``reach`` on each side, as far as no sentence ends."""
        tokens = self.document.tokens
        first = last = index
        while first > max(0, index - reach) and not _ENDS.intersection(tokens.gaps[first]):
            first -= 1
        while last < min(len(tokens) - 1, index + reach) and not _ENDS.intersection(tokens.gaps[last + 1]):
            last += 1
        return tokens.keys[first : last + 1]

    def is_coinage(self, word: str) -> bool:
        """Whether an unknown word stands so often that it is the author's, or is a name of the draft in lower case."""
        places = self.unknown.get(word, ())
        return len(places) >= _HABIT or self._bare(word) in self.names

    def _bare(self, word: str) -> str:
        """A name without what marks the owner, and without what is elided before it: (d')Aurélien."""
        if self.language == ENGLISH:
            return without_possessive(word)
        head, _, tail = word.replace("’", "'").rpartition("'")
        if head and head.lower() in self.about.elided:
            return tail
        stems = [word[: -len(ending)] for ending in self.about.possessives if word.endswith(ending)]
        counts = self.document.vocabulary.counts
        return next((stem for stem in stems if stem in counts or self.canon.knows(stem) or self.is_own(stem)), word)


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
