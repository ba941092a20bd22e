"""Speech in single quotation marks in a story that uses double ones, or the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.verbs import SPEECH_VERBS

# Minimum ratio of speeches in the usual marks to speeches in the others. If the others are more frequent, they probably
# have a meaning of their own, such as a thought or a voice on the radio. Set by hand.
_MIN_RATIO = 20
# A paragraph that opens with a mark and closes it before a dialogue tag, with no other mark in between. The pattern is
# compiled only for stories that have such marks, because compiling takes longer than checking the rest of a page.
_TAGGED = (
    r"^(?P<open>[{open}])(?=[^\W\d_])(?P<said>[^\"“”\n]{{1,400}}?[,?!.…])(?P<close>[{close}])"
    r" (?P<tag>[^\W\d_]+(?: [^\W\d_]+)?)[^\"“”'‘’\n]*$"
)
_SINGLE = _TAGGED.format(open="'‘", close="'’")
_DOUBLE = _TAGGED.format(open='"“', close='"”')
_SINGLE_CLOSE = r"['’](?<=[.,!?…—]['’])(?=\s|$)"
# Verbs that count as speech verbs elsewhere but often introduce a thought, which many writers put in single marks.
_THOUGHT = frozenset(
    "wondered wonders mused muses guessed guesses reasoned reasons recalled recalls noted notes".split()
)


class SpeechMarks(Rule):
    """Finds speech in single quotation marks in a story that uses double ones, or the reverse.

    Readers may take the other marks for a thought or a voice in someone's head, and many writers use them that way.
    fanlint therefore asks only if a dialogue tag (he said) shows that the words are spoken, and if nearly all other
    speech has the usual marks.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "This story usually puts speech in {right} quotation marks; here it uses {wrong} ones ({times})."
    examples = (
        '"No." ' * 20 + "\n\n{'I know,' -> \"I know,\"} she said.",
        "“No.” " * 20 + "\n\n{‘I know,’ -> “I know,”} Marten said.",
        "'No.' " * 40 + "\n\n{\"I know,\" -> 'I know,'} she said.",
        '"No." ' * 20 + "\n\n'I know,' she thought.",
        '"No." ' * 20 + "\n\n'Twas late, and 'twas dark,' she said.",
        "'I know,' she said.\n\n\"No.\"",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        text = item.text
        curly = text.count("“")
        doubles = max(curly, text.count('"') // 2)
        if doubles >= _MIN_RATIO and any(f"\n{mark}" in text for mark in "'‘"):
            yield from self._findings(_SINGLE, doubles, "“”" if curly == doubles else '""', item)
        elif doubles and 2 * _MIN_RATIO * doubles <= text.count("'") + text.count("’"):
            singles = len(re.findall(_SINGLE_CLOSE, text))
            yield from self._findings(_DOUBLE, singles, "‘’" if "‘" in text else "''", item)

    def _findings(self, odd: str, usual: int, marks: str, document: Document) -> Iterator[Finding]:
        """Yield a finding for speeches that match ``odd``, if they are rare compared with the ``usual`` other ones.

        ``marks`` are the opening and the closing mark to use instead.
        """
        found = [
            match
            for match in re.compile(odd, re.M).finditer(document.text)
            if _is_spoken(match) and in_story(document, match.start())
        ]
        if found and len(found) * _MIN_RATIO <= usual:
            edits = [
                Edit(Span(match.start("open"), match.end("close")), marks[0] + match["said"] + marks[1])
                for match in found
            ]
            right, wrong = ("double", "single") if odd == _SINGLE else ("single", "double")
            message = self.message.replace("{right}", right).replace("{wrong}", wrong)
            title = f"Use {right} quotation marks everywhere."
            yield told_together(self, edits, message.replace("{times}", times(len(found))), title)


def _is_spoken(match: re.Match[str]) -> bool:
    """Whether the tag shows that the words are spoken, and it is clear which mark closes them."""
    if re.search(r"[\s—–][‘']|[’'](?=[\s—–]|$)", match["said"]):
        return False  # With a clipped word or another mark inside, it is unclear which mark closes the speech.
    return any(word in SPEECH_VERBS and word not in _THOUGHT for word in match["tag"].split())
