"""A verb in -ize in a story that usually writes -ise, or the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.majority import in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.tokens import fold

_ENDING = re.compile(r"[^\W\d_]{3,}i(?P<letter>[sz])(?:e|es|ed|ing|er|ers|ation|ations)")
_OTHER = {"s": "z", "z": "s"}
# Words spelt with an s in every variety of English, including some that only look like such verbs. Listed with an s.
_ALWAYS_S = frozenset(
    "prise apprise comprise reprise surprise enterprise exorcise merchandise advertise improvise televise supervise "
    "franchise chastise disguise excise incise circumcise advise devise revise compromise demise despise exercise "
    "wise".split()
)
# Minimum uses of both spellings together, and minimum ratio of the usual to the rare one. Set by hand.
_LEAST, _ODDS = 8, 6


class IseIze(Rule):
    """Finds a verb in -ize, such as “realize”, in a story that usually writes such verbs with -ise, or the reverse.

    British English allows both and American English uses -ize, but a story should keep to one. fanlint suggests the
    spelling that the story uses far more often. It leaves alone words that always have an s, such as “advise” and
    “surprise”.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "This story usually writes verbs like this one with “{right}”; here it writes “{wrong}” ({times})."
    yields_to = ("spelling/", "consistency/variety")
    examples = (
        "He realised it. She organised it. They apologised. He recognised her. It was civilised. She criticised him. "
        "He agonised. They socialised. He {realized -> realised} that.",
        "He realized it. She organized it. They apologized. He recognized her. It was civilized. She criticized him. "
        "He agonized. They socialized. He {recognised -> recognized} that.",
        "He realised it. She organized it. They apologised. He recognized her.",
        "He realized it. She organized it. They apologized. He recognized her. It was civilized. She criticized him. "
        "He agonized. They socialized. He was advised of it, and was surprised.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        words: dict[str, list[str]] = {"s": [], "z": []}
        for word in item.vocabulary.counts:
            match = _ENDING.fullmatch(word)
            if match and word not in item.vocabulary.names and _has_twin(word, match.start("letter"), story):
                words[match["letter"]].append(word)
        counts = item.vocabulary.counts
        totals = {letter: sum(map(counts.__getitem__, forms)) for letter, forms in words.items()}
        usual = usual_way(totals, _LEAST, _ODDS)
        if usual is None:
            return
        odd = _OTHER[usual]
        tokens = item.tokens
        edits = []
        for word in words[odd]:
            match = _ENDING.fullmatch(word)
            at = match.start("letter") if match else 0
            right = word[:at] + usual + word[at + 1 :]
            places = [index for index in tokens.places[fold(word)] if tokens.words[index] == word]
            edits += [Edit(tokens.span(index), right) for index in places if in_story(item, tokens.start(index))]
        if edits:
            message = self.message.replace("{right}", usual).replace("{wrong}", odd)
            title = f"Write all these verbs with “{usual}”."
            yield told_together(self, sorted(edits), message.replace("{times}", times(len(edits))), title)


def _has_twin(word: str, at: int, story: Story) -> bool:
    """Whether the word is equally right with the other letter at position ``at``."""
    lower = word.lower()
    twin = lower[:at] + _OTHER[lower[at]] + lower[at + 1 :]
    return lower[:at] + "se" not in _ALWAYS_S and story.lexicon.accepts(lower) and story.lexicon.accepts(twin)
