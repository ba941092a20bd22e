"""Two words written as one."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.language.en.parts_of_speech import words_of
from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# Two nouns in one are as often a word of the author's (viewscreen); with a small word in it, it is a slip.
_SMALL = frozenset(
    "a an the of to for by from with and or but not than then that this these those he she it we they you i him her "
    "his its their them us me my your our who what when where was were is are has had have did do does would could "
    "should will can may might just in at as if so like into".split()
)
_TWICE = 2  # uses up to which a word is a slip
_NAMED = 2  # uses inside sentences that make a name known
_NUMERALS = frozenset("II III IV VI VII VIII IX".split())
_LONG = 6  # letters of a past form or one in -ing that no name ends in by chance: Zuccainsisted
# Words that make one name of another: Jacksonville, Robinhood, Narutoverse.
_NAME_ENDINGS = frozenset(
    "ville town land lands ford field fields wood woods worth stone house hall hood ship side burg berg port bridge "
    "brook well ward wick stead dale gate hill mouth like less ness esque verse born bound built tail wise folk kind "
    "kin clan man men son sons dom ish ism ist ists ite ites ian ians able ling lings ella elle etta borough".split()
)


class RunTogether(Rule):
    """The space between two words is missing: “himlike” for “him like”.

    fanlint marks only words that are none, and only where both halves are everyday words that often stand together or
    nothing else comes near. It does not split words that a story uses again and again.
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.UNSAFE
    message = "Two words have run together: “{right}”."
    yields_to = ("fused/",)
    examples = (
        "She turned her {facefrom -> face from} the fire.",
        "He knew {ofthe -> of the} plan.",
        "They spoke {forJohn -> for John}. John was glad.",
        "Old Brannoch sat. So {Brannochlaughed -> Brannoch laughed} at old Brannoch.",
        "Old Brannoch sat in Brannochton, and all Brannochs with Brannoch.",
        "The mirrorwolf howled. No mirrorwolf had howled so. The mirrorwolf ran.",
        "He was matter-of-fact about it. McGregor had an iPhone.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if not story.is_english:
            return
        tokens = item.tokens
        for word, places in story.unknown.items():
            numbered = word.endswith(tuple(_NUMERALS))
            if (len(places) > _TWICE and not numbered) or (story.is_coinage(word) and not word[0].isupper()):
                continue
            if halves := _at_capital(word, story) or _after_name(word, story):
                for index in places:
                    message = self.message.replace("{right}", halves)
                    yield self.found(tokens.span(index), halves, message=message)
                continue
            if not word.islower() or len(word) < 5:
                continue
            for index in places:
                if "-" in tokens.gaps[index][-1:] + tokens.gaps[index + 1][:1]:
                    continue
                best = next(iter(story.suggestions(index)), None)
                if best is not None and best.kind == "split" and _SMALL.intersection(best.text.split()):
                    message = self.message.replace("{right}", best.text)
                    safety = Safety.SAFE if best.confidence >= 0.99 else self.safety
                    yield self.found(tokens.span(index), best.text, message=message, safety=safety)


def _at_capital(word: str, story: Story) -> str | None:
    """Two known words with a capital where the space should be: forJohn; None for MacLeod and iPhone."""
    cut = next((at for at, char in enumerate(word) if at > 0 and char.isupper()), 0)
    first, second = word[:cut], word[cut:]
    if first != "I" and (len(first) < 2 or not first.islower()):
        return None
    if not (second[1:].islower() or second == "I"):
        return None
    known = story.lexicon.is_common(first.lower()) and (
        story.knows(second) or second in story.document.vocabulary.names
    )
    return f"{first} {second}" if known else None


def _after_name(word: str, story: Story) -> str | None:
    """A name of the draft and the word after it: Miongrinned, HenryVIII; None for Brannochs and Brannochton."""
    for cut in range(len(word) - 2, 2, -1) if word[0].isupper() else ():
        name, rest = word[:cut], word[cut:]
        if not _is_named(name, story):
            if (rest in _NUMERALS and name[1:].islower()) or (_is_action(rest, story) and name[1:].islower()):
                return None if story.lexicon.accepts(name.lower()) else f"{name} {rest}"
            continue
        if story.lexicon.accepts(name.lower()):
            continue  # Spaceways, Godsinger
        if rest in _NUMERALS or (len(rest) > 3 and rest not in _NAME_ENDINGS and story.lexicon.is_common(rest)):
            return f"{name} {rest}"
    return None


def _is_named(name: str, story: Story) -> bool:
    vocabulary = story.document.vocabulary
    return vocabulary.inside.get(name, 0) >= _NAMED and name in vocabulary.names


def _is_action(word: str, story: Story) -> bool:
    """Whether the word can only be what somebody does or did."""
    if len(word) < _LONG or not word.islower():
        return False
    return word in words_of("past") or (word.endswith("ing") and len(word) > _LONG and story.lexicon.is_common(word))
