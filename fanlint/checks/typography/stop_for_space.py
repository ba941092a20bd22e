"""A full stop in place of a space: “He held.out his hand”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.sentences import ABBREVIATIONS

# Characters beside a part of an address, a file name or an acronym.
_JOINTS = ("@", "/", "\\", ":", "_", "#", ".", "-", "'", "’", "`")
# Endings of addresses and file names, before which a full stop is right.
_ENDINGS = frozenset(
    "com org net edu gov mil info name biz tv io co uk us ca au de fr jp me to fm app dev blog wiki txt doc docx rtf "
    "pdf jpg jpeg png gif bmp mp wav avi mov zip exe bat dll bin dat log ini cfg html htm php xml css js py java md "
    "odt epub mobi sys tmp bak iso csv page site online shop blog store tech live world life text dot bun".split()
)
_MIN_LETTERS = 2  # Minimum letters of both words; a single letter may belong to an abbreviation. Set by hand.


class StopForSpace(Rule):
    """Finds a full stop in place of a space: “He held.out his hand”.

    On a phone keyboard, the full stop is right next to the space bar. fanlint checks only full stops between two known
    words in lower case, and leaves addresses, file names and abbreviations alone.
    """

    scope = Document
    safety = Safety.UNSAFE
    message = "Did you mean a space instead of this full stop?"
    examples = (
        "He held{. ->  }out his hand.",
        '"You were{. ->  }trying to leave."',
        "He held out his hand.",
        "He saved it as story.txt and mailed it to kit.marsh@example.org.",
        "Best. Day. Ever. It was 5 p.m. by then.",
        "They came at 5 a.m. and left, vs.them, by noon.",
        "Such.a.day!",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for index in tokens.gap_places.get(".", ()):
            if not 0 < index < len(tokens):
                continue
            before, after = tokens.words[index - 1], tokens.words[index]
            if not after.islower() or not before[1:].islower() or min(len(before), len(after)) < _MIN_LETTERS:
                continue
            if before.lower() in ABBREVIATIONS or after in _ENDINGS:
                continue
            if tokens.gaps[index - 1].endswith(_JOINTS) or tokens.gaps[index + 1] in _JOINTS:
                continue
            if story.knows(before) and story.knows(after):
                yield self.found(tokens.gap_span(index), " ", ". ")
