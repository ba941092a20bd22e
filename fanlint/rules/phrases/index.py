"""All phrases of many rules under the words that they must contain; cost grows with what occurs, not with the rules."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from fanlint.errors import BadRule
from fanlint.model import Edit, Finding, Fix, Safety, Span
from fanlint.rules.phrases.match import Match, is_name, match_at
from fanlint.rules.phrases.notation import Phrase
from fanlint.rules.phrases.rule import PhraseRule
from fanlint.text.case import capitalise, is_capitalised, is_shouted
from fanlint.text.document import Document


class PhraseIndex:
    """Finds the phrases of its rules; only rules one of whose words the text has are parsed and looked for."""

    def __init__(self, rules: Iterable[PhraseRule]) -> None:
        self.rules = tuple(rules)
        self._by_word: dict[str, list[PhraseRule]] = {}
        for rule in self.rules:
            for word in rule.anchors:
                self._by_word.setdefault(word, []).append(rule)

    def check(self, document: Document) -> Iterator[Finding]:
        present = self._by_word.keys() & document.tokens.places.keys()
        wanted: dict[str, set[int]] = {}
        for word in present:
            for rule in self._by_word[word]:
                wanted.setdefault(rule.name, set()).update(rule.anchors[word])
        for rule in self.rules:
            if rule.kind == "pattern":
                yield from _pattern_findings(rule, document)
            elif rule.name in wanted:
                yield from _phrase_findings(rule, sorted(wanted[rule.name]), document)


def _phrase_findings(rule: PhraseRule, wanted: list[int], document: Document) -> Iterator[Finding]:
    """What the notations ``wanted`` of one rule find."""
    matches: dict[int, list[Match]] = {}
    for index in wanted:
        found = [match for phrase in rule.phrases(index) for match in _matches(phrase, document)]
        found = [match for match in found if not _is_excused(rule, match, document)]
        if found:
            matches[index] = found
    if matches:
        yield from _REPORTS[rule.kind](rule, matches, document)


def _matches(phrase: Phrase, document: Document) -> Iterator[Match]:
    """Every place of a phrase, looked for at whichever of its words this document has least."""
    places = document.tokens.places
    rarest: list[array[int]] = []
    least, anchor = len(document.tokens) + 1, 0
    for element in phrase.concrete:
        found = [places[word] for word in phrase.elements[element].words if word in places]
        count = sum(map(len, found))
        if count < least:
            rarest, least, anchor = found, count, element
    for indices in rarest:
        for index in _beside_others(phrase, anchor, indices, document.tokens.keys):
            match = match_at(phrase, index - anchor, document)
            if match is not None and not is_name(match, document):
                yield match


def _beside_others(phrase: Phrase, anchor: int, indices: Sequence[int], keys: list[str]) -> Sequence[int]:
    """The places of one word at which the phrase's other plain words stand too; most fall out here, cheaply."""
    after = len(phrase.elements) - anchor
    indices = indices[bisect_left(indices, anchor) : bisect_right(indices, len(keys) - after)]
    for element in phrase.concrete:
        if element != anchor:
            words, away = phrase.elements[element].words, element - anchor
            indices = [index for index in indices if keys[index + away] in words]
    return indices


def _is_excused(rule: PhraseRule, match: Match, document: Document) -> bool:
    for phrase in rule.unless:
        for start in range(max(0, match.start - len(phrase.elements) + 1), match.stop):
            if match_at(phrase, start, document):
                return True
    return False


Found = Mapping[int, list[Match]]  # the matches of a rule by notation


def _swaps(rule: PhraseRule, found: Found, document: Document) -> Iterator[Finding]:
    for match in _apart(found.values()):
        span = document.tokens.span(match.first, match.last - 1)
        words = document.tokens.words[match.first : match.last]
        choices = [in_case_of(words, choice) for choice in match.phrase.choices]
        right = choices[0] if choices else ""
        message = rule.message.replace("{wrong}", document.slice(span)).replace("{right}", right)
        safety = rule.safety if len(choices) == 1 else min(rule.safety, Safety.UNSAFE)
        finding = rule.found(span, *choices, message=message, safety=safety)
        yield finding._replace(span=_around(match, document))


def _around(match: Match, document: Document) -> Span:
    """What is marked: the mistake, and where only a word is missing beside it, the word across the gap."""
    tokens = document.tokens
    first, last = match.first, match.last - 1
    wrong = " ".join(tokens.keys[first : match.last])
    right = match.phrase.choices[0].lower() if match.phrase.choices else ""
    if right.startswith(f"{wrong} ") and last + 1 < len(tokens) and tokens.gaps[last + 1] == " ":
        last += 1
    elif right.endswith(f" {wrong}") and first and tokens.gaps[first] == " ":
        first -= 1
    return tokens.span(first, last)


def in_case_of(words: list[str], text: str) -> str:
    """``text`` shouted if all of ``words`` are, capitalised if the first is."""
    if all(map(is_shouted, words)):
        return text.upper()
    return capitalise(text) if is_capitalised(words[0]) and words[0] != "I" else text


def _apart(found: Iterable[list[Match]]) -> list[Match]:
    """In order, one for each place: of several phrases that mark the same words, the longest."""
    best: dict[tuple[int, int], Match] = {}
    for match in chain(*found):
        place = (match.first, match.last)
        if place not in best or match.stop - match.start > best[place].stop - best[place].start:
            best[place] = match
    return [best[place] for place in sorted(best)]


def _limits(rule: PhraseRule, found: Found, document: Document) -> Iterator[Finding]:
    places = [document.tokens.span(match.first, match.last - 1) for match in _apart(found.values())]
    if len(places) > max(1, rule.most * len(document.tokens) / rule.per):
        message = rule.message.replace("{count}", str(len(places))).replace("{wrong}", document.slice(places[0]))
        yield rule.found(places[0], message=message, also=tuple(places[1:]))


def _consistent(rule: PhraseRule, found: Found, document: Document) -> Iterator[Finding]:
    for group in rule.groups:
        places = {index: _apart([found.get(index, [])]) for index in group}
        usual, *others = sorted(group, key=lambda index: -len(places[index]))
        count, all_places = len(places[usual]), sum(map(len, places.values()))
        # A tie is no finding: nobody can say which form the story prefers.
        if others and count > len(places[others[0]]) and all_places >= rule.least:
            for index in others:
                if 0 < len(places[index]) * rule.odds <= count:
                    yield _minority(rule, places[index], rule.notations[usual], len(places[usual]), document)


def _minority(rule: PhraseRule, matches: list[Match], winner: str, count: int, document: Document) -> Finding:
    """One finding for all places of a rarer form, with one fix that changes them all."""
    spans = [document.tokens.span(match.first, match.last - 1) for match in matches]
    edits = tuple(
        Edit(span, in_case_of(document.tokens.words[match.first : match.last], winner))
        for span, match in zip(spans, matches, strict=True)
    )
    message = rule.message.replace("{wrong}", document.slice(spans[0])).replace("{right}", winner)
    if len(spans) == 1:
        message = message.replace("{here} times", "once")
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
        raise BadRule(rule.name, f"has a replacement with an unknown group: {error}.", rule.origin) from None
