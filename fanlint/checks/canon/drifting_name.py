"""A name used once or twice that is one letter away from a name the story uses all the time."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story, without_possessive
from fanlint.text.distance import edit_distance
from fanlint.text.document import Document
from fanlint.text.fragments import is_cut_off

# The thresholds below were set by hand.
_MAX_USES = 2  # Maximum uses of a form that still counts as a misspelling.
_MIN_RATIO = 8  # Minimum ratio of the usual form's uses to the rare form's.
# The same ratio if the usual form is also an English word, because a near match then says less (Keefer, Keeper).
_MIN_RATIO_FOR_WORD = 40
_MIN_LETTERS = 5  # Shorter names are often alike by chance (Lena, Lina).
# Endings that turn one name into a different name or a plural (Maria, Marie), so a change among them is no evidence.
_ENDINGS = ("s", "es", "a", "e", "i", "o", "y", "ie", "n", "h")


class DriftingName(Rule):
    """Finds a name that appears once or twice and is one letter away from a name the story uses all the time.

    If a story has “Neidhart” two hundred times and “Niedhart” once, both are probably the same person. fanlint checks
    only names that it does not know. It leaves alone family plurals (the Weasleys) and pairs that are two different
    names (Marie and Maria).
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.UNSAFE
    languages = ("any", "-de")  # German capitalises every noun, so a capital does not mark a name.
    message = "Did you mean “{right}”? The story uses that name {count} times."
    yields_to = ("canon/misspelt-name", "canon/misspelt-term")
    _USUAL = "Brannoch ran. Then Brannoch hid, and Brannoch slept. So Brannoch won, and Brannoch ate. Old Brannoch sat "
    examples = (
        _USUAL + "by Brannoch the Young. They saw Brannoch go. “Hush,” said {Brannnoch -> Brannoch}.",
        _USUAL + "by Brannoch the Young. They saw Brannoch go, and {Barnnoch -> Brannoch}'s dog.",
        _USUAL + "by Brannoch the Young. They saw Brannoch go. The Brannochs were all there.",
        "Brannoch met Brannach. They were twins.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        counts = item.vocabulary.counts
        frequent: dict[str, int] = {}
        for word in item.vocabulary.names:
            if counts[word] >= _MIN_RATIO:
                stem = without_possessive(word)
                frequent[stem] = frequent.get(stem, 0) + counts[word]
        # A single typing error leaves either the beginning or the end of a name intact, so looking names up by both
        # finds every candidate without comparing all pairs.
        alike: dict[str, set[str]] = {}
        for name in frequent:
            for key in _ends(name):
                alike.setdefault(key, set()).add(name)
        for word, places in story.unknown.items() if frequent else ():
            stem = without_possessive(word)
            if not word[0].isupper() or word.isupper() or len(stem) < _MIN_LETTERS or len(places) > _MAX_USES:
                continue
            near = set().union(*(alike.get(key, ()) for key in _ends(stem)))
            twins = [name for name in near if _is_slip(stem, name)]
            if len(twins) != 1 or stem in frequent:
                continue
            ratio = _MIN_RATIO_FOR_WORD if story.lexicon.is_common(twins[0].lower()) else _MIN_RATIO
            if frequent[twins[0]] < ratio * len(places):
                continue
            message = self.message.replace("{right}", twins[0]).replace("{count}", str(frequent[twins[0]]))
            for index in places:
                if is_cut_off(item, index):
                    continue
                start = item.tokens.start(index)
                yield self.found(Span(start, start + len(stem)), twins[0], message=message)


def _ends(name: str) -> tuple[str, str]:
    """Two lookup keys: the first two letters and the last two, with an ellipsis where the rest is left out."""
    lower = name.lower()
    return f"{lower[:2]}…", f"…{lower[-2:]}"


def _is_slip(rare: str, name: str) -> bool:
    """Whether ``rare`` is one typing error away from ``name`` and is not a plural or a different name."""
    if len(name) < _MIN_LETTERS or edit_distance(rare.lower(), name.lower(), 1) != 1:
        return False
    head = 0
    while head < min(len(rare), len(name)) and rare[head] == name[head]:
        head += 1
    changed, other = rare[head:], name[head:]
    return not (changed in (*_ENDINGS, "") and other in (*_ENDINGS, ""))
