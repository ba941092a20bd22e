"""A name or term that the story spells in two accepted ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fanlint.canon.model import Known
from fanlint.canon.romanisation import romanisation_key
from fanlint.model import Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story, without_possessive
from fanlint.text.case import match_case
from fanlint.text.document import Document

_MIN_LETTERS = 3  # Shorter forms (B, Ei, Fu) have too many other meanings. Set by hand.


class TwoSpellings(Rule):
    """Finds a name or term that the story spells in several accepted ways.

    “Hyuga”, “Hyuuga” and “Hyūga” are all right, but a story reads best if it keeps to one of them. fanlint suggests
    the spelling that the story uses most often and says nothing if two are equally common.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "This story usually writes “{usual}” ({count} times); here it writes “{wrong}”."
    languages = ("en", "es", "fr", "de", "pt", "it")
    example_canon = ("naruto",)
    examples = (
        "Hinata Hyuuga met Neji Hyuuga. The {Hyūga -> Hyuuga}'s gate was shut.",
        "One chunin bowed, then another chunin, and the last {chuunin -> chunin} fled.",
        "Might Guy waved. So did Guy's pupil. “Guy,” he said, “and {Gai -> Guy}.”",
        "Hinata Hyuuga and Neji Hyūga sat down.",
        "He knew Might Guy. Gai sat down. Might it rain? Maito Dai knew.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if not story.canon:
            return
        for known, words in self._varied(item, story):
            uses = Counter[str]()
            for form, count in words.values():
                uses[form] += count
            usual, most = uses.most_common(1)[0]
            if list(uses.values()).count(most) > 1:
                continue
            right = next(form for form in known.forms if form.lower() == usual)
            message = self.message.replace("{usual}", right).replace("{count}", str(most))
            for word, (form, _) in words.items():
                if form != usual:
                    yield from self._places(word, right, message, item, story)

    def _varied(self, document: Document, story: Story) -> Iterator[tuple[Known, dict[str, tuple[str, int]]]]:
        """Names and terms that the draft spells in several ways.

        Each comes with its words as written, and for each word the spelling and the number of uses.
        """
        by_known: dict[str, tuple[Known, dict[str, tuple[str, int]]]] = {}
        for word in document.vocabulary.counts:
            form = without_possessive(word).lower()
            known = story.canon.words.get(form)
            if known is None or len(known.forms) == 1 or len(form) < _MIN_LETTERS:
                continue
            count = self._count(word, form, known, document, story)
            if count > 0 and _is_spelling(form, known):
                by_known.setdefault(known.forms[0], (known, {}))[1][word] = form, count
        for known, words in by_known.values():
            if len({form for form, _ in words.values()}) > 1:
                yield known, words

    def _count(self, word: str, form: str, known: Known, document: Document, story: Story) -> int:
        """How many uses of a word are the canon's; an English word counts only with a capital inside a sentence."""
        if not known.lower_too and not word[0].isupper():
            return 0
        vocabulary = document.vocabulary
        return vocabulary.inside[word] if story.lexicon.is_common(form) else vocabulary.counts[word]

    def _places(self, word: str, right: str, message: str, document: Document, story: Story) -> Iterator[Finding]:
        tokens = document.tokens
        stem = without_possessive(word)
        english = story.lexicon.is_common(stem.lower())
        for index in tokens.places[word.lower().replace("’", "'")]:
            inside = tokens.gaps[index] == " " and not document.sentences.is_first(index)
            if tokens.words[index] == word and (inside or not english):
                span = Span(tokens.start(index), tokens.start(index) + len(stem))
                text = match_case(stem, right.lower() if stem.islower() else right)
                yield self.found(span, text, message=message.replace("{wrong}", stem))


def _is_spelling(form: str, known: Known) -> bool:
    """Whether a form is a spelling of the entry: another romanisation, or any form listed for a person."""
    return known.is_name or romanisation_key(form) == romanisation_key(known.forms[0])
