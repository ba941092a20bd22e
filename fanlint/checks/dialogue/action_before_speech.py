"""A comma, or nothing, between an action and the speech after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Finding, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import PRONOUNS, Speech
from fanlint.text.verbs import ACTIONS, EITHER_VERBS, SPEECH_LEAD_INS, is_phrasal

# One clause from a beginning to the speech: who, what they do, and the mark that is there.
_CLAUSE = re.compile(
    r"(?:^|[.!?…][\"”’']? )(?P<who>[^\W\d_]+(?:['’-][^\W\d_]+)*)(?: (?:just|only|[^\W\d_]+ly))? (?P<verb>[^\W\d_]+)"
    r"(?P<rest>(?:['’]s|[^.!?,…;:\"“”—])*)(?P<mark>,?) ?$"
)
_FACES = frozenset(
    "smiled smiles grinned grins frowned frowns scowled scowls smirked smirks pouted pouts winced winces beamed beams "
    "blushed blushes flinched flinches".split()
)
_LONGEST = 10  # words from the verb to the speech; a longer clause is too seldom told right
_LEAST = 2  # words of the speech; fewer may be a word that is only quoted
# After these the clause has not ended, or leads in to words that are quoted.
_OPEN = frozenset(
    "the a an his her their my your of to at with and or as that saying words word sign marked labelled labeled titled "
    "named called".split()
)
_ENDS = (".", "!", "?", "…", "—", ",")


class ActionBeforeSpeech(Rule):
    """Nobody can slam a speech: an action before it is a sentence of its own, and ends in a full stop.

    He slammed the door. “I'm leaving.” A comma leads in to speech only behind a verb of speech: He shouted, “I'm
    leaving.”
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "“{verb}” is an action, no way of speaking: a full stop stands before the speech."
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
        whole = said[:1].isupper() and said.rstrip().endswith(_ENDS) and len(said.split()) >= _LEAST
        if not (item.opened and item.closed and item.certain and whole) or text[item.span.start - 1] != " ":
            return
        start = max(item.block.span.start, item.span.start - 120)
        found = _CLAUSE.search(text[start : item.span.start])
        if found is None or (start > item.block.span.start and found.start() == 0):
            return
        verb, mark = found["verb"], found["mark"]
        rest = found["rest"].lower().split()
        if verb not in ACTIONS and not (verb in _FACES and not mark):
            return
        if not _acts(found["who"], story) or len(rest) > _LONGEST or _leads_in(verb, rest, bool(mark)):
            return
        end = start + found.end("rest") - (0 if mark else len(found["rest"]) - len(found["rest"].rstrip()))
        message = self.message.replace("{verb}", verb)
        if mark:
            yield self.found(Span(end, end + 1), ".", message=message)
        else:
            word = text[start:end].split()[-1]
            yield self.found(Span(end - len(word), end), word + ".", message=message)


def _acts(who: str, story: Story) -> bool:
    """Whether a word is somebody: a pronoun, or a name of the story."""
    if who.lower() in PRONOUNS:
        return True
    return who[0].isupper() and (who in story.document.vocabulary.names or story.canon.knows(who))


def _leads_in(verb: str, rest: list[str], marked: bool) -> bool:
    """Whether a verb of speech comes before the speech after all, or words that make it something quoted."""
    words = [word.strip("'’") for word in rest]
    speaks = any(word in SPEECH_LEAD_INS or word in EITHER_VERBS or word.endswith("ing") for word in words)
    phrasal = any(is_phrasal(one, two) for one, two in zip([verb, *words], words, strict=False))
    second = marked and len(words) > 1 and words[-2] in ("and", "to")  # she sat down and read, “…”
    return speaks or phrasal or second or (not marked and bool(words) and words[-1] in _OPEN)
