"""A rule read from a TOML table: checked when its file is new, parsed only when one of its words occurs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate, chain, pairwise, starmap
from typing import Any

from fanlint.errors import BadRule
from fanlint.model import Finding, Safety, Severity
from fanlint.rules.phrases.notation import Phrase, parse_phrase
from fanlint.rules.rule import Rule, Where
from fanlint.story import Story
from fanlint.text.document import Document
from fanlint.text.tokens import fold

KINDS = ("swap", "avoid", "consistent", "limit", "pattern")


class PhraseRule(Rule):
    """A rule read from a TOML table; see CONTRIBUTING for the notation."""

    scope = Document

    def __init__(
        self,
        name: str,
        table: Mapping[str, Any],
        classes: Mapping[str, frozenset[str]],
        where: str,
        anchors: dict[str, tuple[int, ...]] | None = None,
    ) -> None:
        """Raises BadRule for a table that cannot be used, unless ``anchors`` say that it was found good before."""
        self.name = name
        self.origin = where
        self._table, self._classes = table, classes
        if anchors is None and (problem := _problem(table)):
            raise BadRule(name, problem, where)
        self.kind: str = table["kind"]
        self.message = table["message"]
        self.severity = Severity[table.get("severity", "warning").upper()]
        self.safety = Safety[table.get("safety", "manual").upper()]
        self.where = Where(table.get("where", "anywhere"))
        self.examples = tuple(table["examples"])
        self.languages = tuple(table.get("languages", Rule.languages))
        self.example_language = next((code for code in self.languages if len(code) == 2), Rule.example_language)
        self.example_canon = tuple(table.get("example-canon", ()))
        self.yields_to = tuple(table.get("yields-to", ()))
        self.per: int = table.get("per", 1000)
        self.most: float = table.get("most", 1)
        self.least: int = table.get("least", 1)
        self.odds: float = table.get("odds", 1)
        self.pattern: str = table.get("pattern", "")
        self.replacement: str | None = table.get("replacement")
        self._phrases: dict[int, tuple[Phrase, ...]] = {}
        self.anchors = self._all_anchors() if anchors is None else anchors

    @property
    def notations(self) -> tuple[str, ...]:
        """Its phrases as written; for a rule of kind “consistent”, all forms of all groups one after the other."""
        table = self._table
        groups = table.get("consistent", ())
        return (*table.get("swap", ()), *table.get("avoid", ()), *table.get("limit", ()), *chain(*groups))

    def phrases(self, index: int) -> tuple[Phrase, ...]:
        """What the notation at ``index`` stands for; parsed when first asked for."""
        if index not in self._phrases:
            self._phrases[index] = self._parsed((self.notations[index],))
        return self._phrases[index]

    def _parsed(self, notations: Iterable[str]) -> tuple[Phrase, ...]:
        try:
            return tuple(phrase for notation in notations for phrase in parse_phrase(notation, self._classes))
        except ValueError as error:
            raise BadRule(self.name, f"cannot be read: {error}.", self.origin) from None

    @cached_property
    def unless(self) -> tuple[Phrase, ...]:
        return self._parsed(self._table.get("unless", []))

    @property
    def groups(self) -> tuple[range, ...]:
        """For a rule of kind “consistent”: which notations belong together, as forms of one word."""
        ends = list(accumulate(map(len, self._table.get("consistent", ())), initial=0))
        return tuple(starmap(range, pairwise(ends)))

    def _all_anchors(self) -> dict[str, tuple[int, ...]]:
        """For each word that some phrase must contain, the notations to look for then; parses all, as a check."""
        found: dict[str, list[int]] = {}
        for index in range(len(self.notations)):
            for word in sorted({word for phrase in self.phrases(index) for word in phrase.anchors}):
                found.setdefault(word, []).append(index)
        _ = self.unless
        return {word: tuple(indices) for word, indices in found.items()}

    @property
    def explanation(self) -> str:
        text: str = self._table.get("explain", "")
        return text

    def check(self, item: Document, story: Story) -> Iterator[Finding]:  # noqa: ARG002
        from fanlint.rules.phrases.index import PhraseIndex  # an index of one rule

        return PhraseIndex((self,)).check(item)


_KEYS = frozenset(
    [
        "kind",
        "message",
        "explain",
        "severity",
        "safety",
        "where",
        "languages",
        "examples",
        "example-canon",
        "yields-to",
        "per",
        "most",
        "least",
        "odds",
        "pattern",
        "replacement",
        "swap",
        "avoid",
        "limit",
        "unless",
        "consistent",
    ]
)


def _problem(table: Mapping[str, Any]) -> str | None:
    """What is wrong with a rule's table, in words that follow the rule's name; None when nothing is."""
    if unknown := set(table) - _KEYS:
        return f"has the unknown key “{min(unknown)}”. The keys are {', '.join(sorted(_KEYS))}."
    kind = table.get("kind")
    if kind not in KINDS:
        return f"has the unknown kind “{kind}”. The kinds are {', '.join(KINDS)}."
    if not isinstance(table.get("message"), str):
        return "needs a message, one sentence to the writer."
    if not table.get(kind):
        return f"has the kind “{kind}”, so it needs the key “{kind}”."
    for key in ("examples", "swap", "avoid", "limit", "unless", "languages"):
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            return f"needs a list of strings for “{key}”."
    if not table.get("examples"):
        return "needs examples: at least two that it finds and two that it leaves alone."
    for key, allowed in (("severity", Severity.__members__), ("safety", Safety.__members__)):
        if str(table.get(key, next(iter(allowed)))).upper() not in allowed:
            return f"has the unknown {key} “{table[key]}”. Choose one of {', '.join(name.lower() for name in allowed)}."
    if table.get("where", "anywhere") not in tuple(Where):
        return f"has the unknown “where” “{table['where']}”. Choose one of {', '.join(Where)}."
    return None


def read_rules(
    path: str, folder: str, tables: Mapping[str, Any], classes: Mapping[str, frozenset[str]]
) -> dict[str, PhraseRule]:
    """The rules of one parsed file by name: table ``[could-of]`` of folder ``eggcorns`` is ``eggcorns/could-of``."""
    own = own_classes(tables, classes)
    rules = {}
    for name, table in tables.items():
        if name == "classes":
            continue
        if not isinstance(table, dict):
            raise BadRule(f"{folder}/{name}", "is not a table. Write it as [name] with its keys below.", path)
        rules[f"{folder}/{name}"] = PhraseRule(f"{folder}/{name}", table, own, path)
    return rules


def own_classes(tables: Mapping[str, Any], classes: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The shared classes of words with those that a file brings itself."""
    found = dict(classes)
    for name, words in tables.get("classes", {}).items():
        found[name] = frozenset(map(fold, words.split() if isinstance(words, str) else words))
    return found
