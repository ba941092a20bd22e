"""A full stop where only a space belongs."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.sentences import ABBREVIATIONS

_JOINTS = ("@", "/", "\\", ":", "_", "#", ".", "-", "'", "’", "`")  # beside a part of an address, a file or an acronym
# Endings of addresses and files, none of them a reason to see a sentence cut in two.
_ENDINGS = frozenset(
    "com org net edu gov mil info name biz tv io co uk us ca au de fr jp me to fm app dev blog wiki txt doc docx rtf "
    "pdf jpg jpeg png gif bmp mp wav avi mov zip exe bat dll bin dat log ini cfg html htm php xml css js py java md "
    "odt epub mobi sys tmp bak iso csv page site online shop blog store tech live world life text dot bun".split()
)
_SHORTEST = 2


class StopForSpace(Rule):
    """A full stop between two words, with no space and no capital after it, has slipped in: He held.out his hand.

    On a telephone the full stop lies right beside the space bar. fanlint looks only between two plain words; addresses
    and names of files are left alone.
    """

    scope = Document
    safety = Safety.UNSAFE
    message = "A full stop stands here for a space."
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
            if not after.islower() or not before[1:].islower() or min(len(before), len(after)) < _SHORTEST:
                continue
            if before.lower() in ABBREVIATIONS or after in _ENDINGS:
                continue
            if tokens.gaps[index - 1].endswith(_JOINTS) or tokens.gaps[index + 1] in _JOINTS:
                continue
            if story.knows(before) and story.knows(after):
                yield self.found(tokens.gap_span(index), " ", ". ")
