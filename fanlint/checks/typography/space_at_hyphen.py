"""A space on one side of a hyphen or slash: “Hostile -class”, “and/ or”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_HYPHENS = {" -": "-", "- ": "-"}
_SLASHES = {" /": "/", "/ ": "/"}
# Second parts of compounds, which cannot begin an aside, so that a hyphen before one is not a dash.
_ENDINGS = frozenset(
    "class like style sized shaped coloured colored based type esque proof wide ish level rank ranked grade year old "
    "haired eyed skinned handed footed legged faced hearted minded winged tailed armed headed bodied bound born made "
    "themed powered flavored flavoured scented related controlled owned looking "
    "sounding san kun chan sama senpai sempai sensei dono".split()
)
# Words that people often join by a slash.
_PAIRED = frozenset("and or he she him her his hers himself herself either father mother brother sister yes no".split())
_SUSPENDED = frozenset("and or to nor but".split())  # What may follow a suspended hyphen: sound- and light-waves.


class SpaceAtHyphen(Rule):
    """Finds a space on one side of a hyphen or slash: “Hostile -class”, “and/ or”.

    A hyphen or a slash joins two words without spaces. fanlint checks endings that cannot be words of their own,
    compounds that the story or the dictionary writes with a hyphen, and pairs such as “and/or”. It leaves alone dashes
    with spaces and phrases such as “sound- and light-waves”.
    """

    scope = Document
    safety = Safety.UNSAFE
    message = "Remove the space beside “{mark}”."
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
                yield self.found(tokens.gap_span(index), mark, mark=mark)


def _is_pair(index: int, document: Document) -> bool:
    """Whether people often join the words before and at ``index`` by a slash."""
    keys = document.tokens.keys
    return keys[index - 1] in _PAIRED and keys[index] in _PAIRED


def _is_compound(index: int, document: Document, story: Story) -> bool:
    """Whether the words before and at ``index`` form one hyphenated compound, or are parts of a longer one."""
    tokens = document.tokens
    first, second = tokens.words[index - 1], tokens.keys[index]
    joined = tokens.gaps[index - 1] == "-", tokens.gaps[index + 1] == "-"
    if second in _ENDINGS and tokens.gaps[index] == " -" and not joined[1]:
        return True
    if second in _SUSPENDED or any(joined):
        return all(joined)
    if len(first) == 1:
        return False  # A single letter is a stutter.
    return f"{first}-{tokens.words[index]}" in document.text or story.lexicon.is_common(f"{first}-{second}")
