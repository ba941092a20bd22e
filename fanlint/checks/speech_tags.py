"""Tells a dialogue tag (“Marten said.”) from a sentence that only starts like one (“Marten said nothing.”)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from fanlint.model import Span
from fanlint.text.dialogue import PRONOUNS
from fanlint.text.verbs import SPEECH_VERBS

if TYPE_CHECKING:
    from fanlint.story import Story

# Verbs of speaking that may also be the verb of a new sentence after speech: Lee called the dog.
MAY_ACT = frozenset(
    "called calls continued continues lied lies ordered orders pressed presses swore swears screamed screams shrieked "
    "shrieks wailed wails sobbed sobs".split()
)
# Verbs of speaking that are hardly ever anything but a tag after speech.
ONLY_TAGS = SPEECH_VERBS - MAY_ACT
# What may follow the verb of a complete tag. A comma right before more speech does not count, because the words then
# introduce that speech and are not the tag of the speech before them.
TAG_ENDS = re.compile(
    r"\s*(?:\.|,(?!\s*[\"“‘'])|\w+ly\b(?!\s*[:,]\s*[\"“‘'])|(?:to )?(?:him|her|them|me|us|it|[A-Z][^\W\d_]+)[.,]"
    r"|as (?!little|much|well|though|if)|while |with a )"
)

# These patterns are compiled on use, because few drafts need them; `re` keeps them in its cache.
_NOUN_TAG = r" (?P<first>[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Mm]y|[Tt]heir)(?P<words>(?: [^\W\d_]+){2,4})"
_WORDS = r"[^\W\d_]+"
_NOT_IN_SPEAKER = PRONOUNS | frozenset("that which who whom and or but had has was were to".split())


class NounTag(NamedTuple):
    """A tag such as “the old guard said”: the span of its first word, its speaker, and whether it is complete."""

    first: Span
    speaker: tuple[str, ...]
    is_whole: bool


def noun_tag(text: str, start: int, end: int) -> NounTag | None:
    """The tag at ``start``, right after speech, if its speaker is a common noun; None otherwise."""
    found = re.compile(_NOUN_TAG).match(text, start, end)
    if found is None:
        return None
    words = list(re.compile(_WORDS).finditer(text, *found.span("words")))
    at = next((at for at, word in enumerate(words) if word[0] in ONLY_TAGS), 0)
    speaker = tuple(word[0].lower() for word in words[:at])
    if not speaker or _NOT_IN_SPEAKER.intersection(speaker):
        return None
    is_whole = TAG_ENDS.match(text[words[at].end() : min(end, words[at].end() + 24)]) is not None
    return NounTag(Span(*found.span("first")), speaker, is_whole)


_AUXILIARIES = "am|are|is|do|does|did|can|could|will|would|have|has|were|was|shall|should"
# A question that starts with a question word or an auxiliary verb. Compiled on use.
_QUESTION = (
    rf"(?:[^\W\d_]+, )?(?i:(?:(?:and|but|then|now|well|wait|hey|so(?=,| wh| how))[, ]+)*"
    rf"(?:(?:what|why|who|where|when|how)(?: else| on earth| the [a-z]+)? (?:{_AUXILIARIES})(?:n['’]t)?|"
    rf"(?:what|who|where|why|how)['’](?:s|re)|"
    rf"(?:{_AUXILIARIES})(?:n['’]t)? (?:you|he|she|we|they|i|it|this|that|there))\b)"
)
_LAST_SENTENCE = r".*[.!?…] +"


def asks(said: str) -> bool:
    """Whether the last sentence of the speech is worded as a question, whatever mark it has."""
    last = re.compile(_LAST_SENTENCE, re.S).sub("", said.rstrip(" .,!?…"))
    return re.compile(_QUESTION).match(last) is not None


def is_name(word: str, story: Story) -> bool:
    """Whether a capitalised word can only be a name, in this story or in general."""
    if word in story.document.vocabulary.names or story.canon.knows(word) or story.lexicon.is_proper(word):
        return True
    return word[0].isupper() and not story.lexicon.accepts(word.lower())
