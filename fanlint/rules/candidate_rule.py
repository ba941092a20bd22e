"""A rule that reports the candidates of one model at one level of certainty; read from a TOML table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fanlint.errors import BadRule
from fanlint.model import Candidate, Finding, Fix, Level, Safety, Severity, replace
from fanlint.rules.proposals import CONFUSIONS, SOURCES, proposed
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

KIND = "candidates"
_KEYS = frozenset("kind source level message explain severity safety yields-to examples".split())
# Kinds of mistake that may be how a character talks.
_DIALECT = frozenset({"grammar", "participle", "adverb", "past", "third", "ing"})


class CandidateRule(Rule):
    """A rule read from a TOML table of kind “candidates”; the engine has its candidates judged with all others."""

    scope = Document

    def __init__(self, name: str, table: Mapping[str, Any], where: str) -> None:
        """Raises BadRule for a table that cannot be used."""
        if problem := _problem(table):
            raise BadRule(name, problem, where)
        self.name = name
        self.source: str = table["source"]
        self.level = Level[table["level"].upper()]
        self.message = table["message"]
        self.severity = Severity[table.get("severity", "warning").upper()]
        self.safety = Safety[table.get("safety", "unsafe").upper()]
        self.yields_to = ("@exact", *table.get("yields-to", ()))
        self.examples = tuple(table["examples"])
        self._explanation: str = table["explain"]

    @property
    def explanation(self) -> str:
        return self._explanation

    def check(self, item: Document, story: Story) -> Iterator[Finding]:  # noqa: ARG002
        for candidate in proposed(story, self.source, self.level):
            if candidate.level is self.level:
                yield self.report(candidate, story)

    def report(self, candidate: Candidate, story: Story) -> Finding:
        """What the rule says of a candidate that was judged to be a mistake."""
        document = story.document
        wrong = document.slice(candidate.span)
        first = candidate.choices[0][0].text
        message = self.message.replace("{right}", first).replace("{wrong}", wrong.strip())
        message = message.replace("{missing}", " ".join(first.split()[1:-1]))
        severity = self.severity
        if candidate.source == CONFUSIONS:
            from fanlint.language.en.confusion_sets import remark  # only when there is something to tell

            message = " ".join(filter(None, (message, remark(wrong, first))))
            if candidate.kind in _DIALECT and document.speech_at(candidate.span.start) is not None:
                severity = Severity.HINT
        fixes = tuple(self._fix(edits, message) for edits in candidate.choices)
        return self.found(candidate.span, message=message, severity=severity, fixes=fixes)

    def _fix(self, edits: tuple[Any, ...], message: str) -> Fix:
        (edit,) = edits
        return replace(edit.span, edit.text, self.safety, None if edit.text else message)


def _problem(table: Mapping[str, Any]) -> str | None:
    """What is wrong with a rule's table, in words that follow the rule's name; None when nothing is."""
    if unknown := set(table) - _KEYS:
        return f"has the unknown key “{min(unknown)}”; such a rule has {', '.join(sorted(_KEYS))}."
    if table.get("source") not in SOURCES:
        return f"has the source “{table.get('source')}”; it is one of {', '.join(SOURCES)}."
    levels = [level.name.lower() for level in Level]
    if table.get("level") not in levels:
        return f"has the level “{table.get('level')}”; it is one of {', '.join(levels)}."
    for key in ("message", "explain"):
        if not isinstance(table.get(key), str):
            return f"needs “{key}”, in whole sentences."
    if not table.get("examples"):
        return "needs examples: at least two that it finds and two that it leaves alone."
    for key, allowed in (("severity", Severity.__members__), ("safety", Safety.__members__)):
        if str(table.get(key, next(iter(allowed)))).upper() not in allowed:
            return f"has the {key} “{table[key]}”; it is one of {', '.join(name.lower() for name in allowed)}."
    return None
