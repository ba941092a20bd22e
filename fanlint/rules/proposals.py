"""What the quick models propose as mistakes of a draft: candidates, of which a judge keeps some.

A model knows only words side by side. What a Story knows besides (names, words of the writer's own, phrases of another
language, text without capitals) is taken out here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from fanlint.model import Candidate, Edit, Level, Span
from fanlint.story import Story
from fanlint.text.case import match_case

if TYPE_CHECKING:
    from fanlint.models.confusions import Doubt
    from fanlint.models.omissions import Thresholds

CONFUSIONS, OMISSIONS, INSERTIONS = "confusions", "omissions", "insertions"
_OFTEN = 5  # uses from which a word may be a term of the draft: a prefect, a hole card
_TERM = 20  # times as often as in other fiction, from which it is one
_CHOICES = 3  # words that are offered for an omission
_CLEAR = 1.5  # logits by which the best of them must fit better than another one, to stand alone


def proposed(story: Story, source: str, level: Level) -> list[Candidate]:
    """The candidates of one source that reach ``level`` or a surer one, in order of place."""
    return _SOURCES[source](story, level)


def _confusions(story: Story, level: Level) -> list[Candidate]:
    """Words in whose place another would be expected."""
    tokens = story.document.tokens
    found = sorted(story.confusions.doubts(tokens, level, story.stream))
    return [_confusion(doubt, story) for doubt in found if not _is_term(doubt, story) and _is_open(doubt.at, story)]


def _confusion(doubt: Doubt, story: Story) -> Candidate:
    from fanlint.language.en.confusion_sets import spelt  # only when there is something to tell

    tokens, direction = story.document.tokens, doubt.direction
    span = tokens.span(doubt.at)
    right = match_case(tokens.words[doubt.at], spelt(direction.intended))
    return Candidate(span, ((Edit(span, right),),), doubt.margin, doubt.level, CONFUSIONS, direction.kind)


def _is_term(doubt: Doubt, story: Story) -> bool:
    """Whether the draft has a word so much oftener than other fiction that it is what the draft is about."""
    tokens = story.document.tokens
    uses = len(tokens.places[doubt.direction.written])
    return uses >= _OFTEN and uses * 1e6 > _TERM * max(doubt.direction.rate, 1) * max(len(tokens), 1000)


def _omissions(story: Story, level: Level) -> list[Candidate]:
    """Gaps in which a small word seems to be missing, each with the words that fit."""
    from fanlint.models.omissions import MISSING

    tokens = story.document.tokens
    candidates: list[Candidate] = []
    for each in story.omissions.missing(tokens, story.stream):
        if not (_is_open(each.at, story) and _is_open(each.at - 1, story)):
            continue
        best = each.words[0][0]
        words = [word for fit, word in each.words[:_CHOICES] if fit > best - _CLEAR]
        left, right = tokens.words[each.at - 1], tokens.words[each.at]
        span = tokens.span(each.at - 1, each.at)
        choices = tuple((Edit(span, f"{left} {word} {right}"),) for word in words)
        candidates += _reaching(each.logit, each.at, MISSING, level, story, span, choices, OMISSIONS)
    return candidates


def _insertions(story: Story, level: Level) -> list[Candidate]:
    """Small words that seem to be one too many; the space before goes with the word."""
    from fanlint.models.omissions import EXTRA

    tokens = story.document.tokens
    # A place below the threshold still counts here: of two side by side (“a the first”) each looks out of place, and
    # the likelier one is.
    found = [each for each in story.omissions.extra(tokens, story.stream) if _is_open(each.at, story)]
    logits = {each.at: each.logit for each in found}
    candidates: list[Candidate] = []
    for each in found:
        if each.logit >= max(logits.get(each.at + side, 0.0) for side in (-1, 1)):
            span = Span(tokens.end(each.at - 1), tokens.end(each.at))
            choices = ((Edit(span, ""),),)
            candidates += _reaching(each.logit, each.at, EXTRA, level, story, span, choices, INSERTIONS)
    return candidates


def _reaching(
    logit: float,
    at: int,
    thresholds: Mapping[Level, Thresholds],
    level: Level,
    story: Story,
    span: Span,
    choices: tuple[tuple[Edit, ...], ...],
    source: str,
) -> Iterable[Candidate]:
    """The candidate at word ``at`` if it reaches ``level`` in its voice: people talk as no novel is written."""
    speech = story.document.speech_at(story.document.tokens.start(at))
    spoken = speech is not None and speech.spoken
    for each, (narration, in_speech) in sorted(thresholds.items()):
        threshold = in_speech if spoken else narration
        if each <= level and logit >= threshold:
            return (Candidate(span, choices, logit - threshold, each, source),)
    return ()


def _is_open(index: int, story: Story) -> bool:
    """Whether a word is no name, not the writer's own, nor in a foreign phrase or a paragraph in lower case."""
    document = story.document
    word = document.tokens.words[index]
    if word in document.vocabulary.names or story.is_own(word) or story.is_foreign(index):
        return False
    block = document.block_at(document.tokens.start(index))
    first = document.tokens.words[document.tokens.at(block.span.start)] if block else word
    return not (first[0].islower() and document.has_capitals)


_SOURCES: dict[str, Callable[[Story, Level], list[Candidate]]] = {
    CONFUSIONS: _confusions,
    OMISSIONS: _omissions,
    INSERTIONS: _insertions,
}
SOURCES = tuple(_SOURCES)
