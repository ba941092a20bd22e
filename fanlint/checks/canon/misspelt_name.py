"""A name that the canon spells otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.canon.match import NearMiss, draft_form, partner
from fanlint.model import Finding, Safety, Severity, Span
from fanlint.rule import Rule
from fanlint.story import Story, without_possessive
from fanlint.text.distance import edit_distance
from fanlint.text.document import Document

_OWN = 4  # uses after which a near twin of a canon name is a character of the author's


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
        for word, places in story.unknown.items():
            if not word[0].isupper() or word.isupper():
                continue
            stem = without_possessive(word)
            near = [miss for miss in story.matcher.near(stem) if miss.known.is_name]
            if not near or not self._is_slip(near[0], stem, len(places), item):
                continue
            for index in places:
                if index not in paired and not _is_compound(index, item):
                    yield self._at(index, near, stem, item)

    def _is_slip(self, miss: NearMiss, stem: str, count: int, document: Document) -> bool:
        """A near twin that stands often is a character of the author's, unless only a letter is doubled; a short one
        says little where the canon's own name stands nowhere in the draft."""
        if miss.distance == 0:
            return True
        rightly = _uses(miss, document)
        return (count < _OWN or rightly > 10 * count) and (rightly > 0 or len(stem) > 4)

    def _at(self, index: int, near: list[NearMiss], stem: str, document: Document) -> Finding:
        counts = document.vocabulary.counts
        forms = list(dict.fromkeys(draft_form(miss.known, counts, stem) for miss in near))
        forms.sort(key=lambda form: -counts.get(form, 0))
        sure = len(forms) == 1 and (near[0].distance == 0 or (_uses(near[0], document) > 0 and len(stem) > 4))
        sure = sure and near[0].distance <= 1
        start = document.tokens.start(index)
        message = self.message.replace("{right}", forms[0])
        safety = self.safety if sure else Safety.UNSAFE
        return self.found(Span(start, start + len(stem)), *forms[:3], message=message, safety=safety)

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


def _uses(miss: NearMiss, document: Document) -> int:
    """How often the draft has the canon's name, in any of its spellings."""
    return sum(document.vocabulary.counts.get(form, 0) for form in miss.known.forms)


def _is_compound(index: int, document: Document) -> bool:
    """Whether the word is the first of two capitalised ones with a hyphen, as in Anglo-Saxon: no name of a person."""
    tokens = document.tokens
    return index + 1 < len(tokens) and tokens.gaps[index + 1] == "-" and tokens.words[index + 1][0].isupper()
