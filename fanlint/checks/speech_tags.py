"""What tells a speech tag (“Marten said.”) from a sentence that only begins like one (“Marten said nothing.”)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from fanlint.model import Span
from fanlint.text.dialogue import PRONOUNS
from fanlint.text.verbs import SPEECH_VERBS

if TYPE_CHECKING:
    from fanlint.story import Story

# Verbs that may as well begin a sentence of their own after a speech: Lee called the dog. She answered the door.
MAY_ACT = frozenset(
    "called calls continued continues lied lies ordered orders pressed presses swore swears screamed screams shrieked "
    "shrieks wailed wails sobbed sobs".split()
)
ONLY_TAGS = SPEECH_VERBS - MAY_ACT
# What shows that the tag is all there is; a comma before another speech leads in to that one instead.
TAG_ENDS = re.compile(
    r"\s*(?:\.|,(?!\s*[\"“‘'])|\w+ly\b(?!\s*[:,]\s*[\"“‘'])|(?:to )?(?:him|her|them|me|us|it|[A-Z][^\W\d_]+)[.,]"
    r"|as (?!little|much|well|though|if)|while |with a )"
)

# Compiled on use (`re` keeps them), which not every draft comes to.
_NOUN_TAG = r" (?P<first>[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Mm]y|[Tt]heir)(?P<words>(?: [^\W\d_]+){2,4})"
_WORDS = r"[^\W\d_]+"
_NO_SPEAKER = PRONOUNS | frozenset("that which who whom and or but had has was were to".split())


class NounTag(NamedTuple):
    """“The old guard said”: where its first word stands, who speaks, and whether the tag is all there is."""

    first: Span
    speaker: tuple[str, ...]
    is_whole: bool


def noun_tag(text: str, start: int, end: int) -> NounTag | None:
    """The tag of a speaker without a name that begins at ``start``, behind the mark that closes a speech."""
    found = re.compile(_NOUN_TAG).match(text, start, end)
    if found is None:
        return None
    words = list(re.compile(_WORDS).finditer(text, *found.span("words")))
    at = next((at for at, word in enumerate(words) if word[0] in ONLY_TAGS), 0)
    speaker = tuple(word[0].lower() for word in words[:at])
    if not speaker or _NO_SPEAKER.intersection(speaker):
        return None
    is_whole = TAG_ENDS.match(text[words[at].end() : min(end, words[at].end() + 24)]) is not None
    return NounTag(Span(*found.span("first")), speaker, is_whole)


_HELPS = "am|are|is|do|does|did|can|could|will|would|have|has|were|was|shall|should"
# Compiled on use: a question that opens with its verb or with what is asked for.
_ASKS = (
    rf"(?:[^\W\d_]+, )?(?i:(?:(?:and|but|then|now|well|wait|hey|so(?=,| wh| how))[, ]+)*"
    rf"(?:(?:what|why|who|where|when|how)(?: else| on earth| the [a-z]+)? (?:{_HELPS})(?:n['’]t)?|"
    rf"(?:what|who|where|why|how)['’](?:s|re)|(?:{_HELPS})(?:n['’]t)? (?:you|he|she|we|they|i|it|this|that|there))\b)"
)
_LAST_SENTENCE = r".*[.!?…] +"


def asks(said: str) -> bool:
    """Whether the last sentence of what is said is a question by the order of its words, whatever mark it has."""
    last = re.compile(_LAST_SENTENCE, re.S).sub("", said.rstrip(" .,!?…"))
    return re.compile(_ASKS).match(last) is not None


def is_name(word: str, story: Story) -> bool:
    """Whether a capitalised word can be nothing but someone's name, here or anywhere."""
    if word in story.document.vocabulary.names or story.canon.knows(word) or story.lexicon.is_proper(word):
        return True
    return word[0].isupper() and not story.lexicon.accepts(word.lower())
