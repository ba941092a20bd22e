"""Tells the author's own words from the story: by how they begin, by what they speak of, and by where they stand."""

import re
from collections.abc import Iterable

from fanlint.model import Span
from fanlint.text.block_kinds import BlockKind

# The large patterns here are compiled when a draft has one of their words, which most pages have not.
_FIRST = re.compile(r"[^\w\"“”‘']*([^\W\d_]+)")
_STARTERS = frozenset(
    "additional author authors beta betad betaed chapter chapters content cw disclaimer disclaimers end fandom fandoms "
    "note notes pairing pairings please pls plz r relationship relationships see song summary tags trigger tw word "
    "wordcount words".split()
)
# Nobody begins a paragraph of a story so. What is said aloud stands in quotation marks.
_ANYWHERE = (
    # “AN” only in capitals: “An—an accident!” is speech.
    r"[^\w\"“”‘']*(?:a[/.]n\b|(?-i:AN)\b(?:\s*[:;\-–—(]|\W*$)|an:"
    r"|author'?s?'?[ ’']*s? notes?\b(?=\s*[:;.!~*)\]\-–—]|\W*$)"
    r"|disclaimers?\b(?:\s*[:;.\-–—]|\W*$)"
    r"|(?:pairings?|beta(?:['’]?e?d)?(?: by)?|fandoms?|(?:additional )?tags|relationships?|end notes?"
    r"|(?:words|chapters|word ?count)(?=:\s*\d)|(?-i:[TC]W))\s*:"
    r"|(?:trigger|content) warnings?\s*[:\-–—]|(?:chapter |end )notes?\W*$|(?:chapter )?summary\W*$"
    r"|song for (?:this|the) chapter\b"
    r"|see the end of the (?:chapter|work) for"
    r"|(?:please|pls|plz) r ?(?:&|and|n) ?r\b|r ?& ?r\b.{0,12}$|(?:please|pls|plz) (?:read and )?review\W*$"
    r"|i (?:do not|don['’]?t) own [^.!?\n]{0,40}\b(?:characters|anime|manga|series|franchise|fandom)\b)"
)
# The rest is told where the story begins or ends, since in its middle a character may have written it.
_FIRST_WORDS = frozenset(
    "additional all aotd archive author authors beta by category chapter characters completed cover credits date "
    "dedicated dedication edit edited end enjoy for genre genres gift i inspired inspiration language last length main "
    "music none not note notes playlist previously prompt prompted published qotd rated rating recap request requested "
    "review series setting ship ships song source special spoiler spoilers standard stats status story summary "
    "timeline title universe please pls plz unbeta unbetad unbetaed unedited updated vote warning warnings word work "
    "written".split()
)
_AT_THE_EDGE = (
    r"[^\w\"“”‘']*(?:(?:archive warnings?|work title|chapter title|cover(?: by)?|story|main ships?"
    r"|aotd|authors?|by|category|characters?|completed|credits|date|dedication|edit(?:ed)?|genres?|inspiration|language"
    r"|length|music|notes?|playlist|prompt|published|qotd|rat(?:ed|ing)|recap|requested by|series|setting|ships?"
    r"|songs?|source|spoilers?|stats|status|summary|timeline|title|universe|updated|warnings?|written for)"
    r"\s*(?:\([^)\n]*\)\s*)?[:–—=-](?!\w)|(?:notes|summary|warnings)\W*$|rated (?-i:[TMKGER]|PG|NC)\b"
    r"|by (?-i:[@A-Z])\w*\W*$"
    r"|authors? notes? (?:for|hey|hi|so|ok|sorry|i)\b"
    r"|not edited|unedited|unbeta|enjoy\W*$|story (?:start|time|begins)\W*$|special thanks"
    r"|(?:inspired|requested|prompted|dedicated|cover|gift)(?: by| for| to)\b[^.!?\n]{0,60}\W*$"
    r"|title (?:is )?(?:taken )?from\b|for (?:the lovely|my lovely|anon\b|@)"
    r"|(?:previously|last time) (?:on|in)\b[^.!?\n]{0,50}\W*$|standard disclaimers?|review(?:s|ing)?\W*$|vote\b.{0,30}$"
    r"|(?:please|pls|plz) review\s*[!.]"
    r"|i (?:do not|don['’]?t|still don['’]?t|only) own (?:(?-i:[A-Z])|any ?thing|any of|it\b|them\b)"
    r"|i own nothing(?! but)"
    r"|(?:all|none)\b[^.!?\n]{0,40}\b(?:rights|characters|credits?)\b[^.!?\n]{0,30}"
    r"\b(?:go|goes|belongs?|reserved|mine|me|property)\b)"
)
# What authors speak of outside their story, each with how strongly it tells; looked for where one of the words stands.
_SUBJECTS = frozenset(
    "au beta beta'd betaed canon chapter chapters cliche comment comments concrit critique disclaimer drabble drabbles "
    "enjoy enjoyed fandom fandoms fanfic fanfics fanfiction favorited favourited fic fics ficlet flames free further "
    "hiatus hope kudos ooc one oneshot own pairing pairings please pls plz read reader readers reading review reviewed "
    "reviewer reviewers reviews story thank thanks thx tumblr twitter unbeta unbetaed update updated updates vote "
    "votes wattpad cuz ilysm lol luv omg thnx tysm xoxo belong belongs typos mistakes sue".split()
)
_CUES = (
    (r"\b(?:r ?& ?r|read and review|please review|reviews?|reviewers?|flames?|critique|concrit|kudos)\b", 2),
    (
        r"\b(?:one-?shots?|fan-?fic(?:tion)?s?|fics?|ficlets?|drabbles?|pairings?|fandoms?|ooc|au|canon|beta'?d|cliche)\b",
        2,
    ),
    (
        r"\b(?:i (?:do not|don['’]?t) own (?:(?-i:[A-Z])|any|it\b|them\b)"
        r"|(?:belongs? to (?:kishimoto|rowling|jkr?)|disclaimer|do(?:n['’]?t| not) sue)\b)",
        3,
    ),
    (
        r"\b(?:(?:next|this|last) chapter|this story|update[ds]?|hiatus|feel free|hope you (?:like|enjoy)(?:ed)?"
        r"|enjoy)\b",
        1,
    ),
    (r"\b(?:comments?|readers?|thanks for reading|thank you (?:all|everyone|guys))\b", 1),
    (
        r"\bthank(?:s| you)\b[^.!?\n]{0,30}\b(?:reviews?|reviewing|reading|kudos|comments|favou?rit|follow)"
        r"|\b(?:hope|hoping) (?:you|u|ya|y'?all)\b[^.!?\n]{0,20}\benjoy"
        r"|\bon with the (?:story|show|fic|chapter)\b|\bhere(?:['’]?s| is) (?:the (?:next|new) )?chapter\b"
        r"|\b(?:vote|comment|review)s?(?: and|,) (?:vote|comment|review|kudo|follow)",
        3,
    ),
    (
        r"\bmy (?:very )?(?:first|second|third|new|latest)\b[^.!?\n]{0,20}"
        r"\b(?:story|chapter|book|fan-?fic|fic|one-?shot)"
        r"|\b(?:find|follow|yell at|message) me\b[^.!?\n]{0,10}\bon\b|\bwithout further ado\b"
        r"|\b(?:next|new) (?:update|chapter) (?:is|on|soon|will|should|comes?)\b|\bunbeta"
        r"|\bsorry (?:for|about)\b[^.!?\n]{0,20}\b(?:typos|mistakes|wait|update)",
        2,
    ),
    (r"<3|\b(?:lol|pl[sz]|thn?x|tysm|ilysm|cuz|luv|omg|xoxo)\b", 1),
)
_ASIDE_SIGNS = ("A/N", "a/n", "(AN", "[AN", "(an:", "[an:", "uthor's note", "uthor’s note")
_ASIDE = r"[(\[](?:a/n|(?-i:AN)\s*[:;\-–—]|an:|author['’]s note)[^()\[\]]{0,500}[)\]]"
_LABEL = r"[\W_]*(?:(?:chapter|end|author['’]?s?) )?(?:a/n|an|notes?|summary|disclaimers?|warnings?)[\W_]*$"
_MOST_AT_ONCE = 8  # paragraphs of a note that a wide gap or a scene break parts from the story
_SIGNATURE = 40  # code points of a line such as “Ja ne, Kitty”
_MOST_SIGNED = 3
_SAID = ('"', "“", "„", "«", "‘", "—")


