"""A possessive name that lacks its apostrophe."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# Minimum uses of a name that is not in any canon, possessives included. Set by hand.
_MIN_USES = 3
# Things a person has. No word here can be read as a verb whose subject is several people of the same name.
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
# After these words a name in -s is a plural: both Narutos, the Sakuras.
_BEFORE_PLURALS = frozenset(
    "the these those two three four five ten many several both all some few more most other of no any hundred hundreds "
    "thousand thousands dozen dozens".split()
)


class MissingApostrophe(Rule):
    """Finds a possessive name without its apostrophe: “Narutos hand” for “Naruto's hand”.

    Without the apostrophe, the name reads as a plural. fanlint checks given names from the canon and names that the
    story uses at least three times, and only before something a person has: hands, eyes, a mother, a house. It leaves
    plurals (two Narutos) and family names (the Uchihas) alone.
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.UNSAFE
    message = "Did you mean “{right}”? A possessive takes an apostrophe."
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
            if not self._is_given_name(word[:-1], item, story):
                continue
            places = [index for index in tokens.places[word.lower()] if tokens.words[index] == word]
            owning = [index for index in places if _owns(index, item)]
            if story.lexicon.accepts(word) and len(owning) < len(places):
                continue  # The form is probably a name in its own right: Mr. Edwards.
            right = f"{word[:-1]}{mark}s"
            for index in owning:
                yield self.found(tokens.span(index), right, right=right)

    def _is_given_name(self, name: str, document: Document, story: Story) -> bool:
        """Whether the name belongs to one person: a given name, not a family name."""
        people = story.canon.names.get(name.lower(), ())
        if people:
            return not any(name.lower() == family.lower() for one in people for family in one.forms(one.family))
        counts = document.vocabulary.counts
        uses = counts[name] + counts[f"{name}'s"] + counts[f"{name}’s"]
        return name in document.vocabulary.names and uses >= _MIN_USES


def _owns(index: int, document: Document) -> bool:
    """Whether the next word is something a person has and the word before does not announce a plural."""
    tokens = document.tokens
    if index + 1 == len(tokens) or tokens.gaps[index + 1] != " " or tokens.keys[index + 1] not in _OWNED:
        return False
    return index == 0 or tokens.gaps[index] != " " or tokens.keys[index - 1] not in _BEFORE_PLURALS
