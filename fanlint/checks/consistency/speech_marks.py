"""A speech in single quotation marks where the story has double ones, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.verbs import SPEECH_VERBS

_RARE = 20  # speeches in double marks for each in single ones; more of the latter mean something: a thought, a radio
# A paragraph that opens with a mark and closes it before a tag, without another mark in between.
# Compiled when a story has any such mark at all, since that costs more than the rest of a page.
_TAGGED = (
    r"^(?P<open>[{open}])(?=[^\W\d_])(?P<said>[^\"“”\n]{{1,400}}?[,?!.…])(?P<close>[{close}])"
    r" (?P<tag>[^\W\d_]+(?: [^\W\d_]+)?)[^\"“”'‘’\n]*$"
)
_SINGLE = _TAGGED.format(open="'‘", close="'’")
_DOUBLE = _TAGGED.format(open='"“', close='"”')
_SINGLE_CLOSE = r"['’](?<=[.,!?…—]['’])(?=\s|$)"
# Unspoken after all: many write thoughts so.
_THOUGHT = frozenset(
    "wondered wonders mused muses guessed guesses reasoned reasons recalled recalls noted notes".split()
)


class SpeechMarks(Rule):
    """Speech stands in double quotation marks, or in single ones, through a whole story.

    fanlint asks about a speech in single marks only where a tag (he said) shows that it is spoken, and where nearly all
    others have double ones: thoughts and voices in the head are often set off so.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Elsewhere speech stands in {right} quotation marks, here in {wrong} ones ({times})."
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
        if doubles >= _RARE and any(f"\n{mark}" in text for mark in "'‘"):
            yield from self._told(_SINGLE, doubles, "“”" if curly == doubles else '""', item)
        elif doubles and 2 * _RARE * doubles <= text.count("'") + text.count("’"):
            singles = len(re.findall(_SINGLE_CLOSE, text))
            yield from self._told(_DOUBLE, singles, "‘’" if "‘" in text else "''", item)

    def _told(self, odd: str, usual: int, marks: str, document: Document) -> Iterator[Finding]:
        """The finding for speeches of the form ``odd``, if they are rare beside ``usual`` others in ``marks``."""
        found = [
            match
            for match in re.compile(odd, re.M).finditer(document.text)
            if _is_spoken(match) and in_story(document, match.start())
        ]
        if found and len(found) * _RARE <= usual:
            edits = [
                Edit(Span(match.start("open"), match.end("close")), marks[0] + match["said"] + marks[1])
                for match in found
            ]
            right, wrong = ("double", "single") if odd == _SINGLE else ("single", "double")
            message = self.message.replace("{right}", right).replace("{wrong}", wrong)
            title = f"Put them in {right} quotation marks."
            yield told_together(self, edits, message.replace("{times}", times(len(found))), title)


def _is_spoken(match: re.Match[str]) -> bool:
    if re.search(r"[\s—–][‘']|[’'](?=[\s—–]|$)", match["said"]):
        return False  # a clipped word or a mark within: which one closes is a guess
    return any(word in SPEECH_VERBS and word not in _THOUGHT for word in match["tag"].split())
