"""A sentence in the present tense among sentences in the past tense."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from fanlint.checks.narration import plain_sentences
from fanlint.model import Finding, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.sentences import Sentence

_SUBJECTS = frozenset({"he", "she"})
_IRREGULAR = dict(
    pair.split(":")
    for pair in (
        "goes:went comes:came takes:took sees:saw gets:got runs:ran sits:sat "
        "stands:stood feels:felt falls:fell leaves:left keeps:kept says:said tells:told gives:gave "
        "finds:found makes:made begins:began holds:held hears:heard lets:let puts:put speaks:spoke rises:rose "
        "drives:drove writes:wrote brings:brought catches:caught meets:met pays:paid reads:read shakes:shook "
        "throws:threw wakes:woke wears:wore breaks:broke draws:drew eats:ate sleeps:slept swings:swung"
    ).split()
)
_PAST = frozenset(_IRREGULAR.values()).union(
    "was were had did wasn't weren't hadn't didn't could would might couldn't wouldn't knew thought lay drank sang bit "
    "hid sent spent built bent meant lost shot slid stuck struck stole chose froze flew grew blew tore bore swore rode "
    "strode shrank sank sprang won hung swung flung clung spun bought fought sought taught became forgot".split()
)
_PRESENT = frozenset(
    "am are is isn't aren't has have hasn't haven't do does don't doesn't can can't will won't".split()
)
_AROUND = 3  # Number of sentences on each side; none of them may be in the present tense. Set by hand.
_MIN_PAST = 3  # Minimum number of these sentences that are in the past tense. Set by hand.
_MAX_WORDS = 25  # Maximum number of words; a longer sentence may contain something always true. Set by hand.
_WORDS_EACH = 1000  # Words of the draft for each finding, so that a habit does not fill the report. Set by hand.


class TenseDrift(Rule):
    """Finds a sentence in the present tense among sentences in the past tense.

    A sudden change of tense makes readers stop: She walked home. She opens the door. Nobody was there. fanlint reports
    only sentences in which “he”, “she” or a name acts in the present tense, while all sentences around it are in the
    past tense. Thoughts, and what is always true, may be in the present tense.
    """

    scope = Document
    severity = Severity.HINT
    message = "Did you mean “{right}”? The sentences around this one are in the past tense."
    examples = (
        "The rain had stopped. She walked home. He waited for her. She {opens -> opened} the door. Nobody was there. "
        "It was dark. The clock had stopped.",
        "The rain had stopped. She walked home. He waited for her. Slowly he {takes -> took} her hand. She was cold. "
        "It was dark. The clock had stopped.",
        "The rain has stopped. She walks home. He waits for her. She opens the door. Nobody is there. It is dark.",
        "The rain had stopped. She walked home. He waited for her. She had keys. Nobody was there. It was dark.",
        "The rain had stopped. She walked home. He waited for her. Did she open the door? It was dark. It was late.",
        "The rain had stopped. She walked home. He waited for her. Marten is a good man. It was dark. It was late. "
        "He slept.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        sentences = plain_sentences(item)
        tenses = [_tense(sentence, item) for sentence in sentences]
        if tenses.count(_Tense.PAST) < 2 * tenses.count(_Tense.PRESENT):
            return
        found = []
        for number, sentence in enumerate(sentences):
            around = tenses[max(0, number - _AROUND) : number] + tenses[number + 1 : number + 1 + _AROUND]
            if _Tense.PRESENT in around or around.count(_Tense.PAST) < _MIN_PAST:
                continue
            verb = _present_verb(sentence, item, story)
            # A verb right after the first word sets the tense, whatever comes later: She opens the box they had found.
            if verb is not None and (tenses[number] is not _Tense.PAST or verb[0] == sentence.first + 1):
                found.append(verb)
        for index, right in found[: max(5, len(item.tokens) // _WORDS_EACH)]:
            yield self.found(item.tokens.span(index), right, right=right)


class _Tense(Enum):
    PAST = "past"
    PRESENT = "present"
    UNKNOWN = "unknown"


def _tense(sentence: Sentence, document: Document) -> _Tense:
    """The tense of a sentence by its auxiliary verbs and endings; it is past only if nothing is present."""
    keys = document.tokens.keys[sentence.first : sentence.last]
    if not _PRESENT.isdisjoint(keys):
        return _Tense.PRESENT
    past = any(key in _PAST or (key.endswith("ed") and len(key) > 3) for key in keys)
    return _Tense.PAST if past else _Tense.UNKNOWN


def _present_verb(sentence: Sentence, document: Document, story: Story) -> tuple[int, str] | None:
    """The index of a verb in the present tense after “he”, “she” or a name, and its past form.

    None if there is no such verb or more than one, or if the present tense may be intended.
    """
    tokens = document.tokens
    if document.text[sentence.span.end - 1] != "." or sentence.last - sentence.first > _MAX_WORDS:
        return None
    if any(mark in document.slice(sentence.span) for mark in "*_:;?"):
        return None
    verbs = []
    for index in range(sentence.first + 1, sentence.last):
        who = tokens.words[index - 1]
        named = index == sentence.first + 1 and who in document.vocabulary.names
        if tokens.gaps[index] != " " or not (named or who.lower() in _SUBJECTS):
            continue
        right = _IRREGULAR.get(tokens.words[index]) if named else _past_of(index, document, story)
        if right is not None:
            verbs.append((index, right))
    return verbs[0] if len(verbs) == 1 else None


def _past_of(index: int, document: Document, story: Story) -> str | None:
    """The past form of a verb after “he” or “she” if it is certain: opens, opened; is opening, was opening.

    None for “is” alone, which may state something always true.
    """
    tokens = document.tokens
    word = tokens.words[index]
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word == "is" and index + 1 < len(tokens) and tokens.keys[index + 1].endswith("ing"):
        return "was"
    if not word.islower() or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return None
    stem = word[:-1]
    past = stem + "d" if stem.endswith("e") else stem + "ed"
    return past if story.lexicon.is_common(past) and story.lexicon.is_common(stem) else None
