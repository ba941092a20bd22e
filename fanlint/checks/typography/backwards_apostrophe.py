"""An opening single quotation mark in place of an apostrophe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# Clipped forms that are not words themselves, so a mark before one is hardly ever a quotation mark.
_CLIPPED = frozenset("em til tis twas twere twould twasn't cuz n".split())
# Clipped forms that are also words, so a mark before one may be a quotation mark: ‘round the world’.
_WORDS = frozenset("cause bout round kay cos cept".split())
_ENDINGS = frozenset("s t re ll ve d m".split())
# Both patterns are compiled only when needed, because few drafts have these marks.
_CLOSES = r"(?<=[.,!?…—–-])’|’(?![^\W\d_])"
_OPENS = r"(?<![^\W\d_])‘"


class BackwardsApostrophe(Rule):
    """Finds an opening quotation mark in place of an apostrophe: “‘em” for “’em”.

    An apostrophe that replaces letters looks like a closing mark, even at the start of a word (’em, ’tis, ’til), but
    word processors often turn it the wrong way round. The fix is safe because fanlint changes only words that it knows
    to be clipped, and only where the mark cannot open a quotation.
    """

    scope = Document
    safety = Safety.SAFE
    message = "Use an apostrophe here (’), not an opening quotation mark (‘)."
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
        """Whether the mark before the word at ``index`` replaces letters."""
        tokens, text = document.tokens, document.text
        key, place = tokens.keys[index], tokens.start(index) - 1
        if tokens.gaps[index] == "‘" and index:
            contracts = key != "t" or tokens.keys[index - 1].endswith("n")
            return key in _ENDINGS and contracts
        block = document.block_at(place)
        # A hyphen after the word shows a stutter (‘N-no’), and a closing mark shows a quotation.
        if key not in _CLIPPED | _WORDS or block is None or tokens.gaps[index + 1].startswith(("’", "-")):
            return False
        if not re.compile(_CLOSES).search(text, place, block.span.end):
            return True
        opened = [found.start() for found in re.compile(_OPENS).finditer(text, block.span.start, place)]
        return key in _CLIPPED and bool(opened) and not re.compile(_CLOSES).search(text, opened[-1], place)
