"""An opening single quotation mark where an apostrophe is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# What is left of a clipped word, and is none itself: a mark before it is hardly ever there to quote it.
_CLIPPED = frozenset("em til tis twas twere twould twasn't cuz n".split())
# Words that a single mark may as well quote: ‘round the world’.
_WORDS = frozenset("cause bout round kay cos cept".split())
_ENDINGS = frozenset("s t re ll ve d m".split())
_CLOSES = r"(?<=[.,!?…—–-])’|’(?![^\W\d_])"  # compiled on use, as is the next
_OPENS = r"(?<![^\W\d_])‘"


class BackwardsApostrophe(Rule):
    """Where letters are left out stands an apostrophe, which looks like a closing mark: ’em, ’tis, ’til.

    Word processors take the one at the start of a word for an opening quotation mark. fanlint turns only those of
    words that it knows to be clipped, where nothing can be quoted.
    """

    scope = Document
    safety = Safety.SAFE
    message = "This is an apostrophe, so it is turned like “’”."
    examples = (
        "“Tell {‘ -> ’}em we’re late,” Ilse said.",
        "{‘ -> ’}Tis late, and they don{‘ -> ’}t know it.",
        "“We walked {‘ -> ’}round the lake,” Ilse said.",
        "‘Tell {‘ -> ’}em,’ Ilse said.",
        "“Tell ’em we’re late,” Ilse said.",
        "He wrote ‘em’ on the board.",
        "‘Round the lake,’ Ilse said, ‘and home.’",
        "They say ‘round the lake’ for everything.",
        "They flew to Hawai‘i.",
        "‘N-no, it’s mine!’she said.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for index in tokens.gaps_among(gap for gap in tokens.gap_places if gap.endswith("‘")):
            if index < len(tokens) and self._is_clipped(index, item):
                place = tokens.start(index) - 1
                yield self.found(Span(place, place + 1), "’")

    def _is_clipped(self, index: int, document: Document) -> bool:
        """Whether the mark before the word at ``index`` stands for letters."""
        tokens, text = document.tokens, document.text
        key, place = tokens.keys[index], tokens.start(index) - 1
        if tokens.gaps[index] == "‘" and index:
            contracts = key != "t" or tokens.keys[index - 1].endswith("n")
            return key in _ENDINGS and contracts
        block = document.block_at(place)
        # ‘N-no’ is a stutter.
        if key not in _CLIPPED | _WORDS or block is None or tokens.gaps[index + 1].startswith(("’", "-")):
            return False
        if not re.compile(_CLOSES).search(text, place, block.span.end):
            return True
        opened = [found.start() for found in re.compile(_OPENS).finditer(text, block.span.start, place)]
        return key in _CLIPPED and bool(opened) and not re.compile(_CLOSES).search(text, opened[-1], place)
