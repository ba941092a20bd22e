"""A hyphenated word that the story usually writes without its hyphen, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.majority import MOST, in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.case import match_case
from fanlint.text.document import Document

_HYPHEN = "-"
# With these prefixes, a hyphen can make a different word (re-cover, co-op, un-ionised) or a drawl (a-way).
_PREFIXES = frozenset("re co un pre de a i".split())
_LETTERS = frozenset("etx")  # Single letters that begin compounds: e-mail, t-shirt, x-ray.


class Hyphens(Rule):
    """Finds a word with a hyphen that your story usually writes without one, or the reverse.

    “Good-bye” and “goodbye”, or “e-mail” and “email”, are mostly both right, but readers notice a change. fanlint
    suggests the form that the story uses far more often. It leaves stutters and drawn-out words alone.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "This story usually writes “{right}” ({count}); here it writes “{wrong}” ({times})."
    examples = (
        "Goodbye, then. Goodbye, Mara. No goodbye helps. A goodbye is a goodbye. {Good-bye -> Goodbye}!",
        "Her e-mail came. One more e-mail. That e-mail again. No e-mail. An e-mail is an {email -> e-mail}.",
        "Goodbye, Mara. Good-bye!",
        "He had to recover. To recover is to live. They recover. We recover. I recover. They re-cover the seat.",
        "Seven away. Eight away. Far away. Go away. Away with it. “A-way,” he said, and “a-way-way.”",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        hyphenated = _hyphenated(item)
        reported = 0
        for first, second in hyphenated:
            solid = item.tokens.places.get(first + second)
            if solid is None or reported == MOST:
                continue
            whole = f"{first}-{second}"
            counts = {whole: len(hyphenated[first, second]), first + second: len(solid)}
            usual = usual_way(counts)
            if usual is None or not _is_compound(first, second, story):
                continue
            indices = solid if usual == whole else hyphenated[first, second]
            more = 0 if usual == whole else 1
            spans = [item.tokens.span(index, index + more) for index in indices]
            edits = [
                Edit(span, match_case(item.tokens.words[index], usual))
                for index, span in zip(indices, spans, strict=True)
                if in_story(item, span.start)
            ]
            if edits:
                reported += 1
                message = self.message.replace("{right}", usual).replace("{count}", times(counts[usual]))
                message = message.replace("{wrong}", item.slice(edits[0].span)).replace("{times}", times(len(edits)))
                yield told_together(self, edits, message, f"Write “{usual}” everywhere.")


def _is_compound(first: str, second: str, story: Story) -> bool:
    """Whether both parts are words or the first is a letter (e-mail); otherwise it may be a drawn-out word (m-eat)."""
    return (first in _LETTERS or story.lexicon.is_common(first)) and story.knows(second)


def _hyphenated(document: Document) -> dict[tuple[str, str], list[int]]:
    """Hyphenated words with two parts, each with the token indices of its first part."""
    tokens = document.tokens
    gaps, keys, places = tokens.gaps, tokens.keys, tokens.places
    found: dict[tuple[str, str], list[int]] = {}
    for index in tokens.gap_places.get(_HYPHEN, ()):
        if index in (0, len(keys)):
            continue
        first, second = keys[index - 1], keys[index]
        alone = _HYPHEN not in (gaps[index - 1][-1:], gaps[index + 1][:1])
        stutter = second.startswith(first[:1])
        if first + second in places and alone and not stutter and first not in _PREFIXES:
            found.setdefault((first, second), []).append(index - 1)
    return found
