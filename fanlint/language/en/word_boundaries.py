"""Spaces left out, put in, or shifted by a letter: two words in one token, one word in two."""

from __future__ import annotations

import math
from collections.abc import Iterator

from fanlint.language.en.bigrams import Pairs
from fanlint.language.en.lexicon import Lexicon

_SHORT = frozenset("a i am an as at be by do go he if in is it me my no of oh on or so to up us we".split())

_FUSED = frozenset(
    """abit afew alittle alot anda aslong asoon aswell atall atfirst atleast atonce bestfriend eachother
    eventhough everytime forever-more goodluck highschool incase incharge infact infront inorder inspite
    intune itis iwas livingroom nevermind noone nomatter ofcourse oneday onto-of rightnow sofar somuch
    thankyou tobe toomuch upto wellknown whatelse withit""".split()
)
"""Phrases so often written as one word that they need no other evidence."""
FUSED = 4.0
"""What belonging to them adds to the log10 uses of the phrase."""


def _part(word: str, lexicon: Lexicon) -> bool:
    """Whether `word` may be one half of a split."""
    if len(word) < 3:
        return word in _SHORT
    return lexicon.is_common(word)


def _long(word: str, lexicon: Lexicon) -> bool:
    """Whether `word`, though no everyday one, is long and known enough to stand beside one in a split."""
    return len(word) > 4 and lexicon.frequency(word) > 1.5


def phrase(first: str, second: str) -> str:
    """The two words with a space, "i" as it is written."""
    return (
        f"{first} {second}" if first != "i" and second != "i" else f" {first} {second} ".replace(" i ", " I ").strip()
    )


def phrase_weight(first: str, second: str, lexicon: Lexicon, pairs: Pairs) -> float:
    """log10 of the uses of `first second` per billion words: counted, or supposed from the two words."""
    count = pairs.count(first, second)
    if count:
        return count + 9 - math.log10(pairs.total)
    apart = lexicon.frequency(first) + lexicon.frequency(second) - 9
    return min(apart - 0.7, 2.1)


def splits(word: str, lexicon: Lexicon, pairs: Pairs) -> Iterator[tuple[str, str, float]]:
    """The ways to read `word` (lower case) as two everyday words, with log10 uses per billion words of the
    two."""
    for i in range(1, len(word)):
        first, second = word[:i], word[i:]
        one, two = _part(first, lexicon), _part(second, lexicon)
        if (one and two) or (one and _long(second, lexicon)) or (two and _long(first, lexicon)):
            weight = phrase_weight(first, second, lexicon, pairs)
            if min(i, len(word) - i) > 1 or pairs.count(first, second):
                yield first, second, weight + (FUSED if word in _FUSED else 0.0)


def rejoined(
    first: str, second: str, left: str | None, right: str | None, lexicon: Lexicon, pairs: Pairs
) -> tuple[str, float] | None:
    """What the tokens `first second` were to be, with its log odds; or None."""
    if not first.isalpha() or not second.isalpha():
        return None
    alien = [not lexicon.accepts(first), not lexicon.accepts(second)]
    first, second = first.lower(), second.lower()
    joined = first + second
    found: list[tuple[float, str]] = []
    for shift in (-1, 1):
        at = len(first) + shift
        one, two = joined[:at], joined[at:]
        if any(alien) and one and two and _part(one, lexicon) and _part(two, lexicon):
            score = phrase_weight(one, two, lexicon, pairs) + (2.0 if pairs.count(one, two) else 0.0)
            score += sum(0.5 for a, b in ((left, one), (two, right)) if a and b and pairs.count(a, b))
            if score > 3.7:
                found.append((score + sum(alien) - 1, phrase(one, two)))
    weight = lexicon.frequency(joined)
    if any(alien):
        # A torn-off letter or two need a frequent word; a long word is known by its length.
        if weight > (1.0 if len(joined) > 4 else 5.0):
            found.append((weight + sum(alien) - 1, joined))
    elif weight > 4.0 and len(joined) > 4 and not pairs.count(first, second):
        parts = sorted((lexicon.frequency(first), lexicon.frequency(second)))
        if parts[0] < 3.2 and weight - (sum(parts) - 9) > 8:
            found.append((weight - 2, joined))
    if not found:
        return None
    score, text = max(found)
    return (text, score) if score > 1.5 else None
