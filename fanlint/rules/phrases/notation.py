"""The notation of phrases: words, choices and classes, with one pair of braces around what is wrong."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from fanlint.language.en.parts_of_speech import KINDS, words_of
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
    """Elements in order; ``gaps[i]`` says what must stand before element i ("" a space, "^" a clause's start, "^^" a
    sentence's, "," a comma, "." a clause's end), one more for after the last. Words ``first`` to ``last`` (exclusive)
    are the mistake."""

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
    if form in KINDS:
        return key in words_of(form)
    return len(key) > len(form) + 2 and key.endswith(form)  # <ing>, <ed>, <ly>


_FORMS = frozenset({"name", "capital", "ing", "ed", "ly", *KINDS})


def parse_phrase(notation: str, classes: Mapping[str, frozenset[str]]) -> tuple[Phrase, ...]:
    """Read ``<have> {broke|went -> broken|gone}``: one phrase for each word that is to become another.

    ``a|b`` is a choice, ``*`` any word, ``<class>`` a class of words, ``!`` none of these, ``^`` and ``.`` start and
    end of a clause, ``^^`` the start of a sentence, ``,`` a comma; ``to|for|.`` as the last item is one of the words or
    the end. As many words right of the arrow as left of it go pairwise; else each word on the right is a suggestion,
    best first. Raises ValueError with what is wrong.
    """
    before, brace, rest = notation.partition("{")
    inside, closed, after = rest.partition("}")
    if bool(brace) != bool(closed) or "{" in after:
        raise ValueError(f"“{notation}” needs one pair of braces")
    if not brace:
        return (_phrase((), _items(before, classes, notation), (), (), notation),)
    wrong, arrow, right = (part.strip() for part in inside.partition("->"))
    choices = tuple(choice.strip() for choice in right.split("|")) if arrow else ()
    wrongs = tuple(word.strip() for word in wrong.split("|"))
    ways: list[tuple[str, tuple[str, ...]]]
    if len(wrongs) == len(choices) and len(choices) > 1:
        ways = [(one, (other,)) for one, other in zip(wrongs, choices, strict=True)]
    elif " " in wrong and len(wrongs) > 1:
        ways = [(one, choices) for one in wrongs]
    else:
        ways = [(wrong, choices)]
    first = _items(before, classes, notation)
    lasts = [_items(one, classes, notation) for one in _or_end(after)]
    return tuple(
        _phrase(first, _items(one, classes, notation), last, right, notation) for one, right in ways for last in lasts
    )


def _or_end(after: str) -> tuple[str, ...]:
    """What may follow the mistake: ``to|for|.`` is one of the words, or the end of the clause."""
    head, _, last = after.rstrip().rpartition(" ")
    words = last.split("|")
    if len(words) < 2 or "." not in words:
        return (after,)
    return f"{head} {'|'.join(word for word in words if word != '.')}", f"{head} ."


_MARKS = frozenset({"^", "^^", ".", ","})
Items = Sequence[Element | str]


def _items(part: str, classes: Mapping[str, frozenset[str]], notation: str) -> Items:
    """The elements of a part of a phrase, with the marks that stand between them."""
    return [item if item in _MARKS else _element(item, classes, notation) for item in part.split()]


def _phrase(before: Items, wrong: Items, after: Items, choices: tuple[str, ...], notation: str) -> Phrase:
    elements: list[Element] = []
    gaps: list[str] = [""]
    bounds = []
    for part in (before, wrong, after):
        bounds.append(len(elements))
        for item in part:
            if isinstance(item, str):
                gaps[-1] = item
                continue
            elements.append(item)
            gaps.append("")
    if bounds[1] == bounds[2] and wrong:
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
        if option in _MARKS:
            raise ValueError(f"“{notation}” has “{option}” among words; use “|.” only at the very end")
        if not option.startswith("<"):
            words.add(fold(option))
        elif option[1:-1] in classes:
            words |= classes[option[1:-1]]
        elif option[1:-1] in _FORMS:
            forms.append(option[1:-1])
        else:
            raise ValueError(f"“{notation}” names the class {option}, which does not exist")
    return Element(frozenset(words), tuple(forms), negated)
