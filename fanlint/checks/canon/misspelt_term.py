"""A rank, place, clan or technique that is not spelt as in the canon."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.canon.match import LONG_ENOUGH, NearMiss, draft_form, is_clear
from fanlint.model import Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story, without_possessive
from fanlint.text.document import Document
from fanlint.text.fragments import is_cut_off


class MisspeltTerm(Rule):
    """Finds a misspelt rank, place, clan or technique: “Chunnin” for “Chunin”.

    Readers of the fandom know these words well. Every accepted spelling is left to you (Chunin, Chuunin, Chūnin). The
    suggestion is the spelling that your story already uses, or the one in plain letters if it uses none. With --fix,
    fanlint corrects a term only if one term in the canon is clearly the closest.
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.SAFE
    message = "Did you mean “{right}”? That is how the canon spells it."
    languages = ("en", "es", "fr", "de", "pt", "it")
    example_canon = ("naruto",)
    examples = (
        "The {Chunnin -> Chunin} exams began.",
        "His {Sharigan -> Sharingan} spun. A {chunnin -> chunin} gasped.",
        "The Chūnin who had failed the {Chunnin -> Chūnin} test wept.",
        "The Chuunin exams and the Chunin exams are the same.",
        "He was a jonin of Konoha.",
        '"No hidin\' from me," he said.',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if not story.canon or not story.is_english:
            return
        counts = item.vocabulary.counts
        for word, places in story.unknown.items():
            stem = without_possessive(word)
            if word.isupper() or len(stem) < LONG_ENOUGH:
                continue
            near = [miss for miss in story.matcher.near(stem) if word[0].isupper() or miss.known.lower_too]
            if not near or near[0].known.is_name or not story.matcher.is_slip(stem, len(places), near[0]):
                continue
            if near[0].distance > 0 and word[0].islower() and _is_likelier_english(word, story):
                continue
            forms = list(dict.fromkeys(draft_form(miss.known, counts, stem) for miss in near))
            safety = self.safety if self._is_sure(stem, len(places), near, story) else Safety.UNSAFE
            message = self.message.replace("{right}", forms[0])
            for index in places:
                if is_cut_off(item, index):
                    continue
                start = item.tokens.start(index)
                yield self.found(Span(start, start + len(stem)), *forms[:3], message=message, safety=safety)

    def _is_sure(self, stem: str, count: int, near: list[NearMiss], story: Story) -> bool:
        """Whether --fix may correct the word.

        A word in lower case cannot be anyone's name, so less evidence is enough for it.
        """
        if story.matcher.is_sure(stem, count, near):
            return True
        small = stem[0].islower() and near[0].distance == 1 and len(stem) > LONG_ENOUGH
        return small and story.matcher.is_expected and is_clear(near)


def _is_likelier_english(word: str, story: Story) -> bool:
    """Whether an unknown word in lower case is at least as likely to be a misspelt English word."""
    best = story.suggester.suggest(word, limit=1)
    return bool(best) and best[0].confidence > 0.5
