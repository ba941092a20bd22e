"""Speech in guillemets or corner brackets in a story that uses quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together
from fanlint.model import Edit, Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# If there are more, they probably mark a special voice on purpose. Both limits were set by hand.
_MIN_RATIO = 10  # Minimum ratio of speeches in quotation marks to speeches in other marks.
_MAX_ODD = 2  # Maximum speeches in other marks that still count as mistakes.
_OTHERS = r"「[^「」\n]+」|『[^『』\n]+』|«[^«»\n]+»|‹[^‹›\n]+›"
_OPENING = "「『«‹"


class QuoteKinds(Rule):
    """Finds speech in guillemets («Hi.») or corner brackets (「Hi.」) in a story that uses quotation marks.

    Many stories use such marks for telepathy, an inner voice or another language, so readers expect a special meaning.
    fanlint asks only if they appear once or twice in the whole story, and it leaves single words alone.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "This story usually puts speech in quotation marks; here it uses {wrong} ({times})."
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
        if not found or len(found) > _MAX_ODD or len(found) * _MIN_RATIO > usual:
            return
        marks = "“”" if curly == usual else '""'
        edits = [Edit(Span(*match.span()), marks[0] + match[0][1:-1] + marks[1]) for match in found]
        message = self.message.replace("{wrong}", f"{found[0][0][0]}{found[0][0][-1]}")
        yield told_together(self, edits, message.replace("{times}", times(len(edits))), "Use quotation marks instead.")
