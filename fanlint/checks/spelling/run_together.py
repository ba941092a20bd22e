"""Two words without the space between them."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.language.en.parts_of_speech import words_of
from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# One of the two words must be a small one like these, because two joined nouns may be a coinage (viewscreen).
_SMALL = frozenset(
    "a an the of to for by from with and or but not than then that this these those he she it we they you i him her "
    "his its their them us me my your our who what when where was were is are has had have did do does would could "
    "should will can may might just in at as if so like into".split()
)
_MAX_USES = 2  # A word with more uses is probably the author's own. Set by hand.
_MIN_NAME_USES = 2  # Minimum uses inside sentences for a name to be known. Set by hand.
_NUMERALS = frozenset("II III IV VI VII VIII IX".split())
# Minimum letters of a past form or -ing form that no name ends in by chance: Zuccainsisted. Set by hand.
_MIN_VERB_LETTERS = 6
# Words that form a new name with the name before them: Jacksonville, Robinhood, Narutoverse.
_NAME_ENDINGS = frozenset(
    "ville town land lands ford field fields wood woods worth stone house hall hood ship side burg berg port bridge "
    "brook well ward wick stead dale gate hill mouth like less ness esque verse born bound built tail wise folk kind "
    "kin clan man men son sons dom ish ism ist ists ite ites ian ians able ling lings ella elle etta borough".split()
)


class RunTogether(Rule):
    """Finds two words without the space between them: “himlike” for “him like”.

    fanlint splits a word only if it is not in the dictionary, both halves are known, and the split is more likely than
    any other correction. It leaves alone words that a story uses again and again, because they are probably the
    author's own. With --fix, it corrects only splits that are nearly certain.
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.UNSAFE
    message = "Did you mean “{right}”? A space is missing."
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
            if (len(places) > _MAX_USES and not numbered) or (story.is_coinage(word) and not word[0].isupper()):
                continue
            if halves := _at_capital(word, story) or _after_name(word, story):
                for index in places:
                    yield self.found(tokens.span(index), halves, right=halves)
                continue
            if not word.islower() or len(word) < 5:
                continue
            for index in places:
                if "-" in tokens.gaps[index][-1:] + tokens.gaps[index + 1][:1]:
                    continue
                best = next(iter(story.suggestions(index)), None)
                if best is not None and best.kind == "split" and _SMALL.intersection(best.text.split()):
                    safety = Safety.SAFE if best.confidence >= 0.99 else self.safety
                    yield self.found(tokens.span(index), best.text, right=best.text, safety=safety)


def _at_capital(word: str, story: Story) -> str | None:
    """Two known words, if a capital shows where the space is missing (forJohn); None for MacLeod and iPhone."""
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
    """A name and the word attached to it (Miongrinned, HenryVIII); None for Brannochs and Brannochton."""
    for cut in range(len(word) - 2, 2, -1) if word[0].isupper() else ():
        name, rest = word[:cut], word[cut:]
        if not _is_known_name(name, story):
            if (rest in _NUMERALS and name[1:].islower()) or (_is_action(rest, story) and name[1:].islower()):
                return None if story.lexicon.accepts(name.lower()) else f"{name} {rest}"
            continue
        if story.lexicon.accepts(name.lower()):
            continue  # The name is also an English word, as in Spaceways and Godsinger.
        if rest in _NUMERALS or (len(rest) > 3 and rest not in _NAME_ENDINGS and story.lexicon.is_common(rest)):
            return f"{name} {rest}"
    return None


def _is_known_name(name: str, story: Story) -> bool:
    """Whether the draft uses a name inside sentences often enough to show that it is one."""
    vocabulary = story.document.vocabulary
    return vocabulary.inside.get(name, 0) >= _MIN_NAME_USES and name in vocabulary.names


def _is_action(word: str, story: Story) -> bool:
    """Whether the word can only be a past form or an -ing form of a verb."""
    if len(word) < _MIN_VERB_LETTERS or not word.islower():
        return False
    if word in words_of("past"):
        return True
    return word.endswith("ing") and len(word) > _MIN_VERB_LETTERS and story.lexicon.is_common(word)
