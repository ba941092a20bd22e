"""A stutter with a capital in the wrong place: “S-stefan”, “w-What”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Edit, Finding, Fix, Safety
from fanlint.rules.rule import Rule, Where
from fanlint.story import Story
from fanlint.text.case import capitalise
from fanlint.text.document import Document

_HYPHEN = "-"
_MAX_SOUND = 2  # Maximum number of letters in a stuttered sound. Set by hand.
# Minimum number of capitals within sentences that make a name of a common word such as “Hope”. Set by hand.
_MIN_CAPITALS = 3


class StutterCapital(Rule):
    """Finds a stutter with a capital in the wrong place: “S-stefan”, “w-What”.

    A name keeps its capital after the hyphen: “S-Stefan”. Any other word has a capital only at the start of a sentence,
    on its first letter: “W-what”. fanlint also accepts “W-What” there. It leaves alone stutters on very short words,
    such as “I-I”, and words all in capitals.
    """

    scope = Document
    safety = Safety.UNSAFE
    where = Where.SPEECH
    message = "Write this stutter as “{right}”."
    yields_to = ("canon/",)
    examples = (
        'They knew Stefan well. "{S-stefan -> S-Stefan}, wait!"',
        '"{w-What -> W-what} do you mean?"',
        "\"I {d-Don't -> d-don't} know.\"",
        '"{W-w-What -> W-w-what}?" The sign read: What?',
        '"W-what do you mean? I-I d-didn\'t... S-Stefan-san..."',
        '"W-What do you mean?"',
        "\"I-It's him! It's M-Mr. Stefan!\"",
        '"Take the A-a train, or an X-ray."',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        done = 0
        for index in tokens.gap_places.get(_HYPHEN, ()):
            if not done < index < len(tokens) or not _is_stutter(index, item):
                continue
            last = index
            while last + 1 < len(tokens) and tokens.gaps[last + 1] == _HYPHEN and _is_stutter(last + 1, item):
                last += 1
            done = last
            right = _right(index - 1, last, item, story)
            span = tokens.span(index - 1, last)
            if right != item.slice(span):
                edits = (Edit(span, right),)
                fix = Fix(edits, self.safety, f"Write “{right}”.")
                yield self.found(span, right=right, fixes=(fix,))


def _is_stutter(index: int, document: Document) -> bool:
    """Whether the word at ``index`` starts with the sound before it."""
    sound, word = document.tokens.words[index - 1], document.tokens.words[index]
    if len(sound) > _MAX_SOUND or not sound.isalpha() or len(word) < len(sound):
        return False
    return word.lower().startswith(sound.lower()) and not (word.isupper() and len(word) > 1)


def _right(first: int, last: int, document: Document, story: Story) -> str:
    """The stutter from ``first`` to ``last`` with the right capitals; unchanged if more than one way is right."""
    words = document.tokens.words[first : last + 1]
    *sounds, word = words
    if len(word) <= _MAX_SOUND:
        return _HYPHEN.join(words)  # In “I-I” or “a-a”, nothing shows which capitals are meant.
    if _is_name(capitalise(word), story):
        return _HYPHEN.join(map(capitalise, words)) if sounds[0][0].isupper() else _HYPHEN.join(words)
    if sounds[-1][0].islower() and word[0].isupper():
        opens = document.sentences.is_first(first) or document.text[document.tokens.start(first) - 1] in "\"“‘'"
        sounds[0] = capitalise(sounds[0]) if opens else sounds[0]
        return _HYPHEN.join([*sounds, word[0].lower() + word[1:]])
    return _HYPHEN.join(words)


def _is_name(word: str, story: Story) -> bool:
    known = story.canon.words.get(word.lower())
    if (known is not None and known.is_name and not known.lower_too) or story.lexicon.is_proper(word):
        return True
    vocabulary = story.document.vocabulary
    # A common word may have a capital for another reason once or twice.
    least = _MIN_CAPITALS if story.lexicon.is_common(word.lower()) else 1
    return word in vocabulary.names and vocabulary.inside[word] >= least
