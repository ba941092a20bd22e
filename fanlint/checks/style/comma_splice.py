"""Two complete sentences joined only by a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanlint.checks.narration import plain_sentences
from fanlint.model import Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_PRONOUN = "(?:he|she|it|they|we|I)"
_SUBJECT = r"(?:[Tt]he \w+|H(?:is|er) \w+|Their \w+|My \w+|[A-Z]\w+(?<!ving)|I)"
_VERB = (
    r"(?:was|were|had|did|could|would|went|came|took|saw|made|got|ran|sat|stood|felt|fell|left|kept|put|gave|lay|held"
    r"|found|began|(?:was|were|did|had|could|would)n['’]t|\w{3,}ed)"
)
# A subject, a verb and more words on both sides of the only comma.
_SPLICE = re.compile(rf"{_SUBJECT} {_VERB}(?: [\w'’-]+)+(?P<comma>,) {_PRONOUN} {_VERB}(?: [\w'’-]+)+[.!]")
# Words that join two clauses, or make the first one depend on the second.
_JOINS = re.compile(
    r"\b(?:and|but|or|nor|so|yet|for|because|if|when|while|as|since|that|though|although|until|till|before|after|where"
    r"|who|whom|whose|which|what|how|why|whether|than|unless|once|like|had (?:I|he|she|they|we)|not only|no sooner|said"
    r"|thought|knew|told|seemed|noticed|discovered|learned|reali[sz]ed|decided|supposed|saw|see|tell|admit|imagine"
    r"|guess|swear|the more|either|neither|never|not|\w+n['’]t)\b",
    re.I,
)
_WORDS_EACH = 1000  # Words of the draft for each finding, so that a habit does not fill the report. Set by hand.


class CommaSplice(Rule):
    """Finds two complete sentences joined only by a comma: It rained all day, they stayed in the house.

    The comma leads readers to expect more of the same sentence, so they may stumble. Use a semicolon, a full stop or a
    word such as “and”. Some writers join sentences this way for speed or rhythm, so this is only a note. fanlint
    reports only pairs of plain statements, and leaves very short ones (he came, he saw) alone.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "Use a semicolon, a full stop or “and” here; these are two complete sentences."
    examples = (
        "It was raining in the valley{, -> ;} they stayed in the old house.",
        "The door was open to the street{, -> ;} he went in without a word.",
        "It was raining in the valley, and they stayed in the old house.",
        "He came, he saw, he ran.",
        "When it was raining in the valley, they stayed in the old house.",
        "The rain was so loud, he went home.",
        "Had she known it was him, she would not have gone.",
        '"It was raining in the valley, they stayed in the house," he said.',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        found = []
        for sentence in plain_sentences(item):
            text = item.slice(sentence.span)
            if text.count(",") != 1:
                continue
            match = _SPLICE.fullmatch(text)
            if match and not _JOINS.search(text):
                start = sentence.span.start + match.start("comma")
                found.append(Span(start, start + 1))
        for span in found[: max(5, len(item.tokens) // _WORDS_EACH)]:
            yield self.found(span, ";")
