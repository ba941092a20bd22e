"""A capital letter where speech continues a sentence after a dialogue tag."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.model import Edit, Finding, Fix, Safety, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.dialogue import Speech
from fanlint.text.verbs import EITHER_VERBS, SPEECH_VERBS

# A dialogue tag between two halves of speech, with a comma on each side: …,” she said quietly, “…
_TAG = re.compile(r"(?<=,)[\"”’'](?P<tag> [^\"“”\n.!?]{3,70})(?P<comma>,) ?$")
_WORDS = re.compile(r"[^\W\d_]+")
# Common words that are not names and often begin or join a clause.
_COMMON = frozenset(
    "but and or so yet while still if when because though although since unless then that which who what where how why "
    "we you he she it they this these there the a an my your his her our their not no never just even only".split()
)
# In edited fiction, a capital on one of these words after a tag starts a new sentence at least as often as not.
_SUBJECTS = frozenset("you we he she it they there my your his her our their no".split())
# Words that open a dependent clause, which cannot stand alone.
_DEPENDENT = frozenset("if when because though although since unless while before after until as once whether".split())


class CapitalInSecondHalf(Rule):
    """Finds a capital letter where speech continues a sentence after its dialogue tag.

    Commas before and after the tag tell readers that one sentence goes on, so its second half starts in lower case: “If
    you go,” she said, “come back.” If both halves look like sentences of their own, fanlint suggests a full stop after
    the tag instead. It checks only common words such as “but” and “you”, because other words may be names.
    """

    scope = Speech
    safety = Safety.UNSAFE
    message = "Use a lower-case letter here; the sentence continues after the dialogue tag."
    ended = "End the dialogue tag with a full stop; a new sentence starts after it."
    examples = (
        "“Maybe we can,” Marten conceded, “{But -> but} what then?”",
        '"If you go," she said quietly, "{You -> you} will not come back."',
        '"You never told me that," she said{, -> .} "You only told him."',
        '"If you go," she said, "come back."',
        '"I know," she said. "But what then?"',
        '"I know," she said, "Marten told me."',
        'He nodded. "I know," he said, turned to her, and asked, "Who told you?"',
    )

    def check(self, item: Speech, story: Story) -> Iterator[Finding]:
        text, tokens = story.document.text, story.document.tokens
        block = item.block.span
        found = _TAG.search(text, max(block.start, item.span.start - 80), item.span.start)
        if found is None or not item.spoken or not item.certain:
            return
        index = tokens.at(item.inner.start)
        if index >= len(tokens) or tokens.start(index) != item.inner.start:
            return
        word = tokens.words[index]
        if tokens.keys[index] not in _COMMON or word != word.capitalize() or not _is_tag(found["tag"]):
            return
        first = text[max(block.start, found.start() - 240) : found.start()]
        lower = Fix((Edit(tokens.span(index), word.lower()),), self.safety, f"Write “{word.lower()}”.")
        stop = Fix((Edit(Span(*found.span("comma")), "."),), self.safety, "Or end the tag with a full stop.")
        is_new = tokens.keys[index] in _SUBJECTS and _is_clause(first)
        if is_new:
            stop = stop._replace(title="End the tag with a full stop.")
            lower = lower._replace(title=f"Or write “{word.lower()}”.")
            yield self.found(Span(*found.span("comma")), message=self.ended, fixes=(stop, lower))
        else:
            yield self.found(tokens.span(index), fixes=(lower, stop))


def _is_clause(first: str) -> bool:
    """Whether the first half of the speech can stand alone: it has a subject and does not depend on the other half."""
    words = _WORDS.findall(re.split(r"[\"“.!?…]", first)[-1].lower())
    return len(words) > 2 and words[0] not in _DEPENDENT and bool(_SUBJECTS.union(("i", "i'm")).intersection(words[:3]))


def _is_tag(tag: str) -> bool:
    """Whether the words are only a dialogue tag: one verb of speaking, near the start, and no second action."""
    words = _WORDS.findall(tag)
    verbs = [at for at, word in enumerate(words) if word in SPEECH_VERBS or word in EITHER_VERBS]
    return len(verbs) == 1 and verbs[0] < 3 and not {"and", "before", "then"}.intersection(words)
