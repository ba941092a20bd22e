"""Finds quotation marks of a paragraph, and which of them open and which close."""

import re
from bisect import bisect_right
from typing import NamedTuple

from fanlint.model import Span
from fanlint.text.verbs import SPEECH_VERBS


class Quote(NamedTuple):
    """What stands between two marks, with them; where one is missing, from or to where it would be."""

    start: int
    end: int
    opened: bool
    closed: bool


# What each opening mark is closed by; a straight mark is told by its neighbours and by counting.
CLOSING = {"“": "”", "”": "”", "„": "“", "«": "»", "»": "«", '"': '"', "‘": "’", "'": "'"}
DOUBLE = re.compile(r"[\"“”„«»]")
# The mark comes first, then what must stand before it: so the scan goes from mark to mark.
_SINGLE_OPEN = re.compile(
    r"(?:‘(?=[^\s\d’])|'(?=[^\W\d_]|…\s?\w|\.{2,}\w))"
    r"(?<![^\s(\[—–,][‘'])(?!(?:em|tis|twas|cause|cos|til|till|bout|round|n)\b)"
)
_SINGLE_CLOSE = re.compile(r"['’](?:(?<=[.,!?…—–-]['’])|(?<=[.,!?…—–-][\"”]['’]))(?=[\s)\]—–]|$)")
# Compiled on use: the same, or a mark whose comma or full stop has slipped outside: ', she said.
_SINGLE_ENDS = (
    r"['’](?:(?:(?<=[.,!?…—–-]['’])|(?<=[.,!?…—–-][\"”]['’]))(?=[\s)\]—–]|$)"
    r"|(?<=\w['’])(?=[,?!]? (?:(?:he|she|they|it|we|I|[A-Z]\w+) (?:said|asked|replied|says)|(?:said|asked) [^\W\d_]+)\b"
    r"|\.?$))"
)
# A few words in marks of their own, which end no sentence: the 'hero' of the play.
_QUOTED_WORD = re.compile(r"(?:'[^'’‘\s]+(?: [^'’‘\s]+){0,3}(?<=\w)'|‘[^'’‘\s]+(?: [^'’‘\s]+){0,3}(?<=\w)’)(?!\w)")
_INCHES = re.compile(r"\d['’]\d{1,2}\"")
_ENDS = ".,!?…—–-~♪☆★♥*"


def prefers_single(text: str) -> bool:
    """British style: speech in single quotation marks, double ones inside."""
    if "‘" not in text and "'" not in text:
        return False
    double = len(DOUBLE.findall(text)) / 2
    if not double and not _SINGLE_CLOSE.search(text):
        return re.compile(_SINGLE_ENDS).search(text) is not None and _SINGLE_OPEN.search(text) is not None
    fewest = min(len(_SINGLE_CLOSE.findall(text)), len(_SINGLE_OPEN.findall(text)))
    return fewest > 2 * double or (fewest >= double and _begins_single(text, fewest < 2 * double))


def _begins_single(text: str, encloses: bool) -> bool:
    """Whether the first quotation mark of a text is a single one; and, if asked, the next a double one within."""
    double, opening = DOUBLE.search(text), _SINGLE_OPEN.search(text)
    if double is None or opening is None or opening.start() > double.start():
        return False
    return not encloses or not _SINGLE_CLOSE.search(text, opening.start() + 1, double.start())