def begins_note(text: str, span: Span) -> bool:
    """Whether a paragraph begins as only an author's note does, wherever it stands."""
    first = _FIRST.match(text, *span)
    if first is None:
        return False
    word = first[1].lower()
    if word in ("a", "an"):
        telling = first[1] == "AN" or text[first.end() : first.end() + 1] in ("/", ".", ":")
    elif word == "i":
        telling = " own " in text[span.start : span.start + 20]
    else:
        telling = word in _STARTERS
    return telling and re.compile(_ANYWHERE, re.I).match(text, *span) is not None


def asides_of(text: str) -> tuple[Span, ...]:
    """The author's remarks in brackets, in order, whether in the middle of a paragraph or on their own."""
    if not any(sign in text for sign in _ASIDE_SIGNS):
        return ()
    return tuple(Span(*found.span()) for found in re.compile(_ASIDE, re.I).finditer(text))


def mark_notes(text: str, spans: list[Span], kinds: list[BlockKind]) -> None:
    """Mark the author's words among the paragraphs: at head and foot of the text and of each chapter, and what goes on
    from a note."""
    _mark_openings(text, spans, kinds)
    _mark_closings(text, spans, kinds)
    _mark_parted(text, spans, kinds)


def _mark_openings(text: str, spans: list[Span], kinds: list[BlockKind]) -> None:
    """Mark notes from the beginning of a text or chapter on, and those that go on from another."""
    at_edge, noted = True, None
    for index, (span, kind) in enumerate(zip(spans, kinds, strict=True)):
        if kind is BlockKind.PARAGRAPH:
            goes_on = noted is not None and (_is_label(text, noted) or _weight(text, [span]) >= 2)
            after_break = index > 0 and kinds[index - 1] is BlockKind.BREAK and _weight(text, [span]) >= 3
            if goes_on or after_break or (at_edge and _is_for_readers(text, span)):
                kinds[index] = kind = BlockKind.NOTE
        noted = span if kind is BlockKind.NOTE else None
        at_edge = kind in (BlockKind.NOTE, BlockKind.HEADING) or (at_edge and kind is BlockKind.BREAK)


