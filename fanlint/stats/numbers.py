"""The numbers of a story: words, speech, names, sentences, and how easily it reads."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from fanlint.language import ENGLISH
from fanlint.language.en.lexicon import Lexicon
from fanlint.stats.syllables import syllables
from fanlint.story import Story, without_possessive
from fanlint.text.blocks import BlockKind
from fanlint.text.document import Document

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.VERSE})
_HYPHENS = ("-", "\u2010", "\u2011")
_READ = 250  # words that are read in a minute; Brysbaert (2019) has 260 for fiction, many read on a phone
_LEAST = 4  # uses of a word that the story may be told by, and
_PER = 4000  # … one more in so many words
_RATIO = 5  # times as often as in English at large
_UNHEARD = 1.0  # log10 of uses per billion words that a word is taken to have of which no more is known
_NO_NAMES = frozenset(
    "mr mrs ms miss dr sir madam lord lady mister monday tuesday wednesday thursday friday saturday sunday january "
    "february april june july august september october november december english french german god ok tv".split()
)


class Telling(NamedTuple):
    """A word that tells this story from others: ``ratio`` times as often as in English at large."""

    word: str
    uses: int
    ratio: float


class Numbers(NamedTuple):
    """What is counted in one story, or in several: all fields add up.

    ``words`` are those of the story; a hyphenated one is one. ``spoken`` of them are speech, ``notes`` more are the
    author's own. ``turns`` are paragraphs in which somebody speaks, ``speakers`` whose they are where that is told.
    ``lengths`` are sentences by their number of words. ``pieces`` are words with hyphenated ones apart; ``syllables``,
    of all pieces, are 0 where a text is not in English.
    """

    words: int
    spoken: int
    notes: int
    paragraphs: int
    scenes: int
    turns: int
    syllables: int
    pieces: int
    speakers: Counter[str]
    names: Counter[str]
    lengths: Counter[int]
    vocabulary: Counter[str]

    @property
    def sentences(self) -> int:
        return self.lengths.total()

    @property
    def mean_length(self) -> float:
        """Words of a sentence; 0 where there is none."""
        return sum(length * count for length, count in self.lengths.items()) / max(1, self.sentences)

    @property
    def median_length(self) -> int:
        """The length that half of the sentences do not exceed; 0 where there is none."""
        left = (self.sentences + 1) // 2
        for length in sorted(self.lengths):
            left -= self.lengths[length]
            if left <= 0:
                return length
        return 0

    @property
    def dialogue(self) -> float:
        """The share of words that are spoken, 0 to 1."""
        return self.spoken / max(1, self.words)

    @property
    def reading_ease(self) -> float | None:
        """Flesch's: about 100 for the easiest, 0 for the hardest; None for a text without a sentence, or in another
        language."""
        if not self.syllables or not self.sentences:
            return None
        return 206.835 - 1.015 * self.mean_length - 84.6 * self.syllables / self.pieces

    @property
    def minutes(self) -> float:
        """How long it takes to read."""
        return self.words / _READ


def count(story: Story) -> Numbers:
    """The numbers of one story."""
    document = story.document
    prose = [block for block in document.blocks if block.kind in _PROSE]
    breaks = sum(block.kind is BlockKind.BREAK for block in document.blocks)
    turns = {speech.block.span.start: document.speaker(speech) for speech in document.speech if speech.spoken}
    forms = document.vocabulary.counts
    return Numbers(
        words=sum(_words(document, *block.span) for block in prose),
        spoken=sum(
            _words(document, *speech.inner)
            for speech in document.speech
            if speech.spoken and speech.block.kind in _PROSE
        ),
        notes=sum(_words(document, *block.span) for block in document.blocks if block.kind is BlockKind.NOTE),
        paragraphs=len(prose),
        scenes=_scenes(document) if breaks else int(bool(prose)),
        turns=len(turns),
        syllables=sum(syllables(form) * number for form, number in forms.items()) if story.language == ENGLISH else 0,
        pieces=len(document.tokens),
        speakers=_by_shortest(Counter(speaker for speaker in turns.values() if speaker is not None)),
        names=_names(story),
        lengths=Counter(
            sentence.last - sentence.first for sentence in document.sentences if sentence.block.kind in _PROSE
        ),
        vocabulary=Counter({key: len(places) for key, places in document.tokens.places.items()}),
    )


def add(parts: Iterable[Numbers]) -> Numbers:
    """The numbers of several stories together."""
    parts = list(parts)
    foreign = any(part.pieces and not part.syllables for part in parts)
    total = Numbers(0, 0, 0, 0, 0, 0, 0, 0, Counter(), Counter(), Counter(), Counter())
    for part in parts:
        total = Numbers(
            total.words + part.words,
            total.spoken + part.spoken,
            total.notes + part.notes,
            total.paragraphs + part.paragraphs,
            total.scenes + part.scenes,
            total.turns + part.turns,
            0 if foreign else total.syllables + part.syllables,
            total.pieces + part.pieces,
            total.speakers + part.speakers,
            total.names + part.names,
            total.lengths + part.lengths,
            total.vocabulary + part.vocabulary,
        )
    return total


def telling(numbers: Numbers, lexicon: Lexicon, most: int) -> list[Telling]:
    """The words by which this story is told from others: much commoner here than in English at large, weighed by how
    often they stand; names apart. None for a text that is not in English."""
    if not numbers.syllables:
        return []
    names = {part for name in numbers.names for part in name.lower().split()}
    total = max(1, numbers.pieces)
    found = []
    for word, number in numbers.vocabulary.items():
        if number < _LEAST + total // _PER or len(word) < 3 or not word.isalpha() or word in names:
            continue
        usual = max(_UNHEARD, lexicon.weight(word))
        ratio = number / total * 10 ** (9 - usual)
        if ratio >= _RATIO:
            found.append((number * math.log(ratio), Telling(word, number, ratio)))
    found.sort(key=lambda item: (-item[0], item[1]))
    return [word for _, word in found[:most]]


def _words(document: Document, start: int, end: int) -> int:
    """How many words stand between two offsets, a hyphenated one counted once."""
    tokens = document.tokens
    first, stop = tokens.at(start), tokens.at(end)
    if stop < len(tokens) and tokens.start(stop) < end:
        stop += 1
    inner = tokens.gaps[first + 1 : stop]
    return stop - first - sum(map(inner.count, _HYPHENS))


def _scenes(document: Document) -> int:
    """Runs of paragraphs between breaks and headings."""
    scenes, inside = 0, False
    for block in document.blocks:
        if block.kind in _PROSE:
            scenes += not inside
            inside = True
        elif block.kind in (BlockKind.BREAK, BlockKind.HEADING):
            inside = False
    return scenes


def _by_shortest(speakers: Counter[str]) -> Counter[str]:
    """Speakers with their full names counted under the one name that they have elsewhere."""
    found: Counter[str] = Counter()
    for speaker, number in speakers.items():
        short = next((part for part in speaker.split() if part in speakers), speaker)
        found[short] += number
    return found


def _names(story: Story) -> Counter[str]:
    """Names of people, places and things of the story, twice or more, without their possessive."""
    vocabulary = story.document.vocabulary
    found: Counter[str] = Counter()
    for form in vocabulary.names:
        stem = without_possessive(form)
        if stem.lower() not in _NO_NAMES and _is_name(form, stem, story):
            found[stem] += vocabulary.counts[form]
    return Counter({name: number for name, number in found.items() if number > 1})


def _is_name(form: str, stem: str, story: Story) -> bool:
    """Whether a word with a capital names somebody: no word of English, or hardly ever at the start of a sentence."""
    if not story.lexicon.accepts(stem.lower()):
        return True
    vocabulary = story.document.vocabulary
    return 2 * vocabulary.inside[form] > vocabulary.counts[form] > 2


def commonest(names: Counter[str], most: int) -> list[tuple[str, int]]:
    """The commonest of a count, in a stable order."""
    return sorted(names.items(), key=lambda item: (-item[1], item[0]))[:most]


class Bucket(NamedTuple):
    """Sentences of ``low`` to ``high`` words, or of ``low`` and more where ``high`` is None."""

    low: int
    high: int | None
    sentences: int


_RANGES = ((1, 5), (6, 10), (11, 15), (16, 20), (21, 30), (31, 40), (41, None))


def histogram(lengths: Counter[int]) -> list[Bucket]:
    """Sentences by how long they are; every length is in one of the buckets."""
    return [
        Bucket(low, high, sum(n for length, n in lengths.items() if low <= length <= (high or length)))
        for low, high in _RANGES
    ]


EASE = (
    (90, "very easy", "A child of eleven reads it without effort."),
    (80, "easy", "It reads like people talk."),
    (70, "fairly easy", "Most published novels for grown-ups are about here."),
    (60, "plain", "Like a newspaper: no effort for most readers."),
    (50, "fairly hard", "Like a serious magazine; long sentences, or long words."),
    (30, "hard", "Like an essay. Shorter sentences would ease it most."),
    (-math.inf, "very hard", "Like a law. Shorter sentences would ease it most."),
)


def ease_in_words(ease: float) -> tuple[str, str]:
    """A reading ease in a word or two, and what it means in a sentence."""
    return next((name, meaning) for least, name, meaning in EASE if ease >= least)
