"""A speech in guillemets or corner brackets in a story that has quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_RARE = 10  # speeches in quotation marks for each in others; more of those are a voice of their own
_FEW = 2  # the most that are no habit yet
_OTHERS = r"「[^「」\n]+」|『[^『』\n]+』|«[^«»\n]+»|‹[^‹›\n]+›"
_OPENING = "「『«‹"


class QuoteKinds(Rule):
    """Guillemets («Hi.») or corner brackets (「Hi.」) beside quotation marks tell of another kind of voice.

    Telepathy, a voice within, another tongue: many stories do so, and keep to it. fanlint asks only where it is done
    once or twice, and leaves single words alone.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Elsewhere speech stands in quotation marks, here in {wrong} ({times})."
    examples = (
        '"No." ' * 20 + '\n\n{「I know it,」 -> "I know it,"} she said.',
        "“No.” " * 20 + "\n\n{«I know it,» -> “I know it,”} she said.",
        "“No.” " * 10 + "\n\n«I know it,» she said. «Go on.» He left. «All of you.»",
        "“No.” " * 20 + "\n\nShe wrote «sake» on the wall.",
        "«I know it,» she said.\n\n“No.”",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        text = item.text
        if not any(mark in text for mark in _OPENING):
            return
        curly = text.count("“")
        usual = max(curly, text.count('"') // 2)
        found = [match for match in re.finditer(_OTHERS, text) if in_story(item, match.start()) and " " in match[0]]
        if not found or len(found) > _FEW or len(found) * _RARE > usual:
            return
        marks = "“”" if curly == usual else '""'
        edits = [Edit(Span(*match.span()), marks[0] + match[0][1:-1] + marks[1]) for match in found]
        message = self.message.replace("{wrong}", f"{found[0][0][0]}{found[0][0][-1]}")
        yield told_together(self, edits, message.replace("{times}", times(len(edits))), "Put it in quotation marks.")
