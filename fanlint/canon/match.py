"""What an unknown word of a draft may be in a canon: the near misses of its names and terms."""

from collections.abc import Callable, Mapping
from functools import cached_property
from math import log
from typing import TYPE_CHECKING, NamedTuple

from fanlint.canon.model import Canon, Character, Known
from fanlint.canon.romanisation import is_romaji, loose_key, slip_key
from fanlint.text.case import is_shouted
from fanlint.text.distance import edit_distance

if TYPE_CHECKING:
    from fanlint.language.en.channel import Channel
    from fanlint.language.en.lexicon import Lexicon
    from fanlint.language.word_list import Words

_AT_HOME = 3  # distinct names of a canon that a draft must have to be a story of that fandom
_COUSINS = {"l": "lr", "r": "rl", "t": "tc", "c": "ct", "z": "zj", "j": "jz", "h": "hf", "f": "fh"}  # first letters
_UNUSED = 0.1  # uses that a name counts for which the draft has nowhere
_CLEAR = 4.6  # how much likelier (natural log) the first near miss must be than the next: a hundred times
_DOUBLED = 3.0  # the most that a doubled letter or a long vowel costs (natural log)
_OWN = 4  # uses after which a near twin of a canon name is a character of the author's
_PROVEN = 3  # uses of a canon's name that prove a word of three letters a slip of it
_DERIVING = ("an", "ian", "ish", "ese", "ite")  # endings that make a word of a name: Gondorian
_FEW = 3  # letters by which romanisations of a word differ less
LONG_ENOUGH = 5  # letters of a word that says what was meant by itself
UNMISTAKABLE = 8  # letters of one that can hardly be anybody else's name
_NAMED = 200  # words of such a draft that have at least one of them
_PAGE = 1000  # words of a draft in which some name of its canon would stand
_RENOWNED = 100  # words of a canon after which one is half as likely to be meant as the first
_TWO_SLIPS = 9  # letters of a word in which even two slips leave no doubt what was meant


class NearMiss(NamedTuple):
    """A word of the canon that a draft's word nearly is.

    ``distance`` 0: only a double letter or vowel length apart. ``uses``: how often the draft has the canon's word, in
    any spelling. ``cost``: the less, the likelier it was meant (about -ln of its probability, up to a constant); 0.0
    where it is the only one.
    """

    known: Known
    distance: int
    uses: int
    cost: float