def _mark_closings(text: str, spans: list[Span], kinds: list[BlockKind]) -> None:
    """Mark notes from the end of a text or chapter back, with the author's name below them."""
    at_edge = True
    signed: list[int] = []
    for index in reversed(range(len(spans))):
        kind, span = kinds[index], spans[index]
        if kind is BlockKind.PARAGRAPH and at_edge:
            if _is_for_readers(text, span):
                kind = BlockKind.NOTE
            elif len(signed) < _MOST_SIGNED and _is_signature(text, span):
                signed.append(index)
                continue
        if kind is BlockKind.NOTE and at_edge:
            for place in (index, *signed):
                kinds[place] = kind
        at_edge = kind is BlockKind.HEADING or (at_edge and kind in (BlockKind.NOTE, BlockKind.BREAK))
        signed = []


def _mark_parted(text: str, spans: list[Span], kinds: list[BlockKind]) -> None:
    """Mark the author's words at the head and foot, which a wide gap or a scene break parts from the story."""
    parted = [
        index
        for index in range(1, len(spans))
        if text.count("\n", spans[index - 1].end, spans[index].start) >= 3
        or BlockKind.BREAK in kinds[index - 1 : index + 1]
    ]
    if not parted:
        return
    head, foot = range(parted[0]), range(parted[-1], len(spans))
    for zone in (head, foot):
        paragraphs = [index for index in zone if kinds[index] is BlockKind.PARAGRAPH]
        headed = any(kinds[index] is BlockKind.HEADING for index in zone)
        if (
            headed
            or len(paragraphs) > _MOST_AT_ONCE
            or any(text.startswith(_SAID, spans[at].start) for at in paragraphs)
        ):
            continue
        telling = [index for index in paragraphs if _weight(text, [spans[index]])]
        if _weight(text, [spans[index] for index in telling]) >= 2:
            for index in paragraphs:
                if index <= telling[-1] if zone is head else index >= telling[0]:
                    kinds[index] = BlockKind.NOTE


def _is_label(text: str, span: Span) -> bool:
    """Whether a note is but its heading, so that what follows is the note."""
    return span.end - span.start <= _SIGNATURE and re.compile(_LABEL, re.I).match(text, *span) is not None


def _is_for_readers(text: str, span: Span) -> bool:
    """Whether a paragraph at an edge of the story is the author's, by its first word or by what it speaks of."""
    piece = text[span.start : span.end]
    if piece.startswith(_SAID) or piece.isupper():
        return False
    first = re.search(r"[^\W\d_]+", piece)
    if first and first[0].lower() in _FIRST_WORDS and re.compile(_AT_THE_EDGE, re.I).match(piece):
        return True
    return _weight(text, [span]) >= 3


def _is_signature(text: str, span: Span) -> bool:
    """Whether a line may be the name, or the goodbye, below a note."""
    piece = text[span.start : span.end]
    return len(piece) <= _SIGNATURE and piece[-1] not in ".?\"”'’" and not piece.startswith(_SAID)


def _words(piece: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", piece.lower())


def _weight(text: str, spans: Iterable[Span]) -> int:
    """How strongly paragraphs speak of what is outside the story."""
    telling = [span for span in spans if not _SUBJECTS.isdisjoint(_words(text[span.start : span.end]))]
    cues = [(re.compile(cue, re.I), points) for cue, points in _CUES] if telling else []
    return sum(points for span in telling for cue, points in cues if cue.search(text, *span))
