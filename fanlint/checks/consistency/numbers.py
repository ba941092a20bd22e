"""A small number in digits in a story that usually writes it in words, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.case import match_case
from fanlint.text.document import Document

# The number one is left out, because “one” has many other meanings.
_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
).split()
_IN_WORDS = {str(number): word for number, word in enumerate(_WORDS, 2)} | {
    "30": "thirty", "40": "forty", "50": "fifty", "60": "sixty", "70": "seventy", "80": "eighty", "90": "ninety",
}  # fmt: skip
_IN_DIGITS = {word: digits for digits, word in _IN_WORDS.items()}
# After labels and before units, digits are normal even in a story that otherwise writes numbers in words.
_LABELS = frozenset(
    "chapter team room number no page paragraph article part act scene year grade level rank step version section unit "
    "platform floor gate volume book episode route highway track area class squad district sector case exhibit figure "
    "table".split()
)
_UNITS = frozenset(
    "am pm percent km kg cm mm mg mph kph ft lbs lb oz gb mb january february march april may june july august "
    "september october november december st nd rd th bc ad".split()
)


class Numbers(Rule):
    """Finds a small number in digits (5 minutes) in a story that usually writes words (five minutes), or the reverse.

    Both are right, and most publishers prefer words. Readers notice a change, so fanlint suggests the form that the
    story uses far more often. It leaves alone times, dates, units, scores and numbered things such as Team 7.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "This story usually writes small numbers in {right}; here it writes them in {wrong} ({times})."
    examples = (
        "He had two dogs and three cats. It took four days, five nights, six guards. They waited {7 -> seven} minutes.",
        "He had 2 dogs and 3 cats. It took 4 days, 5 nights, 6 guards. They waited {seven -> 7} minutes.",
        "He had two dogs and three cats, four days, five nights, six men of Team 7. It was 5 p.m. on 12 May, at 7:30.",
        "He had two dogs and 3 cats, four days, 5 nights, six guards. They waited 7 minutes.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        places = item.tokens.places
        digits = [at for form in _IN_WORDS for at in places.get(form, ()) if _is_counting(at, item)]
        words = [at for form in _IN_DIGITS for at in places.get(form, ()) if _is_counting(at, item)]
        usual = usual_way({"words": len(words), "digits": len(digits)})
        if usual is None:
            return
        odd, forms = (digits, _IN_WORDS) if usual == "words" else (words, _IN_DIGITS)
        edits = [
            Edit(item.tokens.span(at), match_case(item.tokens.words[at], forms[item.tokens.keys[at]]))
            for at in sorted(odd)
            if in_story(item, item.tokens.start(at))
        ]
        if edits:
            wrong = "digits" if usual == "words" else "words"
            message = self.message.replace("{right}", usual).replace("{wrong}", wrong)
            message = message.replace("{times}", times(len(edits)))
            yield told_together(self, edits, message, f"Write small numbers in {usual} everywhere.")


def _is_counting(index: int, document: Document) -> bool:
    """Whether a number counts things inside a sentence (five dogs), unlike Team 7, 7:30, 5 p.m. or twenty-one."""
    tokens = document.tokens
    if index + 1 >= len(tokens) or document.sentences.is_first(index):
        return False
    if tokens.gaps[index].strip(" ,") or tokens.gaps[index + 1] != " " or not tokens.gaps[index]:
        return False
    before, after = tokens.keys[index - 1] if index else "", tokens.keys[index + 1]
    if before in _LABELS or after in _UNITS or not after.isalpha() or len(after) < 2:
        return False
    return before not in _IN_DIGITS and after not in _IN_DIGITS and not before.isdigit()