class Matcher:
    """Looks words up in a canon by nearness. Canon words that are everyday English as well are no targets.

    ``counts`` are the words of the draft: what it says often is likelier to be meant. ``channel`` gives what slips
    cost, and is asked only where two words of the canon are near.
    """

    def __init__(
        self,
        canon: Canon,
        lexicon: "Lexicon | Words",
        counts: Mapping[str, int],
        channel: "Callable[[], Channel]",
    ) -> None:
        self._canon = canon
        self._lexicon = lexicon
        self._counts = counts
        self._channel = channel
        self._near: dict[str, list[NearMiss]] = {}
        self._sizes: dict[int, list[tuple[str, int]]] = {}
        self._keys: dict[str, dict[str, list[str]]] = {}

    @cached_property
    def is_at_home(self) -> bool:
        """Whether the draft has several names of the canon, so that near misses of others are to be expected."""
        rightly = self._rightly
        return len(rightly) >= _AT_HOME and sum(rightly.values()) * _NAMED >= self._length

    @cached_property
    def is_expected(self) -> bool:
        """Whether names of the canon are to be expected: the draft is at home in it, or too short to tell."""
        return self.is_at_home or self._length <= _PAGE

    @cached_property
    def _length(self) -> int:
        return sum(self._counts.values())

    @cached_property
    def _rightly(self) -> dict[str, int]:
        """The canon's names that the draft has, with their uses; not those that are words as well (Rose)."""
        found: dict[str, int] = {}
        for word, count in self._counts.items():
            known = self._canon.words.get(word.lower()) if word[0].isupper() else None
            if known is not None and known.is_name and not self._lexicon.accepts(word.lower()):
                found[known.forms[0]] = found.get(known.forms[0], 0) + count
        return found

    def near(self, word: str) -> list[NearMiss]:
        """The canon's words near to ``word`` (as written, no possessive), likeliest first."""
        lower = word.lower()
        if lower not in self._near:
            self._near[lower] = self._misses(
                lower, self._neighbours(lower) | self._twins(lower) or self._cousins(lower)
            )
        return self._near[lower]

    def is_slip(self, stem: str, count: int, best: NearMiss) -> bool:
        """Whether an unknown word that stands so often is a slip of the canon's nearest, and nothing of its own.

        What the author writes again and again is the author's, unless only a letter is doubled, or the word is so long
        that nothing else is called so. Where the draft has the canon's word nowhere, a short one says little.
        """
        if any(stem.lower() == form.lower() + ending for form in best.known.forms for ending in _DERIVING):
            return False
        lasting = len(stem) > LONG_ENOUGH or (len(stem) > 3 and count < _OWN)
        if best.distance == 0 and lasting and (best.uses or self.is_expected):
            return True
        if best.distance > 1 and not best.uses:
            return count < _OWN and self.is_expected and stem[0].lower() == best.known.forms[0][0].lower()
        if count >= _OWN and best.uses <= 10 * count:
            return best.distance <= 1 and len(stem) >= UNMISTAKABLE and self.is_at_home
        if len(stem) <= 3:
            return count == 1 and best.uses >= _PROVEN and best.known.forms[0] in self._rightly and self.is_at_home
        if best.uses:
            return True
        if self.is_at_home:
            return len(stem) >= LONG_ENOUGH or is_odd(stem, best)
        return len(stem) >= (LONG_ENOUGH if self.is_expected else UNMISTAKABLE)

    def is_sure(self, stem: str, count: int, near: list[NearMiss]) -> bool:
        """Whether a misspelling may be corrected unasked: one word of the canon is clearly nearest and was meant."""
        best = near[0]
        if best.distance == 0:
            proven = best.uses > 0 or len(stem) > LONG_ENOUGH
        else:
            unmistakable = len(stem) >= UNMISTAKABLE and count < _OWN and self.is_at_home
            proven = best.distance == 1 and len(stem) >= LONG_ENOUGH and (best.uses > 0 or unmistakable)
        return proven and is_clear(near)

    def uses(self, known: Known) -> int:
        """How often the draft has a word of the canon, in any of its spellings, possessives among them."""
        return sum(self._counts.get(form + ending, 0) for form in known.forms for ending in ("", "'s", "’s"))

    def _targets(self, length: int) -> list[tuple[str, int]]:
        """Lower-case canon words of a length, with the set of their letters as bits."""
        if length not in self._sizes:
            self._sizes[length] = [(word, _letters(word)) for word in self._canon.words if len(word) == length]
        return self._sizes[length]

    def _may_be_meant(self, target: str) -> bool:
        """Whether a canon's word is part of a name, or no everyday word."""
        return self._canon.words[target].is_name or not self._lexicon.is_common(target)

    @cached_property
    def _by_letter(self) -> dict[str, list[str]]:
        """Lower-case canon words by their first letters."""
        found: dict[str, list[str]] = {}
        for word in self._canon.words:
            if len(word) >= 3:
                found.setdefault(word[0], []).append(word)
        return found

    def _keyed(self, letter: str) -> dict[str, list[str]]:
        """The words that begin with a letter, by their slip keys."""
        if letter not in self._keys:
            found = self._keys[letter] = {}
            for target in self._by_letter.get(letter, ()):
                found.setdefault(slip_key(target), []).append(target)
        return self._keys[letter]

    def _twins(self, lower: str) -> dict[str, int]:
        """Words that differ only by a doubled letter or the length of a vowel; the first letter is then the same."""
        twins = self._keyed(lower[0]).get(slip_key(lower), ())
        return dict.fromkeys(filter(self._may_be_meant, twins), 0)

    def _neighbours(self, lower: str) -> dict[str, int]:
        """The words that are the fewest slips away, and how many."""
        most = 2 if len(lower) >= _TWO_SLIPS else 1 if len(lower) >= 3 else 0
        letters = _letters(lower)
        distances: dict[str, int] = {}
        for length in range(max(3, len(lower) - most), len(lower) + most + 1) if most else ():
            for target, others in self._targets(length):
                # A slip changes at most two letters of the set; this spares most alignments.
                if (letters ^ others).bit_count() <= 2 * most:
                    distance = edit_distance(lower, target, most)
                    if distance <= most and self._may_be_meant(target):
                        distances[target] = distance
        least = min(distances.values(), default=0)
        return {target: distance for target, distance in distances.items() if distance == least}

    def _cousins(self, lower: str) -> dict[str, int]:
        """Words that another romanisation would spell like it (Tunade), or an ear that hears l for r (Olochimalu)."""
        if len(lower) < LONG_ENOUGH:
            return {}
        key = loose_key(lower)
        near = (
            target
            for letter in _COUSINS.get(lower[0], lower[0])
            for target in self._by_letter.get(letter, ())
            if target[-1] == lower[-1] and abs(len(target) - len(lower)) < _FEW
        )
        return {
            target: edit_distance(lower, target, len(lower))
            for target in near
            if loose_key(target) == key and self._may_be_meant(target)
        }

    def _misses(self, lower: str, distances: Mapping[str, int]) -> list[NearMiss]:
        """One near miss for each canon word, whatever number of its spellings is near."""
        found: dict[str, NearMiss] = {}
        for target, distance in distances.items():
            known = self._canon.words[target]
            uses = self.uses(known)
            cost = self._cost(lower, target, distance, uses) if len(distances) > 1 else 0.0
            old = found.get(known.forms[0])
            if old is None or cost < old.cost:
                found[known.forms[0]] = NearMiss(known, distance, uses, cost)
        return sorted(found.values(), key=lambda miss: miss.cost)

    def _cost(self, lower: str, target: str, distance: int, uses: int) -> float:
        """What the slip costs, more for what the draft has seldom and for what the canon, which begins with the best
        known, has late."""
        slip = self._channel().cost(lower, target)
        renown = log(1 + self._ranks[target] / _RENOWNED)
        return (min(slip, _DOUBLED) if distance == 0 else slip) + renown - log(uses + _UNUSED)

    @cached_property
    def _ranks(self) -> dict[str, int]:
        return {word: rank for rank, word in enumerate(self._canon.words)}


