"""A speech in single quotation marks where the story has double ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.verbs import SPEECH_VERBS

_RARE = 20  # speeches in double marks for each in single ones; more of the latter mean something: a thought, a radio
# A paragraph that opens with a single mark and closes it before a tag, without another mark in between.
# Compiled when a story has any such mark at all, since that costs more than the rest of a page.
_SINGLE = (
    r"^(?P<open>['‘])(?=[^\W\d_])(?P<said>[^\"“”\n]{1,400}?[,?!.…])(?P<close>['’])"
    r" (?P<tag>[^\W\d_]+(?: [^\W\d_]+)?)[^\"“”'‘’\n]*$"
)
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
    message = "Elsewhere speech stands in double quotation marks, here in single ones ({times})."
    examples = (
        '"No." ' * 20 + "\n\n{'I know,' -> \"I know,\"} she said.",
        "“No.” " * 20 + "\n\n{‘I know,’ -> “I know,”} Marten said.",
        '"No." ' * 20 + "\n\n'I know,' she thought.",
        '"No." ' * 20 + "\n\n'Twas late, and 'twas dark,' she said.",
        "'I know,' she said.\n\n\"No.\"",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        text = item.text
        curly = text.count("“")
        doubles = max(curly, text.count('"') // 2)
        if doubles < _RARE or not any(f"\n{mark}" in text for mark in "'‘"):
            return
        marks = "“”" if curly == doubles else '""'
        found = [
            match
            for match in re.compile(_SINGLE, re.M).finditer(text)
            if _is_spoken(match) and in_story(item, match.start())
        ]
        if found and len(found) * _RARE <= doubles:
            edits = [
                Edit(Span(match.start("open"), match.end("close")), marks[0] + match["said"] + marks[1])
                for match in found
            ]
            message = self.message.replace("{times}", times(len(found)))
            yield told_together(self, edits, message, "Put them in double quotation marks.")


def _is_spoken(match: re.Match[str]) -> bool:
    if re.search(r"[\s—–][‘']|[’'](?=[\s—–]|$)", match["said"]):
        return False  # a clipped word or a mark within: which one closes is a guess
    return any(word in SPEECH_VERBS and word not in _THOUGHT for word in match["tag"].split())
