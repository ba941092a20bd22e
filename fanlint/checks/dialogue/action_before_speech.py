"""A comma, or no mark at all, between an action and the speech after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import PRONOUNS, Speech
from fanlint.text.verbs import ACTIONS, EITHER_VERBS, SPEECH_LEAD_INS, is_phrasal

# The clause before the speech: its subject, its verb, and the comma at its end, if there is one.
_CLAUSE = re.compile(
    r"(?:^|[.!?…][\"”’']? )(?P<who>[^\W\d_]+(?:['’-][^\W\d_]+)*)(?: (?:just|only|[^\W\d_]+ly))? (?P<verb>[^\W\d_]+)"
    r"(?P<rest>(?:['’]s|[^.!?,…;:\"“”—])*)(?P<mark>,?) ?$"
)
# Facial expressions. After a comma many writers use them as dialogue tags, so they count as actions only without one.
_EXPRESSIONS = frozenset(
    "smiled smiles grinned grins frowned frowns scowled scowls smirked smirks pouted pouts winced winces beamed beams "
    "blushed blushes flinched flinches".split()
)
# Maximum number of words between the verb and the speech. Longer clauses are too often misread. Set by hand.
_MAX_WORDS = 10
_MIN_SPOKEN = 2  # Minimum number of words in the speech. A single word may only be quoted. Set by hand.
# After one of these words the clause is unfinished, or it introduces a quotation.
_UNFINISHED = frozenset(
    "the a an his her their my your of to at with and or as that saying words word sign marked labelled labeled titled "
    "named called".split()
)
_ENDS = (".", "!", "?", "…", "—", ",")


class ActionBeforeSpeech(Rule):
    """Finds a comma, or no mark at all, between an action and the speech after it.

    A comma leads into speech only after a verb of speaking: He shouted, “I'm leaving.” An action is a sentence of its
    own and ends with a full stop: He slammed the door. “I'm leaving.” fanlint leaves the sentence alone if it contains
    a verb of speaking, or a word that introduces a quotation, such as “marked”.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "Put a full stop before the speech; “{verb}” is an action, not a way of speaking."
    examples = (
        'He slammed the door{, -> .} "I\'m leaving now."',
        'Nobody stirred. She rolled her {eyes -> eyes.} "Not again."',
        "Marten shrugged{, -> .} “I never knew that.” Nobody believed Marten.",
        'He slammed the door. "I\'m leaving."',
        'He turned and said, "I\'m leaving."',
        'She turned to him, asking, "Are you leaving?"',
        'He opened the door marked "Way Out."',
        'She looked at "The Scream."',
        '"I will," he smiled, "Come in."',
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text = story.document.text
        said = text[item.inner.start : item.inner.end]
        whole = said[:1].isupper() and said.rstrip().endswith(_ENDS) and len(said.split()) >= _MIN_SPOKEN
        if not (item.opened and item.closed and item.certain and whole) or text[item.span.start - 1] != " ":
            return
        start = max(item.block.span.start, item.span.start - 120)
        found = _CLAUSE.search(text[start : item.span.start])
        if found is None or (start > item.block.span.start and found.start() == 0):
            return
        verb, mark = found["verb"], found["mark"]
        rest = found["rest"].lower().split()
        if verb not in ACTIONS and not (verb in _EXPRESSIONS and not mark):
            return
        if not _is_person(found["who"], story) or len(rest) > _MAX_WORDS or _leads_in(verb, rest, bool(mark)):
            return
        end = start + found.end("rest") - (0 if mark else len(found["rest"]) - len(found["rest"].rstrip()))
        if mark:
            yield self.found(Span(end, end + 1), ".", verb=verb)
        else:
            word = text[start:end].split()[-1]
            yield self.found(Span(end - len(word), end), word + ".", verb=verb)


def _is_person(who: str, story: Story) -> bool:
    """Whether a word is a person: a pronoun, or a name from the story."""
    if who.lower() in PRONOUNS:
        return True
    return who[0].isupper() and (who in story.document.vocabulary.names or story.canon.knows(who))


def _leads_in(verb: str, rest: list[str], marked: bool) -> bool:
    """Whether the clause contains a verb of speaking after all, or introduces a quotation."""
    words = [word.strip("'’") for word in rest]
    speaks = any(word in SPEECH_LEAD_INS or word in EITHER_VERBS or word.endswith("ing") for word in words)
    phrasal = any(is_phrasal(one, two) for one, two in zip([verb, *words], words, strict=False))
    second = marked and len(words) > 1 and words[-2] in ("and", "to")  # She sat down and read, “…”
    return speaks or phrasal or second or (not marked and bool(words) and words[-1] in _UNFINISHED)
