"""Who speaks, as far as a paragraph tells it: by a tag, or by whoever acts beside the speech."""

import re
from collections.abc import Container, Iterable

from fanlint.model import Span
from fanlint.text.quotes import Quote
from fanlint.text.verbs import is_speech_verb

# Code points before a speech that are looked at; bounded, so that a paragraph of many speeches stays cheap.
REACH = 120
_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
# Compiled when a speaker is first asked for (`re` keeps them), which in most drafts is never.
_AFTER = rf"\s*(?P<a>{_WORD})(?:\s+(?P<b>{_WORD}))?(?:\s+(?P<c>{_WORD}))?"
_BEFORE = rf"(?P<subject>{_WORD})\s+(?:(?P<between>{_WORD})\s+)?(?P<verb>{_WORD})[^\"“”.!?]{{0,30}},\s*$"
_ACTOR = rf"(?P<name>{_WORD})\s+(?P<verb>[^\W\d_]+)"


def speaker_of(text: str, block: Span, quotes: Iterable[Quote], names: Container[str]) -> str | None:
    """The name that the paragraph's first tag gives its speeches; None for a pronoun or where no tag stands."""
    for quote in quotes:
        found = re.compile(_AFTER).match(text, quote.end, block.end)
        if found and quote.closed:
            first, second, third = found["a"], found["b"] or "", found["c"] or ""
            if first in names and is_speech_verb(second):
                return first
            if first in names and second in names and is_speech_verb(third):
                return f"{first} {second}"
            if is_speech_verb(first) and second in names:
                return second
        start = max(block.start, quote.start - REACH)
        before = None
        if text[start : quote.start].rstrip().endswith(","):
            before = re.compile(_BEFORE).search(text, start, quote.start)
        if before and before["subject"] in names and is_speech_verb(before["verb"]):
            return before["subject"]
    return _first_actor(text, block, quotes, names)


def _first_actor(text: str, block: Span, quotes: Iterable[Quote], names: Container[str]) -> str | None:
    """Who acts right beside a speech of the paragraph: “No.” Lee stepped back."""
    for start in dict.fromkeys(place for quote in quotes for place in (quote.end, block.start)):
        found = re.compile(_ACTOR).match(text, start + (1 if text[start : start + 1] == " " else 0), block.end)
        if found and found["name"] in names and found["verb"].endswith(("ed", "s")):
            return found["name"]
    return None
