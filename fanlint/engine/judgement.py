"""The second phase of linting: all candidates of a document are judged together, and those kept become findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from fanlint.model import Candidate, Finding, Level
from fanlint.rules.candidate_rule import CandidateRule
from fanlint.rules.proposals import proposed
from fanlint.story import Story


class Judge(Protocol):
    """Decides which candidates are mistakes. It gets all of a document at once, so that a slow one can batch them."""

    def judge(self, candidates: Sequence[Candidate], story: Story) -> Sequence[Level | None]:
        """For each candidate, how sure it is a mistake; None for one that is not."""
        ...


class ByThreshold:
    """The quick judge: every candidate is as sure as its own model says."""

    def judge(self, candidates: Sequence[Candidate], story: Story) -> Sequence[Level | None]:  # noqa: ARG002
        return [candidate.level for candidate in candidates]


def judged(rules: Iterable[CandidateRule], story: Story, judge: Judge) -> Iterator[Finding]:
    """What the rules say of the candidates that the judge keeps; each rule speaks for one source and level."""
    speaks = {(rule.source, rule.level): rule for rule in rules}
    levels: dict[str, Level] = {}
    for source, level in speaks:
        levels[source] = max(level, levels.get(source, level))
    candidates = [each for source, level in sorted(levels.items()) for each in proposed(story, source, level)]
    for candidate, reached in zip(candidates, judge.judge(candidates, story), strict=True):
        if reached is not None and (rule := speaks.get((candidate.source, reached))):
            yield rule.report(candidate, story)
