"""A verb in its base form where “and” joins it to a past tense: “she took a breath and continue”."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from fanlint.language.en.parts_of_speech import plain_of_past, words_of
from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule, Where
from fanlint.story import Story
from fanlint.text.document import Document

_SUBJECTS = frozenset("he she they we i it".split())
_REACH = 8  # Maximum number of words between “and” and the subject of the verb before it. Set by hand.
# Words after which both joined verbs take the base form: she had to stop and think; they watched him rise and leave.
_GOVERN = frozenset(
    "to can could may might must shall should will would do did does let lets made make makes making help helped helps "
    "saw see watched watch heard hear felt feel had have has didn't couldn't wouldn't don't can't won't couldn't bade "
    "please better rather that if who which what when while where than asked told ordered said begged".split()
)


class PastAfterAnd(Rule):
    """Finds a verb that is not in the past tense although “and” joins it to one that is: “She sighed and continue”.

    If the first of two joined verbs is in the past tense, the second one should be too. fanlint checks only narration,
    and only verbs with the same subject in one clause. It leaves alone verbs that depend on another word, as in “she
    had to sit down and explain it”.
    """

    scope = Document
    severity = Severity.WARNING
    safety = Safety.UNSAFE
    where = Where.NARRATION
    message = "Did you mean “{right}”? The verb before “and” is in the past tense."
    examples = (
        "She took a deep breath and {continue -> continued}.",
        "He opened the door and {go -> went} out.",
        "She took a deep breath and continued.",
        "She had to sit down and explain it. They watched him turn and go.",
        "She opened her mouth to sing and amuse them.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for index in tokens.places.get("and", ()):
            verb = index + 1
            if verb < len(tokens) and tokens.gaps[verb] == " " and _is_mistake(index, item):
                right = _past_of()[tokens.keys[verb]]
                yield self.found(tokens.span(verb), right, right=right)


def _is_mistake(index: int, document: Document) -> bool:
    """Whether the “and” at ``index`` joins a past form and a base form that have the same subject."""
    tokens = document.tokens
    keys = tokens.keys
    verb = keys[index + 1]
    plain = verb in words_of("verb") and verb in _past_of() and tokens.words[index + 1].islower()
    if not plain or tokens.gaps[index] != " ":
        return False
    first = index
    while first > max(0, index - _REACH) and tokens.gaps[first] == " ":
        first -= 1
        if keys[first] in _GOVERN:
            return False
        if keys[first] in _SUBJECTS or tokens.words[first] in document.vocabulary.names:
            return keys[first + 1] in plain_of_past() and first + 1 < index
    return False


@cache
def _past_of() -> dict[str, str]:
    return {plain: past for past, plain in plain_of_past().items()}
