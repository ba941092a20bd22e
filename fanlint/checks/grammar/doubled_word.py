"""A word or a short phrase that is repeated by mistake."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count, islice
from operator import eq

from fanlint.language import ENGLISH
from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# Words that are repeated only by mistake, unlike “had had”, “that that” and “no no”, so --fix may correct them. The
# words of the second set can be repeated correctly in a rare sentence (“responsible for for years”), so --fix leaves
# them alone.
_CERTAIN = frozenset("the a an of with from they his their be have at".split())
_LIKELY = frozenset(
    "and for but we into as or if my your this these are to them she they our its than which been".split()
)
# Words that are often repeated correctly: for emphasis, as a sound, or at the end of one clause and the start of the
# next.
_OFTEN_DOUBLED = frozenset(
    "had that this there her it you he she in on out up down over off back through is was were are do did does will "
    "would what who where when then now here so very really truly many much more long far deep big old new good bad "
    "fine great little tiny small high low dark wide hard fast slow slowly badly sweet pretty just only too never "
    "ever way again less round same weird right upper jolly home know like no yes yeah aye bye hey ha hah ho oh ow ah "
    "eh um uh hmm la da beep blah boo bang boom chop click drip hear hush knock nom night please pop run scan snip "
    "sorry stop sure tap tick tock tsk tut well woah wow yum come go get take give wait look all one two three fuck "
    "damn shit okay maybe something person thing not can some any each half by dont choo chugga gym pain flash eject "
    "start happens while chose".split()
)
_MIN_LETTERS = 4  # Minimum length of a word that is on none of these lists. Set by hand.
# Small words that are not repeated in narration, though a character may say “now now” or “up up and away”.
_IN_NARRATION = frozenset("would could should up down over can just when what who through here him me some any".split())
# Verbs that take “in” or “on” as a particle, after which the same word may begin the next phrase: he came in in the
# morning.
_TAKES_PARTICLE = frozenset(
    "be been is was are were am come comes came coming go goes went gone going bring brings brought take takes took "
    "taken taking run ran break broke bust burst bursting barge barged crept creep stray shut let turn turned move "
    "moved get got put set gave give kick kicked fill filled settle settled drop dropped walk walked rush rushed hold "
    "held carry carried move look looked looking check checked belted strapped fly flew live lived".split()
)
# Words that begin a clause which may end in the verb that the main clause begins with: what he was was a mystery.
_BEGIN_CLAUSE = frozenset("what that who which how where all there they whatever whoever as though everything".split())
_REACH = 5  # Number of words before the repetition to search for one of them. Set by hand.
# Words that cannot be the verb of a second “it”, so that the repetition before them is a mistake.
_NO_VERB = frozenset("in on at to for from by with of like as because and but or so if when while again all".split())
_SUBJECTS = frozenset("he she they we i you the a an his her my our their there".split())
_THINKING = frozenset(
    "said say says knew know knows thought think thinks told tell see saw hear heard learned learnt realized realised "
    "sure found believe believed hope hoped meant mean means felt feel so wish wished understand understood".split()
)
# Words that may begin a repeated phrase of two words: you must you must.
_OPENERS = frozenset("the a an in on at with for from you he she it we they this my your his her our their".split())
# Words in phrases that are repeated on purpose: over and over and over, as dead as dead.
_ECHOES = frozenset("and or upon after by to as had call called".split())


class DoubledWord(Rule):
    """Finds a word, or a short phrase, that is repeated by mistake: “on the the table”.

    Repeated words are easy to miss, above all at the end of a line. fanlint leaves alone correct repetitions, such as
    “had had”, and those for emphasis or sound, such as “a long long way” or “knock knock”. With --fix, it corrects only
    English words that are never repeated correctly, such as “the the”.
    """

    scope = Document
    safety = Safety.SAFE
    languages = ("en", "es", "fr", "de", "pt", "it", "ru")
    message = "“{word}” is repeated."
    examples = (
        "She put it on {the the -> the} table.",
        "He came {with\nwith -> with} his sister.",
        "He was quite {used used -> used} {to to -> to} it.",
        "It was a long long way, and knock knock went the door. Run run run!",
        "She had had enough of that that day.",
        "No, no, no!",
        "I knew {you must you must -> you must} wait. {It it -> It} all lay {in in -> in} pieces.",
        "He said {that that -> that} she went.",
        "He came in in the morning, and what it was was over.",
        "The the-ory was thin.",
        "What it is, is a lie.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        keys = item.tokens.keys
        for index in compress(count(1), map(eq, keys, islice(keys, 1, None))):
            if self._is_mistake(keys[index], index, item, story):
                certain = keys[index] in _CERTAIN and story.language == ENGLISH
                yield self._at(index, item, self.safety if certain else Safety.UNSAFE)
        if story.language == ENGLISH:
            for index in compress(count(2), map(eq, keys, islice(keys, 2, None))):
                if _is_repeated_phrase(index, item):
                    yield self._phrase(index, item)

    def _phrase(self, index: int, document: Document) -> Finding:
        """The finding for a phrase of two words whose repetition begins at word ``index``."""
        tokens = document.tokens
        span = Span(tokens.start(index - 2), tokens.end(index + 1))
        once = document.slice(Span(span.start, tokens.end(index - 1)))
        return self.found(span, once, word=once, safety=Safety.UNSAFE)

    def _at(self, index: int, document: Document, safety: Safety) -> Finding:
        tokens = document.tokens
        span = Span(tokens.start(index - 1), tokens.end(index))
        return self.found(span, tokens.words[index - 1], word=tokens.keys[index], safety=safety)

    def _is_mistake(self, word: str, index: int, document: Document, story: Story) -> bool:
        """Whether the repetition at ``index`` is a mistake, judged by the language, the word and its neighbours."""
        if not self._is_double(index, document):
            return False
        if story.language != ENGLISH:
            return word in story.about.doubled
        if word in _CERTAIN or word in _LIKELY or _is_small_mistake(word, index, document):
            return True
        keys = document.tokens.keys
        return (
            word not in _OFTEN_DOUBLED
            and len(word) >= _MIN_LETTERS
            and word not in (keys[index - 2 : index - 1] + keys[index + 1 : index + 2])
            and story.lexicon.is_common(word)
            and document.tokens.words[index].islower()
            and document.speech_at(document.tokens.start(index)) is None
        )

    def _is_double(self, index: int, document: Document) -> bool:
        """Whether only a space or a single line break separates the two words, and neither is in a compound."""
        tokens = document.tokens
        gap = tokens.gaps[index]
        beside = tokens.gaps[index - 1][-1:] + tokens.gaps[index + 1][:1]
        if gap.strip() or gap.count("\n") > 1 or not gap or "-" in beside:
            return False
        return tokens.words[index].islower() or tokens.words[index - 1] == tokens.words[index]


def _is_small_mistake(word: str, index: int, document: Document) -> bool:
    """Whether the words around a small word that can be repeated correctly make a mistake likely."""
    tokens = document.tokens
    keys = tokens.keys
    before = keys[index - 2] if index > 1 and not tokens.gaps[index - 1].strip() else ""
    after = keys[index + 1] if index + 1 < len(keys) and not tokens.gaps[index + 1].strip() else ""
    if word in (before, after):
        return False
    if word in ("in", "on"):
        return bool(before) and before not in _TAKES_PARTICLE and not before.endswith(("ed", "ing"))
    if word == "it":
        return not before or after in _NO_VERB
    if word == "that":
        return (before in _THINKING and after in _SUBJECTS) or (bool(before) and after.endswith("ntly"))
    if word in ("is", "was", "are", "were"):
        return not _BEGIN_CLAUSE.intersection(keys[max(0, index - _REACH) : index - 1])
    return word in _IN_NARRATION and bool(before) and document.speech_at(tokens.start(index)) is None


def _is_repeated_phrase(index: int, document: Document) -> bool:
    """Whether the two words before word ``index`` are repeated there, and hardly on purpose."""
    tokens = document.tokens
    keys = tokens.keys
    if index + 1 >= len(keys) or keys[index - 1] != keys[index + 1] or keys[index] == keys[index - 1]:
        return False
    first, second = keys[index - 2], keys[index - 1]
    if first not in _OPENERS or _ECHOES.intersection((first, second)) or tokens.words[index][0].isupper():
        return False
    if any(gap.strip() or gap.count("\n") > 1 or not gap for gap in tokens.gaps[index - 1 : index + 2]):
        return False
    before = keys[max(0, index - 2 - _REACH) : index - 2]
    return not (_BEGIN_CLAUSE | _ECHOES).intersection(before) and keys[index - 2 : index] != keys[index + 2 : index + 4]
