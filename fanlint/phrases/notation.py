"""The notation of phrases: words, choices and classes, with one pair of braces around what is wrong."""

from collections.abc import Mapping
from typing import NamedTuple

from fanlint.text.case import is_capitalised
from fanlint.text.document import Document
from fanlint.text.tokens import fold


class Element(NamedTuple):
    """One word of a phrase: one of ``words``, or of a class by form; ``negated`` turns it round; empty is any word."""

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
    concrete: tuple[int, ...]  # elements that are plain words or classes of them, at least one

    @property
    def anchors(self) -> frozenset[str]:
        """Words one of which a text must have: those of the element with the longest words, which are the rarest."""
        return max((self.elements[index].words for index in self.concrete), key=lambda words: min(map(len, words)))


def _has_form(form: str, key: str, written: str, document: Document) -> bool:
    if form == "name":
        return written in document.vocabulary.names
    if form == "capital":
        return is_capitalised(written)
    return len(key) > len(form) + 2 and key.endswith(form)  # <ing>, <ed>, <ly>


_FORMS = frozenset({"name", "capital", "ing", "ed", "ly"})


def parse_phrase(notation: str, classes: Mapping[str, frozenset[str]]) -> tuple[Phrase, ...]:
    """Read ``<have> {broke|went -> broken|gone}``: one phrase for each word that is to become another.

    ``a|b`` is a choice, ``*`` any word, ``<class>`` a class of words, ``!`` none of these, ``^`` and ``.`` start and
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
    return Phrase(tuple(elements), tuple(gaps), first, last, choices, tuple(concrete))


def _element(item: str, classes: Mapping[str, frozenset[str]], notation: str) -> Element:
    if item == "*":
        return Element(frozenset())
    if item[0] == "<" and item[1:-1] in classes:  # as it is, for it may be long
        return Element(classes[item[1:-1]])
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