def double_quotes(text: str, span: Span, opening: str) -> list[Quote]:
    """The quotes of one block, in order and apart; what is quoted inside a speech belongs to it.

    A speech that is left open ends where the next one begins, or with the block; one that only closes begins where
    narration can be told to end, or with the block.
    """
    places = [found.start() for found in DOUBLE.finditer(text, span.start, span.end)]
    if not places:
        return []
    if any(text[place - 1].isdigit() for place in places):
        inches = {found.end() - 1 for found in _INCHES.finditer(text, span.start, span.end)}
        places = [place for place in places if place not in inches]
    if len(places) % 2:
        places = [place for place in places if not _is_doubled(text, place, span)]
    out: list[Quote] = []
    outer: int | None = None
    inner: int | None = None
    nested: list[Quote] = []  # closed within ``outer``, and speeches of their own if that never closes
    told = span.start  # what stands before it belongs to no further speech
    for place in places:
        if _opens(text, place, span, outer if inner is None else inner, place == places[-1], opening):
            if outer is None:
                outer, nested = place, []
            elif inner is None:
                inner = place
            else:  # a third one: the first was never closed
                out += _left_open(outer, nested, inner)
                outer, inner, nested = inner, place, []
        elif inner is not None:
            nested.append(Quote(inner, place + 1, True, True))
            inner = None
        elif outer is not None:
            out.append(Quote(outer, place + 1, True, True))
            outer = None
        else:
            start, told = max(told, out[-1].end if out else told), place + 1
            has_slipped = _has_slipped(text, place, places, span)
            lone = [] if has_slipped and _leads_in(text, start, place) else _never_opened(text, start, place, span)
            if has_slipped and not lone:
                outer, nested = place, []
            out += lone
    if outer is not None:
        nested += [Quote(inner, span.end, True, False)] if inner is not None else []
        out += _left_open(outer, nested, span.end)
    return out


def _left_open(outer: int, nested: list[Quote], end: int) -> list[Quote]:
    """A speech without its end, and the quotes after its beginning, up to ``end``."""
    return [Quote(outer, nested[0].start if nested else end, True, False), *nested]


def faces(text: str, place: int, span: Span) -> int:
    """1 where the neighbours say that a mark opens, -1 where they say that it closes, 0 where they do not tell."""
    before = text[place - 1] if place > span.start else " "
    after = text[place + 1] if place + 1 < span.end else " "
    free_before = before.isspace() or before in "([{—–-♪♫"
    free_after = after.isspace() or after in ")]}—–-,.;:!?…♪♫"
    if free_before and not free_after:
        return 1
    if free_after and not free_before:
        return -1
    return 0


def _has_slipped(text: str, place: int, places: list[int], span: Span) -> bool:
    """Whether a mark opens although it stands before the space: He said" Come in." """
    following = bisect_right(places, place)
    is_before = text[place + 1 : place + 2] == " " and text[place + 2 : place + 3].isupper()
    return is_before and (len(places) - following) % 2 == 1 and faces(text, places[following], span) == -1


def _leads_in(text: str, start: int, place: int) -> bool:
    """Whether a verb of speech and a comma stand right before ``place``."""
    found = re.compile(_LEADS_IN).search(text, max(start, place - 40), place)
    return found is not None and found["verb"] in SPEECH_VERBS


def _is_doubled(text: str, place: int, span: Span) -> bool:
    """Whether an opening mark follows another one like it, as a slip of the finger."""
    if text[place] not in '"“' or place == span.start or text[place - 1] != text[place]:
        return False
    free = place - 1 == span.start or text[place - 2].isspace()
    return free and text[place + 1 : place + 2].isalpha()


def is_certain(text: str, quote: Quote, span: Span) -> bool:
    """Whether both marks of a speech are there, and neither faces against what it was taken for."""
    is_whole = quote.opened and quote.closed
    return is_whole and faces(text, quote.start, span) != -1 and faces(text, quote.end - 1, span) != 1


def _opens(text: str, place: int, span: Span, opened: int | None, last: bool, opening: str) -> bool:
    """Whether a mark opens, given the mark that is open before it; what its neighbours do not tell, turns tell."""
    mark, facing = text[place], faces(text, place, span)
    if opened is None:
        # ”Hello,” is turned the wrong way, or Swedish; a lone closing mark has lost its opening one.
        return mark in opening or facing == 1 or (facing == 0 and mark == '"')
    if mark == CLOSING[text[opened]] and mark != '"':
        return False
    if last and mark not in opening:
        return False  # with nothing to close it, it rather closes: "Come here. "He waved.
    if mark in opening:
        return facing == 1 or (facing == 0 and place + 1 < span.end)
    return facing == 1


