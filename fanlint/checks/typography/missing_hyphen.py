"""A compound without its hyphen: the pink haired girl, a five year old boy."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# Words that may come before a part of the body in a compound: pink-haired, long-legged.
_COLOURS = (
    "pink red blue green black white brown grey gray silver golden purple violet orange yellow auburn chestnut dark "
    "light pale fair raven hazel amber emerald crimson scarlet sapphire azure teal lavender turquoise honey sandy "
    "copper bronze tan olive ginger blond blonde"
)
_LOOKS = (
    "long short curly straight wavy spiky shaggy messy wild frizzy wide bright sharp cold warm soft hard kind cruel "
    "big small large broad narrow thin thick round sad one two three four bare heavy clear doe almond starry"
)
# Second parts that describe a body or character; the first list has no verbs, the second has words that can be verbs.
_PARTS = (
    "haired skinned bodied hearted tempered shouldered lipped cheeked toothed blooded bearded maned furred feathered "
    "scaled nosed"
)
_ALSO_VERBS = "eyed faced handed legged headed tailed winged minded fingered".split()
# Further first parts for certain second parts, and first parts that must not be joined with them.
_MORE_BEFORE = {
    "handed": "left right empty single even open",
    "minded": "open absent narrow simple like single bloody fair high strong evil",
    "headed": "level hot light cool red bald thick empty",
    "tempered": "ill quick hot even bad good short",
    "hearted": "light half faint good big broken lion",
    "bodied": "able full",
    "blooded": "half pure full",
    "legged": "cross",
}
_NOT_BEFORE = {"eyed": "blond blonde", "faced": "blond blonde", "headed": "blond blonde one two", "handed": "blonde"}
_BEFORE = {
    second: frozenset(f"{_COLOURS} {_LOOKS} {_MORE_BEFORE.get(second, '')}".split())
    - frozenset(_NOT_BEFORE.get(second, "").split())
    for second in [*_PARTS.split(), *_ALSO_VERBS]
}
# Compounds with a hyphen only before a noun, by their second part: an age-old custom, but: the man is well known.
_PAIRS = {
    "old": "age",
    "pitched": "high low",
    "spoken": "soft",
    "fashioned": "old",
    "looking": "good",
    "fated": "ill",
    "seated": "deep",
    "aged": "middle",
    "called": "so",
    "grown": "full",
    "paced": "fast slow",
    "lost": "long",
    "awaited": "long",
    "earned": "hard well",
    "hardened": "battle",
    "famous": "world",
    "known": "well",
    "worn": "well",
    "dressed": "well",
    "trained": "well",
    "built": "well",
    "kept": "well",
    "deserved": "well",
    "mannered": "well ill",
    "eaten": "half",
    "needed": "much",
}
# Words that “self” always joins with a hyphen: self-esteem.
_SELF = frozenset(
    "esteem defense defence conscious consciousness confidence control respect pity preservation centered centred "
    "destruct destruction destructive proclaimed discipline sufficient absorbed assured loathing righteous".split()
)
# Words that may come before a compound that describes a noun.
_DETERMINERS = frozenset(
    "a an the this that these those my your his her its our their some any every each another such one two very "
    "rather".split()
)
# Words that cannot be the noun that a compound describes.
_NO_NOUN = frozenset(
    "a an the this that these those my your his her its our their me you him it us them i he she we they and or but in "
    "on at to of for from with by into onto over under up down off out back as so if than then when while who which "
    "because until where there here home towards toward not was were is are had has have did could would will".split()
)
# Words before a compound that ends a description: he is left-handed.
_BE = frozenset("is are was were be been being very so too quite really i'm he's she's you're they're".split())
_UNITS = frozenset("one two three four five six seven eight nine".split())
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_NUMBERS = (
    (_UNITS - {"one"})
    | _TENS
    | frozenset(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen hundred thousand".split()
    )
)
_TIMES = ("year", "month", "week", "day")
_OLD = frozenset({"old", "olds"})


class MissingHyphen(Rule):
    """Finds words that need a hyphen because they describe someone or something together: “the pink haired girl”.

    Without the hyphen, readers may see a pink girl with hair. The rule also finds ages (a five year old boy) and
    compounds with “self” (self esteem). It leaves alone words that may be read in another way, and compounds after the
    noun that need no hyphen: “the man is well known”.
    """

    scope = Document
    safety = Safety.UNSAFE
    message = "Hyphenate these words: “{right}”."
    yields_to = ("consistency/hyphens",)
    examples = (
        "The {pink haired -> pink-haired} girl smiled at the {blue eyed -> blue-eyed} boy.",
        "A {five year old -> five-year-old} boy met two {twenty five year-olds -> twenty-five-year-olds}.",
        "It was an {age old -> age-old} custom for a {well known -> well-known} man.",
        "He was {left handed -> left-handed}, and had no {self esteem -> self-esteem}.",
        "The pink-haired girl smiled. He was five years old, and she was one year old.",
        "The blond eyed the boy. The one on the right handed him a sword. She was well known in town.",
        "They tied it red. Haired or not, he was bald. It's no good looking like that. They were long headed home.",
        "His true self respected her. At the age, old men sleep.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        places = item.tokens.places
        for second, before in _BEFORE.items():
            for index in places.get(second, ()):
                if self._is_apart(index, item) and item.tokens.keys[index - 1] in before and _describes(index, item):
                    yield self._joined(index - 1, index, item)
        for second, firsts in _PAIRS.items():
            for index in places.get(second, ()):
                apart = self._is_apart(index, item) and item.tokens.keys[index - 1] in firsts.split()
                if apart and index > 1 and _is_before_noun(index, item):
                    yield self._joined(index - 1, index, item)
        for index in places.get("self", ()):
            joined = index + 1 < len(item.tokens) and item.tokens.keys[index + 1] in _SELF
            if joined and self._is_apart(index + 1, item):
                yield self._joined(index, index + 1, item)
        yield from self._ages(item)

    def _is_apart(self, index: int, document: Document) -> bool:
        """Whether a space separates the word at ``index`` from the one before, and neither is in another compound."""
        gaps = document.tokens.gaps
        return index > 0 and gaps[index] == " " and gaps[index - 1][-1:] != "-" and gaps[index + 1][:1] != "-"

    def _ages(self, document: Document) -> Iterator[Finding]:
        """Findings for ages without all of their hyphens: a five year old boy, a five-year old."""
        tokens = document.tokens
        for time in _TIMES:
            for index in tokens.places.get(time, ()):
                if index == 0 or index + 1 >= len(tokens) or tokens.keys[index + 1] not in _OLD:
                    continue
                number, gaps = tokens.keys[index - 1], tokens.gaps[index : index + 2]
                counts = number in _NUMBERS or (number.isdigit() and number != "1")
                if counts and " " in gaps and all(gap in (" ", "-") for gap in gaps):
                    tens = index > 1 and tokens.keys[index - 2] in _TENS and tokens.gaps[index - 1] == " "
                    yield self._joined(index - 2 if tens and number in _UNITS else index - 1, index + 1, document)

    def _joined(self, first: int, last: int, document: Document) -> Finding:
        """The finding whose fix joins the words from ``first`` to ``last`` with hyphens."""
        right = "-".join(document.tokens.words[first : last + 1])
        return self.found(document.tokens.span(first, last), right, right=right)


def _describes(index: int, document: Document) -> bool:
    """Whether the word at ``index`` is not a verb: a noun follows, or it ends a description (he is left handed)."""
    tokens = document.tokens
    if tokens.keys[index] not in _ALSO_VERBS:
        return True
    if _is_before_noun(index, document):
        return True
    ends = tokens.gaps[index + 1][:1] in (".", ",", "!", "?", ";")
    return ends and index > 1 and tokens.keys[index - 2] in _BE and tokens.gaps[index - 1] == " "


def _is_before_noun(index: int, document: Document) -> bool:
    """Whether the pair that ends at ``index`` has a determiner before it and a possible noun after it."""
    tokens = document.tokens
    if index < 2 or index + 1 >= len(tokens) or tokens.gaps[index + 1] != " ":
        return False
    word, after = tokens.words[index + 1], tokens.keys[index + 1]
    return (
        tokens.gaps[index - 1] == " "
        and tokens.keys[index - 2] in _DETERMINERS
        and word.islower()
        and after not in _NO_NOUN
        and not after.endswith("ly")
    )
