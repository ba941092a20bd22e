"""A name that the canon spells otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.canon.match import UNMISTAKABLE, NearMiss, draft_form, is_odd, partner
from fanlint.model import Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story, without_possessive
from fanlint.text.distance import edit_distance
from fanlint.text.document import Document


class MisspeltName(Rule):
    """A character's name is spelt as the fandom spells it: Haruno Sakura, not Haruna Sakura.

    Readers who love these characters notice at once. All accepted spellings are left to you (Guy or Gai, Hyuga or
    Hyuuga), and a name that you use often is taken for a character of your own. fanlint mends a name by itself only
    where one name of the canon stands clearly nearest.
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.SAFE
    message = "The canon spells this name “{right}”."
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
            if _is_nearer_own(stem, len(places), near[0], story):
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
            message=self.message.replace("{right}", first),
            safety=self.safety if story.matcher.is_sure(stem, count, near) else Safety.UNSAFE,
            severity=Severity.HINT if _may_be_namesake(stem, best) else None,
        )

    def _in_full_names(self, document: Document, story: Story) -> Iterator[tuple[int, Finding]]:
        """A wrong word beside a right one of the same character's name, which makes a wider slip certain."""
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
                        yield index, self._right(index, without_possessive(word), name, document, story)

    def _name_beside(self, stem: str, beside: str, story: Story) -> str | None:
        """The one word beside ``beside`` in a character's name that ``stem`` nearly is; None if not just one."""
        others = {partner(character, beside) for character in story.canon.names.get(beside.lower(), ())}
        close = [other for other in others if other and edit_distance(stem.lower(), other.lower(), 2) <= 2 < len(stem)]
        return close[0] if len(close) == 1 else None

    def _right(self, index: int, stem: str, name: str, document: Document, story: Story) -> Finding:
        form = draft_form(story.canon.words[name.lower()], document.vocabulary.counts, stem)
        start = document.tokens.start(index)
        span = Span(start, start + len(stem))
        return self.found(span, form, message=self.message.replace("{right}", form))


def _is_nearer_own(stem: str, count: int, best: NearMiss, story: Story) -> bool:
    """Whether a character of the author's, who stands at least as often as the canon's, has a name as near."""
    return any(
        uses > max(best.uses, count) and name != stem and edit_distance(stem.lower(), name.lower(), 1) == 1
        for name, uses in story.names.items()
    )


def _may_be_namesake(stem: str, best: NearMiss) -> bool:
    """Whether somebody else may be called so: a short name, well formed, and the canon's stands nowhere."""
    return best.uses == 0 and best.distance > 0 and len(stem) < UNMISTAKABLE and not is_odd(stem, best)


def _is_compound(index: int, document: Document) -> bool:
    """Whether the word is the first of two capitalised ones with a hyphen, as in Anglo-Saxon: no name of a person."""
    tokens = document.tokens
    return index + 1 < len(tokens) and tokens.gaps[index + 1] == "-" and tokens.words[index + 1][0].isupper()
