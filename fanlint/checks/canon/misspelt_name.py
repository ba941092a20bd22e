"""A character's name that is not spelt as in the canon."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.canon.match import UNMISTAKABLE, NearMiss, draft_form, is_odd, partner
from fanlint.model import Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story, without_possessive
from fanlint.text.distance import edit_distance
from fanlint.text.document import Document


class MisspeltName(Rule):
    """Finds a misspelt character name: “Haruna Sakura” for “Haruno Sakura”.

    Readers who love these characters notice at once. Every accepted spelling is left to you (Guy or Gai, Hyuga or
    Hyuuga), and a name that you use often is treated as a character of your own. With --fix, fanlint corrects a name
    only if one name in the canon is clearly the closest.
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.SAFE
    message = "Did you mean “{right}”? That is how the canon spells this name."
    languages = ("en", "es", "fr", "de", "pt", "it")
    example_canon = ("naruto",)
    examples = (
        "{Haruna -> Haruno} Sakura looked up.",
        "They followed {Sauske -> Sasuke} and {Kakkashi -> Kakashi}'s dog. Sasuke barked.",
        "Shikamaru {Narra -> Nara} yawned.",
        "Maito Gai ran past Might Guy.",
        "Sasuko was her own invention. They all liked Sasuko. She told Sasuko so, and Sasuko smiled at that.",
        "Hinata Hyuuga and Neji Hyūga sat down.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if not story.canon:
            return
        paired = dict(self._in_full_names(item, story))
        yield from paired.values()
        stems: dict[str, list[int]] = {}
        for word, places in story.unknown.items():
            if word[0].isupper() and not word.isupper():
                stems.setdefault(without_possessive(word), []).extend(places)
        for stem, places in stems.items():
            near = story.matcher.near(stem)
            if not near or not near[0].known.is_name or not story.matcher.is_slip(stem, len(places), near[0]):
                continue
            if _is_original_character(stem, len(places), near[0], story):
                continue
            for index in places:
                if index not in paired and not _is_compound(index, item):
                    yield self._at(index, near, stem, len(places), story)

    def _at(self, index: int, near: list[NearMiss], stem: str, count: int, story: Story) -> Finding:
        best = near[0]
        forms = dict.fromkeys(draft_form(miss.known, story.document.vocabulary.counts, stem) for miss in near)
        first = next(iter(forms))
        start = story.document.tokens.start(index)
        return self.found(
            Span(start, start + len(stem)),
            *list(forms)[:3],
            right=first,
            safety=self.safety if story.matcher.is_sure(stem, count, near) else Safety.UNSAFE,
            severity=Severity.HINT if _may_be_namesake(stem, best) else None,
        )

    def _in_full_names(self, document: Document, story: Story) -> Iterator[tuple[int, Finding]]:
        """A misspelt word beside a correct part of the same character's name.

        The neighbour settles who is meant, so even a spelling two letters off can be corrected.
        """
        tokens = document.tokens
        for word, places in story.unknown.items():
            if not word[0].isupper():
                continue
            for index in places:
                neighbours = [index - 1] if index and tokens.gaps[index] == " " else []
                neighbours += [index + 1] if tokens.gaps[index + 1] == " " and index + 1 < len(tokens) else []
                for beside in neighbours:
                    name = self._name_beside(without_possessive(word), without_possessive(tokens.words[beside]), story)
                    if name is not None:
                        yield index, self._finding_for(index, without_possessive(word), name, document, story)

    def _name_beside(self, stem: str, beside: str, story: Story) -> str | None:
        """The one name that belongs next to ``beside`` and is close to ``stem``; None if there is not exactly one."""
        others = {partner(character, beside) for character in story.canon.names.get(beside.lower(), ())}
        close = [other for other in others if other and edit_distance(stem.lower(), other.lower(), 2) <= 2 < len(stem)]
        return close[0] if len(close) == 1 else None

    def _finding_for(self, index: int, stem: str, name: str, document: Document, story: Story) -> Finding:
        """The finding for a misspelt word whose neighbour shows that ``name`` was meant."""
        form = draft_form(story.canon.words[name.lower()], document.vocabulary.counts, stem)
        start = document.tokens.start(index)
        span = Span(start, start + len(stem))
        return self.found(span, form, right=form)


def _is_original_character(stem: str, count: int, best: NearMiss, story: Story) -> bool:
    """Whether an original character who appears more often than the canon's has a name that is as close."""
    return any(
        uses > max(best.uses, count) and name != stem and edit_distance(stem.lower(), name.lower(), 1) == 1
        for name, uses in story.names.items()
    )


def _may_be_namesake(stem: str, best: NearMiss) -> bool:
    """Whether the name may be someone else's: it is short and well formed, and the story never has the canon's."""
    return best.uses == 0 and best.distance > 0 and len(stem) < UNMISTAKABLE and not is_odd(stem, best)


def _is_compound(index: int, document: Document) -> bool:
    """Whether the word begins a hyphenated compound with two capitals (Anglo-Saxon), which names no person."""
    tokens = document.tokens
    return index + 1 < len(tokens) and tokens.gaps[index + 1] == "-" and tokens.words[index + 1][0].isupper()
