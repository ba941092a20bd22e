"""The possessive of a name without its apostrophe."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_OFTEN = 3  # uses of a name that no canon has, its possessive among them
# What a person has, and nothing that several persons of one name would do.
_OWNED = frozenset(
    "eye eyes hair face voice hand hands arm arms leg legs head heart mouth lips chest shoulder shoulders finger "
    "fingers cheek cheeks neck throat wrist body mother father brother sister son daughter wife husband parents "
    "friend friends team teammate teammates house room bedroom apartment bed name words smile expression gaze mind "
    "thoughts feelings clothes shirt jacket attention side grip scent presence best first last own blood death life "
    "grin smirk frown jaw brow brows eyebrow eyebrows lap waist temper phone wand sword gun cloak robes coat hat scarf "
    "boots bag pocket desk office car wedding birthday party plan idea fault breath breathing laughter "
    "stomach knees knee elbow wrists hips ears nose tears skin forehead lashes pulse heartbeat uncle aunt cousin "
    "girlfriend boyfriend fiance fiancé roommate tone reply answer reaction reflection shadow".split()
)
# After these, several are meant: both Narutos, the Sakuras.
_BEFORE_SEVERAL = frozenset(
    "the these those two three four five ten many several both all some few more most other of no any hundred hundreds "
    "thousand thousands dozen dozens".split()
)


class MissingApostrophe(Rule):
    """Naruto's hand, not Narutos hand: without the apostrophe there are several of him.

    fanlint looks at given names of the canon, and at names that the story has again and again, before what a person
    has: hands, eyes, a mother, a house.
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.UNSAFE
    message = "What is somebody's has an apostrophe: “{right}”."
    example_canon = ("naruto",)
    examples = (
        "She took {Narutos -> Naruto's} hand. {Kakashis -> Kakashi's} eyes closed.",
        "Brannoch sat. He saw Brannoch go, and Brannoch's dog. {Brannochs -> Brannoch's} eyes shone.",
        "Sherlock sat. He saw Sherlock go, and Sherlock's coat. {Sherlocks -> Sherlock's} grin was quick.",
        "Two Narutos hand in hand. The Narutos faces fell.",
        "The Uchihas were there, and Lees were drunk.",
        "He saw James eyes in the mirror.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        mark = "’" if "’" in item.text else "'"
        for word in item.vocabulary.counts:
            if not word.endswith("s") or not word[0].isupper() or word.isupper() or story.is_own(word):
                continue
            if not self._is_ones(word[:-1], item, story):
                continue
            places = [index for index in tokens.places[word.lower()] if tokens.words[index] == word]
            owning = [index for index in places if _owns(index, item)]
            if story.lexicon.accepts(word) and len(owning) < len(places):
                continue  # rather a name of its own: Mr. Edwards
            right = f"{word[:-1]}{mark}s"
            for index in owning:
                yield self.found(tokens.span(index), right, message=self.message.replace("{right}", right))

    def _is_ones(self, name: str, document: Document, story: Story) -> bool:
        """Whether one person is called so: a given name, and no family's."""
        people = story.canon.names.get(name.lower(), ())
        if people:
            return not any(name.lower() == family.lower() for one in people for family in one.forms(one.family))
        counts = document.vocabulary.counts
        uses = counts[name] + counts[f"{name}'s"] + counts[f"{name}’s"]
        return name in document.vocabulary.names and uses >= _OFTEN


def _owns(index: int, document: Document) -> bool:
    """Whether something that a person has comes next, and no word for several before."""
    tokens = document.tokens
    if index + 1 == len(tokens) or tokens.gaps[index + 1] != " " or tokens.keys[index + 1] not in _OWNED:
        return False
    return index == 0 or tokens.gaps[index] != " " or tokens.keys[index - 1] not in _BEFORE_SEVERAL
