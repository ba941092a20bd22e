"""A name that the canon spells otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.canon.match import Matcher, NearMiss, draft_form, partner
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
    example_canon = ("naruto",)
    examples = (
        "{Haruna -> Haruno} Sakura looked up.",
        "They followed {Sauske -> Sasuke} and {Kakkashi -> Kakashi}'s dog.",
        "Shikamaru {Narra -> Nara} yawned.",
        "Maito Gai ran past Might Guy.",
        "Sasuko was her own invention. They all liked Sasuko. She told Sasuko so, and Sasuko smiled at that.",
        "Hinata Hyuuga and Neji Hyūga sat down.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if not story.canon:
            return
        matcher = Matcher(story.canon, story)
        paired = dict(self._in_full_names(item, story))
        for index, finding in paired.items():
            yield finding
        for word, places in story.unknown.items():
            if not word[0].isupper() or word.isupper():
                continue
            stem = without_possessive(word)
            near = [miss for miss in matcher.near(stem) if miss.known.is_name]
            if not near or not self._is_slip(near[0], len(places), item):
                continue
            for index in places:
                if index not in paired:
                    yield self._at(index, near, stem, item)

    def _is_slip(self, miss: NearMiss, count: int, document: Document) -> bool:
        """A near twin that stands often is a character of the author's, unless only a letter is doubled."""
        rightly = sum(document.vocabulary.counts.get(form, 0) for form in miss.known.forms)
        return miss.distance == 0 or count < _OWN or rightly > 10 * count

    def _at(self, index: int, near: list[NearMiss], stem: str, document: Document) -> Finding:
        counts = document.vocabulary.counts
        forms = list(dict.fromkeys(draft_form(miss.known, counts, stem) for miss in near))
        forms.sort(key=lambda form: -counts.get(form, 0))
        sure = len(forms) == 1 and near[0].distance <= 1 and len(stem) > 4
        start = document.tokens.start(index)
        message = self.message.replace("{right}", forms[0])
        safety = self.safety if sure else Safety.UNSAFE
        return self.found(Span(start, start + len(stem)), *forms[:3], message=message, safety=safety)

    def _in_full_names(self, document: Document, story: Story) -> Iterator[tuple[int, Finding]]:
        """A wrong word beside a right one of the same character's name, which makes a wider slip certain."""
        tokens, canon = document.tokens, story.canon
        for index in range(1, len(tokens)):
            if tokens.gaps[index] != " " or not (
                tokens.words[index - 1][0].isupper() and tokens.words[index][0].isupper()
            ):
                continue
            for wrong, right in ((index - 1, index), (index, index - 1)):
                stem = without_possessive(tokens.words[wrong])
                beside = without_possessive(tokens.words[right])
                if stem not in story.unknown and tokens.words[wrong] not in story.unknown:
                    continue
                others = {partner(character, beside) for character in canon.names.get(beside.lower(), ())}
                close = [
                    other
                    for other in others
                    if other and edit_distance(stem.lower(), other.lower(), 2) <= 2 < len(stem)
                ]
                if len(close) == 1:
                    known = canon.words[close[0].lower()]
                    form = draft_form(known, document.vocabulary.counts, stem)
                    message = self.message.replace("{right}", form)
                    start = tokens.start(wrong)
                    yield wrong, self.found(Span(start, start + len(stem)), form, message=message)
