"""Runs rules over a draft, and applies their fixes until nothing is left to mend."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fanlint import formats
from fanlint.canon.model import Canon
from fanlint.engine.suppress import Accepted, accept, apply_directives, read_directives
from fanlint.errors import BadRule, FanlintError, FightingRules
from fanlint.formats.source import Source
from fanlint.language import ENGLISH
from fanlint.model import Finding, Fix, Safety, Span
from fanlint.rules.phrases import PhraseIndex, PhraseRule
from fanlint.rules.rule import Rule, Scope, Where
from fanlint.speakers import Speaker, is_let_be
from fanlint.story import Story
from fanlint.text.blocks import Block
from fanlint.text.dialogue import Speech
from fanlint.text.document import Document
from fanlint.text.sentences import Sentence

_MOST_PASSES = 100
_MOST_GROWTH = 10_000  # code points; a text that more than doubles is being fed by its own fixes


class Mended(NamedTuple):
    """A source with its fixes applied, the findings fixed on the way, and those that are left."""

    source: Source
    fixed: tuple[Finding, ...]
    left: tuple[Finding, ...]


class Linter:
    """The rules that hold for a language, with what they need to know.

    Holds no state of a run; the same input gives the same findings.
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
    ) -> None:
        self.rules = tuple(rule for rule in rules if rule.holds_in(language))
        self.canon = canon
        self.words = frozenset(words)
        self.english = english
        self.accepted = accepted
        self.language = language
        self.speakers = speakers
        self._by_name = {rule.name: rule for rule in self.rules}
        self._index = PhraseIndex(rule for rule in self.rules if isinstance(rule, PhraseRule))
        self._by_scope: dict[Scope, list[Rule]] = {}
        for rule in self.rules:
            if not isinstance(rule, PhraseRule):
                self._by_scope.setdefault(rule.scope, []).append(rule)

    def lint(self, document: Document, words: frozenset[str] = frozenset()) -> list[Finding]:
        """All findings in a document, in order of place; ``words`` are further words that are right."""
        story = Story(document, self.canon, self.words | words, self.english, self.language)
        document = story.document
        found = list(self._run(document, story))
        found = [finding for finding in found if self._is_for(finding, document)]
        return self._supersede(found)

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

    def _is_for(self, finding: Finding, document: Document) -> bool:
        """Whether the place is in a block and a voice that the rule is for."""
        rule = self._by_name[finding.rule]
        zone = document.zone_at(finding.span.start)
        if zone is not None and zone not in rule.zones:
            return False
        if self.speakers and is_let_be(finding, document, self.speakers):
            return False
        if rule.where is Where.ANYWHERE:
            return True
        return (document.speech_at(finding.span.start) is not None) is (rule.where is Where.SPEECH)

    def _supersede(self, findings: list[Finding]) -> list[Finding]:
        """Drop a finding where a rule that its own rule yields to speaks of the same place; and exact doubles."""
        ordered = sorted(set(findings), key=_place)
        starts = [finding.span.start for finding in ordered]
        longest = max((end - start for _, (start, end), *_ in ordered), default=0)
        kept = []
        for finding in ordered:
            yields = self._by_name[finding.rule].yields_to
            # Whatever shares this place begins no farther before it than the longest finding is long.
            low = bisect_left(starts, finding.span.start - longest) if yields else 0
            high = bisect_right(starts, finding.span.end) if yields else 0
            near = (other for other in ordered[low:high] if other is not finding and other.span.overlaps(finding.span))
            if not any(_yields(yields, other) for other in near):
                kept.append(finding)
        return kept

    def check(self, source: Source, name: str = "") -> list[Finding]:
        """The findings that the writer does not want left alone; ``name`` is the path under which some are accepted."""
        directives = read_directives(source.comments)
        found = self.lint(source.document, directives.words)
        found = apply_directives(directives, found, source)
        if self.accepted:
            found = [finding for finding in found if accept(finding, source, name) not in self.accepted]
        return sorted(found, key=_place)

    def fix(self, source: Source, *, safety: Safety = Safety.SAFE, name: str = "") -> Mended:
        """Apply every first fix that is at least as sure as ``safety``, again and again until none is left.

        Raises FightingRules, naming them, when a text comes back that was seen before, or grows without end.
        """
        fixed: list[Finding] = []
        seen: dict[str, int] = {}
        history: list[list[str]] = []
        while True:
            found = self.check(source, name)
            chosen = _choose(found, source, safety)
            if not chosen:
                return Mended(source, tuple(fixed), tuple(found))
            text = source.encoded.text
            grown = bool(seen) and len(text) > 2 * len(next(iter(seen))) + _MOST_GROWTH
            if text in seen or grown or len(history) >= _MOST_PASSES:
                rules = {rule for names in history[seen.get(text, -2) :] for rule in names}
                raise FightingRules(source.path, tuple(sorted(rules)))
            seen[text] = len(history)
            history.append([finding.rule for finding in chosen])
            fixed += chosen
            edits = sorted(edit for finding in chosen for edit in finding.fixes[0].edits)
            source = formats.parse(source.path, source.rewrite(edits))


def _items(scope: Scope, document: Document) -> Iterable[object]:
    """What a rule of this scope is given, one after the other."""
    if scope is Block:
        return document.blocks
    if scope is Sentence:
        return document.sentences
    return document.speech if scope is Speech else (document,)


def _place(finding: Finding) -> tuple[object, ...]:
    """A total order: by place, then by every other field."""
    return (finding.span, finding.rule, finding.message, finding.severity, finding.fixes, finding.also)


def _yields(names: tuple[str, ...], other: Finding) -> bool:
    return any(other.rule == name or (name.endswith("/") and other.rule.startswith(name)) for name in names)


def _choose(findings: list[Finding], source: Source, safety: Safety) -> list[Finding]:
    """Findings whose first fix is to be applied in this pass: whole, and none within what another relied on."""
    chosen: list[Finding] = []
    guarded = bytearray(len(source.document.text) + 1)  # 1 for every code point that a chosen fix relied on
    for finding in findings:
        if not finding.fixes or finding.fixes[0].safety < safety or not source.can_apply(finding.fixes[0]):
            continue
        guards = _guards(finding, finding.fixes[0])
        if not any(1 in guarded[start:end] for start, end in guards):
            chosen.append(finding)
            for start, end in guards:
                guarded[start:end] = b"\1" * (end - start)
    return chosen


def _guards(finding: Finding, fix: Fix) -> list[Span]:
    """The places a fix relied on: what it found and what it changes, with one code point each side."""
    spans = [finding.span, *(edit.span for edit in fix.edits)]
    return [Span(max(0, span.start - 1), span.end + 1) for span in spans]
