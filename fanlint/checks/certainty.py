"""Whether the correction of an unknown word is certain enough for --fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fanlint.text.tokens import fold

if TYPE_CHECKING:
    from fanlint.language.en.suggest import Suggestion
    from fanlint.story import Story

# The thresholds below were set by hand. A confidence is the estimated probability, from 0 to 1, that the suggestion is
# what the writer meant.
# Minimum confidence in narration; in speech, where characters may talk in ways that no dictionary has; and for a short
# word or one that some dictionary has.
_NARRATION, _SPEECH, _DOUBTFUL = 0.94, 0.975, 0.99
# For a capitalised word at the start of a sentence, which may be a name: minimum confidence, and minimum frequency of
# the correction in log10 of uses per billion words.
_OPENING, _FREQUENT = 0.97, 4.0
_MIN_LETTERS = 4  # A word with fewer letters is similar to many others, so it needs more confidence.
_HABIT = 3  # A word with at least this many uses is probably the writer's own.
# Number of words on each side to search for another unknown word. A second one suggests a foreign language, dialect or
# a list of names.
_REACH = 5
_PLAIN = 0.9  # With this confidence in its correction, the other unknown word is just another spelling mistake.
_MIN_STEM = 4  # Minimum letters of a stem to which a prefix or suffix may have been added.

_VOWELS = "aeiouy"
_SUFFIXES = (
    "s es ed er ers est ing ings able less ness ish like ful ward wards wise hood ship dom ism ist ists ly en "
    "ette ster sters ic ical y"
).split()
_PREFIXES = "un re mis over under out non pre anti super semi de dis inter sub fore".split()


def is_certain(index: int, correction: Suggestion, story: Story) -> bool:
    """Whether --fix may replace the word at ``index`` by ``correction``.

    The word must occur once or twice in the story, in lower case or at the start of a sentence, with no other unknown
    word nearby. It must also not be a known word with a productive prefix or suffix, which the writer may have coined.
    """
    document = story.document
    word = document.tokens.words[index]
    if correction.kind != "edit" or not story.lexicon.accepts(correction.text):
        return False
    gaps = document.tokens.gaps
    if "-" in (gaps[index][-1:], gaps[index + 1][:1]):
        return False  # The word is part of a compound that the author may have coined.
    if not word.isalpha() or len(story.unknown[word]) >= _HABIT:
        return False
    speech = document.speech_at(document.tokens.start(index)) is not None
    if word.islower():
        doubtful = len(word) < _MIN_LETTERS or story.lexicon.is_rare(word)
        least = _DOUBTFUL if doubtful else _SPEECH if speech else _NARRATION
        sure = correction.confidence >= least
        sure = sure and not (speech and _is_respelling(word, correction.text))
        sure = sure and word.capitalize() not in document.vocabulary
    else:
        sure = correction.confidence >= _OPENING and not speech and document.vocabulary.inside[word] == 0
        sure = sure and story.lexicon.frequency(correction.text.lower()) >= _FREQUENT
    return (
        sure
        and not _has_unknown_neighbour(index, story)
        and not _may_be_derived(fold(word), correction.text.lower(), story)
    )


def _is_respelling(word: str, correction: str) -> bool:
    """Whether the two words differ only in vowels, as in spellings that show how someone talks (heerd, extry).

    A word with the same letters in another order, such as “freind”, is a misspelling.
    """
    changed = [(a, b) for a, b in zip(word, correction, strict=False) if a != b]
    vowels = all(a in "aeiouy" and b in "aeiouy" for a, b in changed)
    return vowels and len(word) == len(correction) and sorted(word) != sorted(correction)


def _has_unknown_neighbour(index: int, story: Story) -> bool:
    """Whether a different unknown word in lower case, itself without an obvious correction, is nearby."""
    words = story.document.tokens.words
    for place in range(max(0, index - _REACH), min(len(words), index + _REACH + 1)):
        word = words[place]
        if word.islower() and word != words[index] and word in story.unknown:
            found = story.suggestions(place)
            if not found or found[0].confidence < _PLAIN:
                return True
    return False


def _may_be_derived(word: str, correction: str, story: Story) -> bool:
    """Whether ``word`` may be correctly formed from a known stem: noseless, unlooted, emergences.

    A correction with the same stem shows that the word is merely misspelt: “draged” and “dragged” share one.
    """
    for suffix in _SUFFIXES:
        if correction + suffix == word:
            return True
        stem = word.removesuffix(suffix)
        if suffix == "ly" and correction == f"{stem[:-1]}ly":
            continue  # The misspelling keeps an e that the adverb drops: truely, truly.
        if stem != word and _is_stem(stem, story) and not correction.startswith(stem):
            return True
        if stem != word and suffix[0] in _VOWELS and stem[-1:] == stem[-2:-1] and _is_stem(stem[:-1], story):
            return not correction.startswith(stem[:-1])
        if (
            stem != word
            and suffix[0] in _VOWELS
            and story.lexicon.is_common(stem + "e")
            and not correction.startswith(stem)
        ):
            return True
    for prefix in _PREFIXES:
        stem = word.removeprefix(prefix)
        if stem != word and len(stem) > _MIN_STEM and _is_stem(stem, story) and not correction.endswith(stem):
            return True
    return False


def _is_stem(stem: str, story: Story) -> bool:
    """Whether a stem is a word; a short one must be common, because rare short words match by chance."""
    if len(stem) < _MIN_STEM:
        return False
    return story.lexicon.is_common(stem) or (len(stem) > _MIN_STEM and story.lexicon.accepts(stem))
