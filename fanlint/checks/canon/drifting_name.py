"""A name that stands once beside a near twin that the story uses all the time."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story, without_possessive
from fanlint.text.distance import edit_distance
from fanlint.text.document import Document
from fanlint.text.fragments import is_cut_off

_RARE = 2  # uses at most of the form that is taken for a slip
_RATIO = 8  # how many times as often its twin must stand
_WORD_RATIO = 40  # … if the twin is an English word as well, so that being near to it says less (Keefer, Keeper)
_SHORTEST = 5  # letters; shorter names have twins by chance (Lena, Lina)
_ENDINGS = ("s", "es", "a", "e", "i", "o", "y", "ie", "n", "h")  # that make another name of one: Marie, Maria, Alexis


class DriftingName(Rule):
    """A story that says Neidhart two hundred times and Niedhart once means the same man.

    fanlint compares names that it does not know, and that stand once or twice, with those that the story uses again
    and again. Families (the Weasleys), and pairs that are two names (Marie and Maria), are left alone.
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.UNSAFE
    languages = ("any", "-de")  # where any noun has a capital
    message = "Elsewhere this name is “{right}” ({count} times)."
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
            if counts[word] >= _RATIO:
                stem = without_possessive(word)
                frequent[stem] = frequent.get(stem, 0) + counts[word]
        # One slip changes the beginning or the end of a name, not both.
        alike: dict[str, set[str]] = {}
        for name in frequent:
            for key in _ends(name):
                alike.setdefault(key, set()).add(name)
        for word, places in story.unknown.items() if frequent else ():
            stem = without_possessive(word)
            if not word[0].isupper() or word.isupper() or len(stem) < _SHORTEST or len(places) > _RARE:
                continue
            near = set().union(*(alike.get(key, ()) for key in _ends(stem)))
            twins = [name for name in near if _is_slip(stem, name)]
            if len(twins) != 1 or stem in frequent:
                continue
            ratio = _WORD_RATIO if story.lexicon.is_common(twins[0].lower()) else _RATIO
            if frequent[twins[0]] < ratio * len(places):
                continue
            message = self.message.replace("{right}", twins[0]).replace("{count}", str(frequent[twins[0]]))
            for index in places:
                if is_cut_off(item, index):
                    continue
                start = item.tokens.start(index)
                yield self.found(Span(start, start + len(stem)), twins[0], message=message)


def _ends(name: str) -> tuple[str, str]:
    """The first two letters and the last two, told apart by the mark of what is left out."""
    lower = name.lower()
    return f"{lower[:2]}…", f"…{lower[-2:]}"


def _is_slip(rare: str, name: str) -> bool:
    """Whether one slip of the finger makes the one of the other, and it makes no second name or plural."""
    if len(name) < _SHORTEST or edit_distance(rare.lower(), name.lower(), 1) != 1:
        return False
    head = 0
    while head < min(len(rare), len(name)) and rare[head] == name[head]:
        head += 1
    changed, other = rare[head:], name[head:]
    return not (changed in (*_ENDINGS, "") and other in (*_ENDINGS, ""))
