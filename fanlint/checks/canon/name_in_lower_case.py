"""A name without its capital letter."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.case import capitalise
from fanlint.text.document import Document
from fanlint.text.honorifics import HONORIFICS

# Maximum frequency of an English word that may be a name in lower case, as log10 of uses per billion words. A word at
# this frequency may not occur once in a thousand pages. Set by hand.
_MAX_FREQUENCY = 3.4
_MIN_USES = 4  # Minimum capitalised uses for the draft itself to prove that a word is a name. Set by hand.
# Words that stand before an ordinary noun or adjective and hardly ever before a name.
_BEFORE_NOUNS = frozenset(
    "a an the this that these those my your his her its our their no some any every each of in on to under into with "
    "and or very too so as by more most less".split()
)


class NameInLowerCase(Rule):
    """Finds a name that begins with a lower-case letter: “hinata” for “Hinata”.

    Without its capital, a name is easily misread as an ordinary word. fanlint marks only words that are names in the
    canon or in this story and that are not English words, or such rare ones that the name is far more likely. It never
    takes “will”, “rose” or “hope” for a name.
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.SAFE
    message = "Did you mean “{right}”? Names take a capital letter."
    example_canon = ("naruto",)
    examples = (
        "Sakura saw {hinata -> Hinata} at the gate.",
        "Then {kakashi's -> Kakashi's} dog barked.",
        "The boat lay in the lee of the rock, and Lee slept.",
        "She felt pain, and Pain felt it too. The might of Might Guy was great.",
        "He had a chunin vest. It was a kunai.",
        "“Wait,” {hinata -> Hinata}-sama said. He struck his best kakashi-pose.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        counts = item.vocabulary.counts
        for word, count in counts.items():
            if not word[0].islower() or len(word) < 3:
                continue
            stem = word.removesuffix("'s").removesuffix("’s")
            name = capitalise(stem)
            known = story.canon.words.get(stem)
            is_canon = known is not None and known.is_name and not known.lower_too
            uses = counts.get(name, 0) + counts.get(name + "'s", 0) + counts.get(name + "’s", 0)
            is_name = name in item.vocabulary.names and uses >= _MIN_USES
            if not (is_canon or is_name) or story.is_own(stem):
                continue
            english = story.lexicon.accepts(stem)
            if not english:
                # A word from another language may match a name in the canon by chance: tabula rasa.
                if is_canon and not uses and not story.matcher.is_expected:
                    continue
                if not is_canon and (uses < 20 * count or _is_compound(stem, story)):
                    continue
                safety = self.safety if is_canon and len(stem) > 3 else Safety.UNSAFE
            elif is_name and self._is_likelier(stem, uses, count, item, story):
                safety = Safety.UNSAFE
            else:
                continue
            for index in item.tokens.places[word.replace("’", "'")]:
                if item.tokens.words[index] == word and self._stands_alone(index, item, english):
                    right = name + word[len(stem) :]
                    yield self.found(item.tokens.span(index), right, right=right, safety=safety)

    def _is_likelier(self, stem: str, uses: int, count: int, document: Document, story: Story) -> bool:
        """Whether a missed shift key is more likely here than the ordinary meaning of the word.

        The estimate assumes that about one name in a hundred loses its capital and compares this with the number of
        uses that the word's frequency (log10 of uses per billion words) predicts for a text of this length.
        """
        ordinary = 10 ** (story.lexicon.frequency(stem) - 9) * len(document.tokens)
        return story.lexicon.frequency(stem) < _MAX_FREQUENCY and count * 10 <= uses and 0.01 * uses > 3 * ordinary

    def _stands_alone(self, index: int, document: Document, english: bool) -> bool:
        """Whether the word is not part of a compound and, if it is English, not in the position of an ordinary noun."""
        tokens = document.tokens
        if tokens.gaps[index].endswith("-"):
            return False
        joined = tokens.gaps[index + 1] == "-"
        if not english:
            return not joined or tokens.keys[index + 1] in HONORIFICS
        if joined:
            return False
        return index == 0 or tokens.gaps[index].strip() != "" or tokens.keys[index - 1] not in _BEFORE_NOUNS


def _is_compound(word: str, story: Story) -> bool:
    """Whether a word joins two English words (sugarcube), so that it may be a noun as well as a name."""
    best = story.suggester.suggest(word, limit=1)
    return bool(best) and best[0].kind == "split"
