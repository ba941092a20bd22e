"""The same small word twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count, islice
from operator import eq

from fanlint.language import ENGLISH
from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# Words that never stand twice in a row but by a slip; “had had”, “that that”, “no no” may. The second set may too, in
# a rare sentence (“responsible for for years”), and is only offered.
_CERTAIN = frozenset("the a an of with from they his their be have at".split())
_LIKELY = frozenset(
    "and for but we into as or if my your this these are to them she they our its than which been".split()
)
# Words that are doubled on purpose, for weight or as a sound, or that end one clause and begin the next.
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
_SHORTEST = 4  # letters of other words
# Small words that narration does not double, though a voice may (“now now”, “up up and away”).
_IN_NARRATION = frozenset("would could should up down over can just when what who through here him me some any".split())
# A word for a place ends one phrase and begins the next after these: he came in in the morning.
_TAKES_PARTICLE = frozenset(
    "be been is was are were am come comes came coming go goes went gone going bring brings brought take takes took "
    "taken taking run ran break broke bust burst bursting barge barged crept creep stray shut let turn turned move "
    "moved get got put set gave give kick kicked fill filled settle settled drop dropped walk walked rush rushed hold "
    "held carry carried move look looked looking check checked belted strapped fly flew live lived".split()
)
# A clause that one of these begins may end in a verb, and the next one begin with it: what he was was a mystery.
_BEGIN_CLAUSE = frozenset("what that who which how where all there they whatever whoever as though everything".split())
_REACH = 5  # words back in which to look for one
# What follows a doubled “it” or “that” by mistake.
_NO_VERB = frozenset("in on at to for from by with of like as because and but or so if when while again all".split())
_SUBJECTS = frozenset("he she they we i you the a an his her my our their there".split())
_THINKING = frozenset(
    "said say says knew know knows thought think thinks told tell see saw hear heard learned learnt realized realised "
    "sure found believe believed hope hoped meant mean means felt feel so wish wished understand understood".split()
)
# What may begin a phrase that is written twice: of the in of the.
_OPENERS = frozenset("the a an in on at with for from you he she it we they this my your his her our their".split())
_ECHOES = frozenset("and or upon after by to as had call called".split())  # over and over and over, as dead as dead


class DoubledWord(Rule):
    """The eye jumps over a word that stands twice, most of all at the end of a line.

    Only words that hardly ever follow themselves rightly are marked; “had had” and “that that” are English, and so is a
    long, long way or a knock knock. In other languages the fix is only offered.
    """

    scope = Document
    safety = Safety.SAFE
    languages = ("en", "es", "fr", "de", "pt", "it", "ru")
    message = "“{word}” stands here twice."
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
            if self._is_slip(keys[index], index, item, story):
                certain = keys[index] in _CERTAIN and story.language == ENGLISH
                yield self._at(index, item, self.safety if certain else Safety.UNSAFE)
        if story.language == ENGLISH:
            for index in compress(count(2), map(eq, keys, islice(keys, 2, None))):
                if _is_phrase_twice(index, item):
                    yield self._phrase(index, item)

    def _phrase(self, index: int, document: Document) -> Finding:
        """For the phrase of two words that ends before word ``index`` and begins there anew."""
        tokens = document.tokens
        span = Span(tokens.start(index - 2), tokens.end(index + 1))
        once = document.slice(Span(span.start, tokens.end(index - 1)))
        return self.found(span, once, message=self.message.replace("{word}", once), safety=Safety.UNSAFE)

    def _at(self, index: int, document: Document, safety: Safety) -> Finding:
        tokens = document.tokens
        span = Span(tokens.start(index - 1), tokens.end(index))
        message = self.message.replace("{word}", tokens.keys[index])
        return self.found(span, tokens.words[index - 1], message=message, safety=safety)

    def _is_slip(self, word: str, index: int, document: Document, story: Story) -> bool:
        if not self._is_double(index, document):
            return False
        if story.language != ENGLISH:
            return word in story.about.doubled
        if word in _CERTAIN or word in _LIKELY or _is_small_slip(word, index, document):
            return True
        keys = document.tokens.keys
        return (
            word not in _OFTEN_DOUBLED
            and len(word) >= _SHORTEST
            and word not in (keys[index - 2 : index - 1] + keys[index + 1 : index + 2])
            and story.lexicon.is_common(word)
            and document.tokens.words[index].islower()
            and document.speech_at(document.tokens.start(index)) is None
        )

    def _is_double(self, index: int, document: Document) -> bool:
        tokens = document.tokens
        gap = tokens.gaps[index]
        beside = tokens.gaps[index - 1][-1:] + tokens.gaps[index + 1][:1]
        if gap.strip() or gap.count("\n") > 1 or not gap or "-" in beside:
            return False
        return tokens.words[index].islower() or tokens.words[index - 1] == tokens.words[index]


def _is_small_slip(word: str, index: int, document: Document) -> bool:
    """Whether a small word that may rightly be doubled can hardly be here, by the words around it."""
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


def _is_phrase_twice(index: int, document: Document) -> bool:
    """Whether the two words before word ``index`` stand there again, as hardly anybody writes on purpose."""
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
