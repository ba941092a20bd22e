"""Whether a correction of an unknown word is sure enough to be made without asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fanlint.text.tokens import fold

if TYPE_CHECKING:
    from fanlint.language.en.suggest import Suggestion
    from fanlint.story import Story

# Least confidence: people may talk as no dictionary spells; a short word, or one that dictionaries have, needs more.
_NARRATION, _SPEECH, _DOUBTFUL = 0.94, 0.975, 0.99
_OPENING, _FREQUENT = 0.97, 4.0  # … of a word with a capital that opens a sentence, and how common (log10 of uses per
# billion words) the correction has to be, since it might be a name
_LENGTH = 4  # letters; shorter words have many neighbours
_HABIT = 3  # uses from which a word is more likely the writer's own
_NEAR = 5  # words on each side, another strange one among which makes this foreign, dialect or a list of names
_PLAIN = 0.9  # confidence in the correction of such a neighbour that makes it just another slip
_STEM = 4  # letters of a stem that an ending or a beginning may make a new word of

_VOWELS = "aeiouy"
_ENDINGS = (
    "s es ed er ers est ing ings able less ness ish like ful ward wards wise hood ship dom ism ist ists ly en "
    "ette ster sters ic ical y"
).split()
_BEGINNINGS = "un re mis over under out non pre anti super semi de dis inter sub fore".split()


def is_certain(index: int, correction: Suggestion, story: Story) -> bool:
    """Whether ``correction`` may replace the word at ``index`` unasked.

    The word must stand in the story once or twice, in small letters or at the start of a sentence, not among other
    unknown words, and be none that a living ending or beginning could have made of a known one.
    """
    document = story.document
    word = document.tokens.words[index]
    if correction.kind != "edit" or not story.lexicon.accepts(correction.text):
        return False
    gaps = document.tokens.gaps
    if "-" in (gaps[index][-1:], gaps[index + 1][:1]):
        return False  # half of a compound of the author's
    if not word.isalpha() or len(story.unknown[word]) >= _HABIT:
        return False
    speech = document.speech_at(document.tokens.start(index)) is not None
    if word.islower():
        doubtful = len(word) < _LENGTH or story.lexicon.is_rare(word)
        least = _DOUBTFUL if doubtful else _SPEECH if speech else _NARRATION
        sure = correction.confidence >= least
        sure = sure and not (speech and _is_respelling(word, correction.text))
        sure = sure and word.capitalize() not in document.vocabulary
    else:
        sure = correction.confidence >= _OPENING and not speech and document.vocabulary.inside[word] == 0
        sure = sure and story.lexicon.frequency(correction.text.lower()) >= _FREQUENT
    return (
        sure
        and not _has_strange_neighbour(index, story)
        and not _may_be_derived(fold(word), correction.text.lower(), story)
    )


def _is_respelling(word: str, correction: str) -> bool:
    """Whether the one has other vowels in the places of the other's, as spellings that show how someone talks:
    heerd, extry; but not “freind”."""
    changed = [(a, b) for a, b in zip(word, correction, strict=False) if a != b]
    vowels = all(a in "aeiouy" and b in "aeiouy" for a, b in changed)
    return vowels and len(word) == len(correction) and sorted(word) != sorted(correction)


def _has_strange_neighbour(index: int, story: Story) -> bool:
    words = story.document.tokens.words
    for place in range(max(0, index - _NEAR), min(len(words), index + _NEAR + 1)):
        word = words[place]
        if word.islower() and word != words[index] and word in story.unknown:
            found = story.suggestions(place)
            if not found or found[0].confidence < _PLAIN:
                return True
    return False


def _may_be_derived(word: str, correction: str, story: Story) -> bool:
    """Whether ``word`` is rightly built of a stem that the correction does not have: noseless, unlooted, emergences.

    Dragged has the stem of “draged”, so that this is only misspelt.
    """
    for ending in _ENDINGS:
        if correction + ending == word:
            return True
        stem = word.removesuffix(ending)
        if ending == "ly" and correction == f"{stem[:-1]}ly":
            continue  # truely: the same word, which loses its e
        if stem != word and _is_stem(stem, story) and not correction.startswith(stem):
            return True
        if stem != word and ending[0] in _VOWELS and stem[-1:] == stem[-2:-1] and _is_stem(stem[:-1], story):
            return not correction.startswith(stem[:-1])
        if (
            stem != word
            and ending[0] in _VOWELS
            and story.lexicon.is_common(stem + "e")
            and not correction.startswith(stem)
        ):
            return True
    for beginning in _BEGINNINGS:
        stem = word.removeprefix(beginning)
        if stem != word and len(stem) > _STEM and _is_stem(stem, story) and not correction.endswith(stem):
            return True
    return False


def _is_stem(stem: str, story: Story) -> bool:
    if len(stem) < _STEM:
        return False
    return story.lexicon.is_common(stem) or (len(stem) > _STEM and story.lexicon.accepts(stem))