def single_quotes(text: str, span: Span) -> list[Quote]:
    out: list[Quote] = []
    at = span.start
    ends = re.compile(_SINGLE_ENDS)
    while found := _SINGLE_OPEN.search(text, at, span.end):
        start = found.start()
        if lone := _SINGLE_CLOSE.search(text, at, start):
            out += _never_opened(text, at, lone.start(), span)
        closing = ends.search(text, start + 1, span.end)
        following = _SINGLE_OPEN.search(text, start + 1, closing.start() if closing else span.end)
        if following or closing is None:
            word = _QUOTED_WORD.match(text, start, following.start() if following else span.end)
            closing = word or closing
        if closing is None:
            return [*out, Quote(start, span.end, True, False)]
        out.append(Quote(start, closing.end(), True, True))
        at = closing.end()
    if lone := _SINGLE_CLOSE.search(text, at, span.end):
        out += _never_opened(text, at, lone.start(), span)
    return out


def _never_opened(text: str, start: int, place: int, span: Span) -> list[Quote]:
    """The speech that a lone mark at ``place`` closes, if it ends one; what stands before ``start`` is told already."""
    if faces(text, place, span) != -1:
        return []
    if text[place - 1] not in _ENDS and not re.compile(_TAG_FOLLOWS).match(text, place + 1, span.end):
        return []
    start += len(text[start:place]) - len(text[start:place].lstrip())
    begins = _beginning(text, start, place, start > span.start)
    return [] if begins is None else [Quote(begins, place + 1, False, True)]


# Compiled on use: only where a mark is missing.
_NEXT_SENTENCE = r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)[.!?…] +(?=[^\W\d_a-z])"
_TOLD = (
    r"(?:(?:Mrs?|Ms|Dr)\. )?(?:He|She|They|It|(?:The|His|Her|Their)(?: [^\W\d_]+){1,3}?|[A-Z][^\W\d_]+)"
    r"(?: [^\W\d_]+ly)? (?:[^\W\d_]+ed|was|were|had|took|shook|sat|stood|rose|ran|threw|put|let|held|gave|met|"
    r"kept|felt|leant|bent|got|said|went|came|left|spun|sighs|nods|smiles|looks|turns|shakes)\b"
)
_SPOKEN = r"\b(?:I|you|we|my|your|our|me|us|you're|I'm|we're|I’m|you’re|we’re)\b"
_TAG_FOLLOWS = r" (?:(?:he|she|they|it|we|I|[A-Z]\w+) (?:said|asked|replied|says|asks)|(?:said|asked) [^\W\d_]+)\b"
_LEADS_IN = r"\b(?P<verb>[^\W\d_]+)(?: [^\W\d_]+ly)?,$"
_TAG_COMMA = r"\W*(?P<tag>[^,.!?]{3,50}), "
_LEAD_IN = r"(?<!\bI )(?<!\byou )(?<!\bwe )\b(?P<verb>[^\W\d_]+), (?=[^\W\d_a-z])"


def _beginning(text: str, start: int, place: int, after_speech: bool) -> int | None:
    """Where the speech that ends at ``place`` began: behind the narration at ``start``, as far as that is told."""
    breaks = sentence_starts(text, start, place)
    for begin, end in zip([start, *breaks], breaks, strict=False):
        if not (begin == start and after_speech) and not is_told(text, begin, end):
            return begin
    begin = breaks[-1] if breaks else start
    for found in re.compile(_LEAD_IN).finditer(text, begin, place):
        if found["verb"] in SPEECH_VERBS:
            return found.end()
    if breaks or not after_speech:
        return begin
    tag = re.compile(_TAG_COMMA).match(text, start, place)
    return tag.end() if tag and SPEECH_VERBS.intersection(tag["tag"].split()[:3]) else None


def sentence_starts(text: str, start: int, end: int) -> list[int]:
    """Where sentences begin inside a piece of a paragraph, its first apart."""
    return [found.end() for found in re.compile(_NEXT_SENTENCE).finditer(text, start, end)]


def is_told(text: str, start: int, end: int) -> bool:
    """Whether a sentence is rather the narrator's: somebody did something, and nobody is spoken to."""
    told = re.compile(_TOLD).match(text, start, end) is not None
    return told and re.compile(_SPOKEN).search(text, start, end) is None
