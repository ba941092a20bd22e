"""A verb that falls out of the past after “and”: “she took a breath and continue”."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from fanlint.language.en.parts_of_speech import plain_of_past, words_of
from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule, Where
from fanlint.story import Story
from fanlint.text.document import Document

_SUBJECTS = frozenset("he she they we i it".split())
_REACH = 8  # words before “and” in which the sentence must have its subject and its past
# After these a verb stays plain, and another joined to it: she had to stop and think; they watched him rise and leave.
_GOVERN = frozenset(
    "to can could may might must shall should will would do did does let lets made make makes making help helped helps "
    "saw see watched watch heard hear felt feel had have has didn't couldn't wouldn't don't can't won't couldn't bade "
    "please better rather that if who which what when while where than asked told ordered said begged".split()
)


class PastAfterAnd(Rule):
    """Of two verbs that “and” joins, both stand in the past or neither.

    fanlint looks at narration where he, she or they did one thing in the past, and a plain verb follows in the same
    clause.
    """

    scope = Document
    severity = Severity.WARNING
    safety = Safety.UNSAFE
    where = Where.NARRATION
    message = "The verb before “and” is in the past; so is this one, perhaps: “{right}”."
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
            if verb < len(tokens) and tokens.gaps[verb] == " " and _is_slip(index, item):
                right = _past_of()[tokens.keys[verb]]
                yield self.found(tokens.span(verb), right, message=self.message.replace("{right}", right))


def _is_slip(index: int, document: Document) -> bool:
    """Whether a past form of the same subject stands before the “and” at ``index``, and a plain verb after it."""
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
