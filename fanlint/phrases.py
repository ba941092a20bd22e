"""Rules written in TOML: phrases with one brace notation, and one index that finds those of all rules in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from fanlint.errors import BadRule
from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span
from fanlint.rule import Rule, Where
from fanlint.story import Story
from fanlint.text.case import capitalise, is_capitalised, is_shouted
from fanlint.text.document import Document
from fanlint.text.tokens import fold

KINDS = ("swap", "avoid", "consistent", "limit", "pattern")
_CLAUSE_ENDS = frozenset('.,;:!?…)]"”—–')


class Element(NamedTuple):
    """One word of a phrase: one of ``words``, or of a class by form; ``negated`` turns it round; all empty is any word."""

    words: frozenset[str]
    forms: tuple[str, ...] = ()
    negated: bool = False

    @property
    def is_any(self) -> bool:
        return not self.words and not self.forms

    def accepts(self, key: str, written: str, document: Document) -> bool:
        if self.is_any:
            return True
        inside = key in self.words or any(_has_form(form, key, written, document) for form in self.forms)
        return inside is not self.negated


class Phrase(NamedTuple):
    """Elements in order; ``gaps[i]`` says what must stand before element i ("" a space, "^" a clause's start, "," a
    comma, "." a clause's end), one more for after the last. Words ``first`` to ``last`` (exclusive) are the fault."""

    elements: tuple[Element, ...]
    gaps: tuple[str, ...]
    first: int
    last: int
    choices: tuple[str, ...]
    anchor: int


def _has_form(form: str, key: str, written: str, document: Document) -> bool:
    if form == "name":
        return written in document.vocabulary.names
    if form == "capital":
        return is_capitalised(written)
    return len(key) > len(form) + 2 and key.endswith(form)  # <ing>, <ed>, <ly>


_FORMS = frozenset({"name", "capital", "ing", "ed", "ly"})


def parse_phrase(notation: str, classes: Mapping[str, frozenset[str]]) -> tuple[Phrase, ...]:
    """Read ``<have> {broke|went -> broken|gone}``: one phrase for each word that is to become another.

    ``a|b`` is a choice, ``*`` any word, ``<class>`` a class of words, ``!`` none of these, ``^`` and ``.`` the start and
    end of a clause, ``,`` a comma. As many words right of the arrow as left of it go pairwise; else each word on the
    right is a suggestion, best first. Raises ValueError with what is wrong.
    """
    before, brace, rest = notation.partition("{")
    inside, closed, after = rest.partition("}")
    if bool(brace) != bool(closed) or "{" in after:
        raise ValueError(f"“{notation}” needs one pair of braces")
    if not brace:
        return (_phrase(before, "", before, (), classes, notation),)
    wrong, arrow, right = (part.strip() for part in inside.partition("->"))
    choices = tuple(choice.strip() for choice in right.split("|")) if arrow else ()
    wrongs = tuple(word.strip() for word in wrong.split("|"))
    if len(wrongs) == len(choices) and len(choices) > 1:
        return tuple(
            _phrase(before, after, one, (other,), classes, notation) for one, other in zip(wrongs, choices, strict=True)
        )
    if " " in wrong and len(wrongs) > 1:
        return tuple(_phrase(before, after, one, choices, classes, notation) for one in wrongs)
    return (_phrase(before, after, wrong, choices, classes, notation),)


def _phrase(
    before: str,
    after: str,
    wrong: str,
    choices: tuple[str, ...],
    classes: Mapping[str, frozenset[str]],
    notation: str,
) -> Phrase:
    elements: list[Element] = []
    gaps: list[str] = [""]
    bounds = []
    parts = (before, wrong, after) if before is not wrong else ("", wrong, "")
    for part in parts:
        bounds.append(len(elements))
        for item in part.split():
            if item in ("^", ".", ","):
                gaps[-1] = item
                continue
            elements.append(_element(item, classes, notation))
            gaps.append("")
    if bounds[1] == bounds[2] and parts[1]:
        bounds[2] = len(elements)
    first, last = bounds[1], bounds[2]
    if first == last:
        raise ValueError(f"“{notation}” marks no word")
    concrete = [
        index for index, element in enumerate(elements) if element.words and not element.forms and not element.negated
    ]
    if not concrete:
        raise ValueError(f"“{notation}” has no plain word to look for")
    inner = [index for index in concrete if first <= index < last] or concrete
    anchor = max(inner, key=lambda index: min(map(len, elements[index].words)))
    return Phrase(tuple(elements), tuple(gaps), first, last, choices, anchor)


def _element(item: str, classes: Mapping[str, frozenset[str]], notation: str) -> Element:
    if item == "*":
        return Element(frozenset())
    negated = item.startswith("!")
    words: set[str] = set()
    forms: list[str] = []
    for option in item.removeprefix("!").split("|"):
        if not option.startswith("<"):
            words.add(fold(option))
        elif option[1:-1] in classes:
            words |= classes[option[1:-1]]
        elif option[1:-1] in _FORMS:
            forms.append(option[1:-1])
        else:
            raise ValueError(f"“{notation}” names the class {option}, which does not exist")
    return Element(frozenset(words), tuple(forms), negated)


class PhraseRule(Rule):
    """A rule read from a TOML table; see CONTRIBUTING for the notation."""

    scope = Document

    def __init__(self, name: str, table: Mapping[str, Any], classes: Mapping[str, frozenset[str]], where: str) -> None:
        self.name = name
        self.origin = where
        problem = _problem(table)
        if problem:
            raise BadRule(name, problem, where)
        self.kind: str = table["kind"]
        self.message = table["message"]
        self.description: str = table.get("explain", "")
        self.severity = Severity[table.get("severity", "warning").upper()]
        self.safety = Safety[table.get("safety", "manual").upper()]
        self.where = Where(table.get("where", "anywhere"))
        self.examples = tuple(table["examples"])
        self.example_canon = tuple(table.get("example-canon", ()))
        self.yields_to = tuple(table.get("yields-to", ()))
        self.per: int = table.get("per", 1000)
        self.most: float = table.get("most", 1)
        self.pattern: str = table.get("pattern", "")
        self.replacement: str | None = table.get("replacement")
        try:
            self.phrases = tuple(
                phrase
                for notation in (*table.get("swap", ()), *table.get("avoid", ()), *table.get("limit", ()))
                for phrase in parse_phrase(notation, classes)
            )
            self.unless = tuple(
                phrase for notation in table.get("unless", ()) for phrase in parse_phrase(notation, classes)
            )
            self.forms = tuple(
                tuple(phrase for form in group for phrase in parse_phrase(form, classes))
                for group in table.get("consistent", ())
            )
        except ValueError as error:
            raise BadRule(name, f"cannot be read: {error}.", where) from None

    @property
    def explanation(self) -> str:
        return self.description

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        return PhraseIndex((self,)).check(item, story)


_KEYS = frozenset(
    [
        "kind",
        "message",
        "explain",
        "severity",
        "safety",
        "where",
        "examples",
        "example-canon",
        "yields-to",
        "per",
        "most",
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
        return f"has the unknown key “{min(unknown)}”; a rule has {', '.join(sorted(_KEYS))}."
    kind = table.get("kind")
    if kind not in KINDS:
        return f"has the kind “{kind}”; a rule's kind is one of {', '.join(KINDS)}."
    if not isinstance(table.get("message"), str):
        return "needs a message, one sentence to the writer."
    if not table.get(kind):
        return f"is of kind “{kind}” and needs the key “{kind}”."
    for key in ("examples", "swap", "avoid", "limit", "unless"):
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            return f"needs a list of strings for “{key}”."
    if not table.get("examples"):
        return "needs examples: at least two that it finds and two that it leaves alone."
    for key, allowed in (("severity", Severity.__members__), ("safety", Safety.__members__)):
        if str(table.get(key, next(iter(allowed)))).upper() not in allowed:
            return f"has the {key} “{table[key]}”; it is one of {', '.join(name.lower() for name in allowed)}."
    if table.get("where", "anywhere") not in tuple(Where):
        return f"has the place “{table['where']}”; it is one of {', '.join(Where)}."
    return None


class _Match(NamedTuple):
    start: int  # word indices: the whole phrase, and the fault in it
    stop: int
    first: int
    last: int
    phrase: Phrase


class PhraseIndex:
    """All phrases of many rules under the word that each must contain; cost grows with what occurs, not with the rules."""

    def __init__(self, rules: Iterable[PhraseRule]) -> None:
        self.rules = tuple(rules)
        self._by_word: dict[str, list[tuple[Phrase, PhraseRule]]] = {}
        for rule in self.rules:
            for phrase in (*rule.phrases, *(phrase for group in rule.forms for phrase in group)):
                for word in phrase.elements[phrase.anchor].words:
                    self._by_word.setdefault(word, []).append((phrase, rule))

    def check(self, document: Document, story: Story) -> Iterator[Finding]:
        tokens = document.tokens
        matches: dict[str, list[_Match]] = {}
        for word in self._by_word.keys() & tokens.places.keys():
            for phrase, rule in self._by_word[word]:
                for index in tokens.places[word]:
                    match = _match(phrase, index, document)
                    if match and not _is_excused(rule, match, document):
                        matches.setdefault(rule.name, []).append(match)
        for rule in self.rules:
            if rule.kind == "pattern":
                yield from _pattern_findings(rule, document)
            elif rule.name in matches:
                yield from _REPORTS[rule.kind](rule, matches[rule.name], document)


def _match(phrase: Phrase, index: int, document: Document) -> _Match | None:
    """The phrase with its anchor at word ``index``, or None."""
    tokens = document.tokens
    start = index - phrase.anchor
    stop = start + len(phrase.elements)
    if start < 0 or stop > len(tokens):
        return None
    for at, element in enumerate(phrase.elements, start):
        if not element.accepts(tokens.keys[at], tokens.words[at], document):
            return None
    for at, wanted in enumerate(phrase.gaps, start):
        if not _gap_fits(wanted, tokens.gaps[at], inner=start < at < stop):
            return None
    return _Match(start, stop, start + phrase.first, start + phrase.last, phrase)


def _gap_fits(wanted: str, gap: str, *, inner: bool) -> bool:
    marks = gap.strip()
    if wanted == "":
        # Inside a phrase only white space may stand; at its edges anything but a hyphen, which makes another word.
        return (
            (not marks and len(gap) > 0 and gap.count("\n") < 2)
            if inner
            else not gap.endswith("-") and not gap.startswith("-")
        )
    if wanted == ",":
        return marks == ","
    if wanted == "^":
        return not gap or bool(marks) or "\n\n" in gap
    return not gap or (marks[:1] in _CLAUSE_ENDS and bool(marks)) or "\n\n" in gap


def _is_excused(rule: PhraseRule, match: _Match, document: Document) -> bool:
    for phrase in rule.unless:
        for index in range(match.start, match.stop):
            if document.tokens.keys[index] in phrase.elements[phrase.anchor].words and _match(phrase, index, document):
                return True
    return False


def _swaps(rule: PhraseRule, matches: list[_Match], document: Document) -> Iterator[Finding]:
    for match in _apart(matches):
        span = document.tokens.span(match.first, match.last - 1)
        words = document.tokens.words[match.first : match.last]
        choices = [in_case_of(words, choice) for choice in match.phrase.choices]
        right = choices[0] if choices else ""
        message = rule.message.replace("{wrong}", document.slice(span)).replace("{right}", right)
        safety = rule.safety if len(choices) == 1 else min(rule.safety, Safety.UNSAFE)
        yield rule.found(span, *choices, message=message, safety=safety)


def in_case_of(words: list[str], text: str) -> str:
    """``text`` shouted if all of ``words`` are, capitalised if the first is."""
    if all(map(is_shouted, words)):
        return text.upper()
    return capitalise(text) if is_capitalised(words[0]) and words[0] != "I" else text


def _apart(matches: list[_Match]) -> list[_Match]:
    """In order, one for each place: of several phrases that mark the same words, the longest."""
    best: dict[tuple[int, int], _Match] = {}
    for match in matches:
        place = (match.first, match.last)
        if place not in best or match.stop - match.start > best[place].stop - best[place].start:
            best[place] = match
    return [best[place] for place in sorted(best)]


def _limits(rule: PhraseRule, matches: list[_Match], document: Document) -> Iterator[Finding]:
    places = [document.tokens.span(match.first, match.last - 1) for match in _apart(matches)]
    if len(places) > max(1, rule.most * len(document.tokens) / rule.per):
        message = rule.message.replace("{count}", str(len(places))).replace("{wrong}", document.slice(places[0]))
        yield rule.found(places[0], message=message, also=tuple(places[1:]))


def _consistent(rule: PhraseRule, matches: list[_Match], document: Document) -> Iterator[Finding]:
    for group in rule.forms:
        counts = {phrase: [match for match in _apart(matches) if match.phrase is phrase] for phrase in group}
        ranked = sorted(group, key=lambda phrase: -len(counts[phrase]))
        if len(ranked) < 2 or len(counts[ranked[0]]) <= len(counts[ranked[1]]):
            continue
        winner = " ".join(min(element.words) for element in ranked[0].elements)
        for phrase in ranked[1:]:
            if counts[phrase]:
                yield _minority(rule, counts[phrase], winner, len(counts[ranked[0]]), document)


def _minority(rule: PhraseRule, matches: list[_Match], winner: str, count: int, document: Document) -> Finding:
    """One finding for all places of a rarer form, with one fix that changes them all."""
    spans = [document.tokens.span(match.first, match.last - 1) for match in matches]
    edits = tuple(
        Edit(span, in_case_of(document.tokens.words[match.first : match.last], winner))
        for span, match in zip(spans, matches, strict=True)
    )
    message = rule.message.replace("{wrong}", document.slice(spans[0])).replace("{right}", winner)
    message = message.replace("{count}", str(count)).replace("{here}", str(len(spans)))
    fix = Fix(edits, rule.safety, f"Write “{winner}” everywhere.")
    return rule.found(spans[0], message=message, fixes=(fix,), also=tuple(spans[1:]))


_REPORTS = {"swap": _swaps, "avoid": _swaps, "consistent": _consistent, "limit": _limits}
_TIMEOUT = 0.5  # seconds for one sentence; a pattern that needs more would need for ever


def _pattern_findings(rule: PhraseRule, document: Document) -> Iterator[Finding]:
    import regex  # has a timeout, which `re` lacks

    try:
        pattern = regex.compile(rule.pattern)
        for sentence in document.sentences:
            for found in pattern.finditer(document.slice(sentence.span), timeout=_TIMEOUT):
                group = "wrong" if "wrong" in pattern.groupindex else 0
                start, end = found.span(group)
                span = Span(sentence.span.start + start, sentence.span.start + end)
                right = () if rule.replacement is None else (found.expandf(rule.replacement),)
                message = rule.message.replace("{wrong}", document.slice(span)).replace("{right}", "".join(right))
                if end > start:
                    yield rule.found(span, *right, message=message)
    except regex.error as error:
        raise BadRule(rule.name, f"has a pattern that cannot be read: {error}.", rule.origin) from None
    except TimeoutError:
        raise BadRule(
            rule.name, "has a pattern that takes too long on a sentence. Make it simpler.", rule.origin
        ) from None
    except (KeyError, IndexError, ValueError) as error:
        raise BadRule(rule.name, f"has a replacement that names no group: {error}.", rule.origin) from None


def read_rules(
    path: str, folder: str, tables: Mapping[str, Any], classes: Mapping[str, frozenset[str]]
) -> list[PhraseRule]:
    """The rules of one parsed file: table ``[could-of]`` of folder ``eggcorns`` is ``eggcorns/could-of``."""
    rules = []
    own = dict(classes)
    for name, words in tables.get("classes", {}).items():
        own[name] = frozenset(map(fold, words.split() if isinstance(words, str) else words))
    for name, table in tables.items():
        if name == "classes":
            continue
        if not isinstance(table, dict):
            raise BadRule(f"{folder}/{name}", "is no table; write it as [name] with its keys below.", path)
        rules.append(PhraseRule(f"{folder}/{name}", table, own, path))
    return rules
