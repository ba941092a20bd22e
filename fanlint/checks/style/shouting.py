"""Three or more words in capitals in a row within speech."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.majority import times
from fanlint.checks.narration import counted
from fanlint.model import Finding, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import STORY, Document

_WORD = r"[^\W\d_a-zß-ÿ]+(?:['’][^\W\d_a-zß-ÿ]+)?"
_ROW = rf"(?<![\w'’]){_WORD}(?:[ ,!?-]{{1,3}}{_WORD}){{2,}}(?![\w'’])"  # Three or more words.
_MIN_LETTERS = 7  # Minimum number of letters, so that rows of abbreviations are not reported. Set by hand.


class Shouting(Rule):
    """Finds three or more words in capitals in a row within speech.

    Capitals sound like shouting, but a long passage of them is hard to read. A single word in capitals is enough to be
    heard, and an exclamation mark often does the same. A sign or a telegram may need its capitals.
    """

    scope = Document
    severity = Severity.HINT
    message = "Use capitals for single words only; here speech has three or more in a row ({times})."
    examples = (
        '"{GET OUT OF HERE NOW}!!"',
        '"{I SAID, NO}!" he cried. "NO MEANS NO!"',
        '"GET OUT now!" he cried. "NO!"',
        "THE END IS NEAR, said the sign.",
        '"The FBI, CIA and I know."',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        spans = []
        for found in re.finditer(_ROW, item.text):
            if sum(map(str.isalpha, found[0])) < _MIN_LETTERS:
                continue
            block = item.block_at(found.start())
            if block and block.kind in STORY and item.speech_at(found.start()):
                spans.append(Span(*found.span()))
        if spans:
            yield counted(self, spans, self.message.replace("{times}", times(len(spans))))