def is_clear(near: list[NearMiss]) -> bool:
    """Whether the first near miss is far likelier than any other."""
    return len(near) == 1 or near[1].cost - near[0].cost >= _CLEAR


def is_odd(stem: str, miss: NearMiss) -> bool:
    """Whether a word that nearly is a Japanese name cannot be Japanese itself: no namesake then, but a slip."""
    return is_romaji(miss.known.forms[0]) and not is_romaji(stem)


def _letters(word: str) -> int:
    """The set of a word's letters as bits; those beyond a to z share bits, which only spares less."""
    return sum({1 << (ord(letter) & 31) for letter in word})


def draft_form(known: Known, counts: Mapping[str, int], word: str) -> str:
    """The spelling of a canon word that this draft uses most, else the plain one; in the case of ``word``."""
    used = max(known.forms, key=lambda form: counts.get(form, 0))
    form = used if counts.get(used, 0) else _plain(known)
    if is_shouted(word):
        return form.upper()
    if known.lower_too and word[0].islower():
        return form.lower()
    return form if form[0].isupper() or (known.lower_too and word[0].islower()) else form[0].upper() + form[1:]


def _plain(known: Known) -> str:
    """The usual spelling in ASCII where it has one."""
    return next((form for form in known.forms if form.isascii()), known.forms[0])


def partner(character: Character, word: str) -> str | None:
    """The other word of a character's name, given one of them in any case: Haruno for Sakura."""
    lower = word.lower()
    if not character.family:
        return None
    if lower in map(str.lower, character.forms(character.given)):
        return character.family
    if lower in map(str.lower, character.forms(character.family)):
        return character.given
    return None
