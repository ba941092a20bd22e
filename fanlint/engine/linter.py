"""Runs rules over a draft: first all rules, then a judge over what the models propose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fanlint.canon.model import Canon
from fanlint.config import Speaker
from fanlint.engine.applicability import applies
from fanlint.engine.fixing import Fixed, fix
from fanlint.engine.judgement import ByThreshold, Judge, judged
from fanlint.engine.supersede import place, superseded
from fanlint.engine.suppress import Accepted, accept, apply_directives, read_directives
from fanlint.errors import BadRule, FanlintError
from fanlint.formats.base import Source
from fanlint.language import ENGLISH
from fanlint.model import Finding, Safety
from fanlint.rules.candidate_rule import CandidateRule
from fanlint.rules.phrases import PhraseIndex, PhraseRule
from fanlint.rules.rule import Rule, Scope
from fanlint.story import Story
from fanlint.text.blocks import Block
from fanlint.text.dialogue import Speech
from fanlint.text.document import Document
from fanlint.text.sentences import Sentence


class Linter:
    """The rules that hold for a language, with what they need to know.

    Holds no state of a run, so that several threads may use it; the same input gives the same findings.
    """

    def __init__(
        self,
        rules: Iterable[Rule],
        canon: Canon | None = None,
        words: Iterable[str] = (),
        english: str | None = None,
        accepted: frozenset[Accepted] = frozenset(),
        language: str = ENGLISH,
        speakers: tuple[Speaker, ...] = (),
        judge: Judge | None = None,
    ) -> None:
        self.rules = tuple(rule for rule in rules if rule.holds_in(language))
        self.canon = canon
        self.words = frozenset(words)
        self.english = english
        self.accepted = accepted
        self.language = language
        self.speakers = speakers
        self.judge: Judge = judge or ByThreshold()
        self._by_name = {rule.name: rule for rule in self.rules}
        self._yields = {rule.name: rule.yields_to for rule in self.rules}
        self._index = PhraseIndex(rule for rule in self.rules if isinstance(rule, PhraseRule))
        self._of_candidates = tuple(rule for rule in self.rules if isinstance(rule, CandidateRule))
        self._by_scope: dict[Scope, list[Rule]] = {}
        for rule in self.rules:
            if not isinstance(rule, (PhraseRule, CandidateRule)):
                self._by_scope.setdefault(rule.scope, []).append(rule)

    def lint(self, document: Document, words: frozenset[str] = frozenset()) -> list[Finding]:
        """All findings in a document, in order of place; ``words`` are further words that are right."""
        story = self.story(document, words)
        document = story.document
        found = [*self._run(document, story), *judged(self._of_candidates, story, self.judge)]
        found = [each for each in found if applies(self._by_name[each.rule], each, document, self.speakers)]
        return superseded(found, self._yields)

    def story(self, document: Document, words: frozenset[str] = frozenset()) -> Story:
        """A draft with what this linter knows around it."""
        return Story(document, self.canon, self.words | words, self.english, self.language)

    def _run(self, document: Document, story: Story) -> Iterator[Finding]:
        for scope, rules in self._by_scope.items():
            for item in _items(scope, document):
                for rule in rules:
                    try:
                        yield from rule.check(item, story)
                    except FanlintError:
                        raise
                    except Exception as error:
                        raise BadRule(rule.name, f"failed: {type(error).__name__}: {error}.") from error
        yield from self._index.check(document)

    def check(self, source: Source, name: str = "") -> list[Finding]:
        """The findings that the writer does not want left alone; ``name`` is the path under which some are accepted."""
        directives = read_directives(source.comments)
        found = self.lint(source.document, directives.words)
        found = apply_directives(directives, found, source)
        if self.accepted:
            found = [finding for finding in found if accept(finding, source, name) not in self.accepted]
        return sorted(found, key=place)

    def fix(self, source: Source, *, safety: Safety = Safety.SAFE, name: str = "") -> Fixed:
        """Apply every first fix that is at least as sure as ``safety``, again and again until none is left.

        Raises FightingRules, naming them, when a text comes back that was seen before, or grows without end.
        """
        return fix(source, lambda each: self.check(each, name), safety)


def _items(scope: Scope, document: Document) -> Iterable[object]:
    """What a rule of this scope is given, one after the other."""
    if scope is Block:
        return document.blocks
    if scope is Sentence:
        return document.sentences
    return document.speech if scope is Speech else (document,)
