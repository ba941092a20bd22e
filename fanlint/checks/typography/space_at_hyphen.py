"""A space on one side of a hyphen or a slash: “Hostile -class”, “and/ or”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_HYPHENS = {" -": "-", "- ": "-"}
_SLASHES = {" /": "/", "/ ": "/"}
# What is joined to the word before it, and begins no aside of its own.
_ENDINGS = frozenset(
    "class like style sized shaped coloured colored based type esque proof wide ish level rank ranked grade year old "
    "haired eyed skinned handed footed legged faced hearted minded winged tailed armed headed bodied bound born made "
    "themed powered flavored flavoured scented related controlled owned looking "
    "sounding san kun chan sama senpai sempai sensei dono".split()
)
_PARTED = frozenset("and or he she him her his hers himself herself either father mother brother sister yes no".split())
_SUSPENDED = frozenset("and or to nor but".split())  # sound- and light-waves


class SpaceAtHyphen(Rule):
    """A hyphen joins two words, and a slash stands between two, without spaces.

    fanlint looks for endings that cannot stand alone, for compounds that the draft or the dictionary writes with a
    hyphen, and for pairs such as and/or. A dash with spaces, and “sound- and light-waves”, are right.
    """

    scope = Document
    safety = Safety.UNSAFE
    message = "No space beside “{mark}” here."
    examples = (
        "The Hostile{ - -> -}class ship led the who-knows{-  -> -}how-many others.",
        "They want bread and{ / -> /}or water.",
        "It took a well{-  -> -}known path. Hers was well-known.",
        "The sound- and light-waves met.",
        "He came - late, and left -or so he said.",
        "The Hostile-class ship; bread and/or water; one / two.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for index in tokens.gaps_among((*_HYPHENS, *_SLASHES)):
            gap = tokens.gaps[index]
            if not 0 < index < len(tokens) or not tokens.words[index - 1][-1].isalpha():
                continue
            joins = _is_pair(index, item) if gap in _SLASHES else _is_compound(index, item, story)
            if joins:
                mark = gap.strip()
                yield self.found(tokens.gap_span(index), mark, message=self.message.replace("{mark}", mark))


def _is_pair(index: int, document: Document) -> bool:
    keys = document.tokens.keys
    return keys[index - 1] in _PARTED and keys[index] in _PARTED


def _is_compound(index: int, document: Document, story: Story) -> bool:
    """Whether the words before and at ``index`` are one with a hyphen, or each is part of such a one."""
    tokens = document.tokens
    first, second = tokens.words[index - 1], tokens.keys[index]
    joined = tokens.gaps[index - 1] == "-", tokens.gaps[index + 1] == "-"
    if second in _ENDINGS and tokens.gaps[index] == " -" and not joined[1]:
        return True
    if second in _SUSPENDED or any(joined):
        return all(joined)
    if len(first) == 1:
        return False  # a stutter
    return f"{first}-{tokens.words[index]}" in document.text or story.lexicon.is_common(f"{first}-{second}")
