"""The same small word twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count, islice
from operator import eq

from fanlint.languages import ENGLISH
from fanlint.model import Finding, Safety, Span
from fanlint.rule import Rule
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
    "start happens".split()
)
_SHORTEST = 4  # letters of other words


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
        "The the-ory was thin.",
        "What it is, is a lie.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        keys = item.tokens.keys
        for index in compress(count(1), map(eq, keys, islice(keys, 1, None))):
            if self._is_slip(keys[index], index, item, story):
                certain = keys[index] in _CERTAIN and story.language == ENGLISH
                yield self._at(index, item, self.safety if certain else Safety.UNSAFE)

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
        if word in _CERTAIN or word in _LIKELY:
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
