"""A full stop where a space was meant: “she held.out her hand”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_BEFORE = ("@", "/", "\\", ":", "_", "#", ".", "-", "`")  # before a part of an address or a file's name
_AFTER = (".", "@", "/", "\\", ":", "_", "#", "-", "`")
# Ends of addresses and names of files that are words as well.
_ENDINGS = frozenset(
    "com net org gov edu info biz app dev page site online shop blog store tech live world life me doc text bat zip "
    "bin dot bun".split()
)
_SHORTEST = 2  # letters; abbreviations have one: i.e.


class DotForSpace(Rule):
    """The full stop lies under the space bar's neighbours, and slips in for a space.

    fanlint looks only at dots between two everyday words in lower case, and leaves addresses and file names alone.
    """

    scope = Document
    safety = Safety.UNSAFE
    message = "A full stop stands here between two words, where a space was meant."
    examples = (
        "She held{. ->  }out her hand.",
        "He was incredibly{. ->  }gifted.",
        "See fanlint.org, or open story.txt and notes.doc.",
        "He came, i.e. he ran. The door.closed.sign is a file.",
        "It was over... and done.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for index in tokens.gaps_among((".",)):
            if 0 < index < len(tokens) and _is_slip(index, item, story):
                yield self.found(tokens.gap_span(index), " ", ". ")


def _is_slip(index: int, document: Document, story: Story) -> bool:
    tokens = document.tokens
    before, after = tokens.words[index - 1], tokens.words[index]
    if not after.islower() or not before[1:].islower() or min(len(before), len(after)) < _SHORTEST:
        return False
    follows = tokens.gaps[index + 1]
    goes_on = follows.startswith(_AFTER[1:]) or (follows == "." and index + 1 < len(tokens))
    if tokens.gaps[index - 1].endswith(_BEFORE) or goes_on or after in _ENDINGS:
        return False
    return story.knows(before) and story.knows(after)
