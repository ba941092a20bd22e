"""A verb in its base form after a form of “be”: “the wonder was begin to fade”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.language.en.parts_of_speech import words_of
from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_BE = "was were is am are been being i'm you're he's she's we're they're".split()
# Verbs that can also be adjectives, participles or nouns after “be”.
_AFTER_BE_TOO = frozenset("secure alight quit meet wed loathe awaken open sever go miss suspect travel".split())
# Words that introduce a statement in which the base form is right: all she did was wait; the best thing is go home.
_INTRODUCES_BASE_FORM = frozenset(
    "do does did done doing all what best worst least most thing things job only plan trick way answer idea step right "
    "rule advice goal task point next first".split()
)
_REACH = 10  # Number of words before the verb to search for one of them. Set by hand.


class PlainAfterBe(Rule):
    """Finds a verb in its base form after “was”, “is”, “been” and the like: “the wonder was begin to fade”.

    After a form of “be”, a verb needs its -ing form or a participle: “was beginning”, “was taken”. fanlint suggests the
    -ing form. It leaves alone statements in which the base form is right, such as “all she could do was wait”.
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.UNSAFE
    message = "Did you mean “{right}”? The verb needs another form after “{before}”."
    examples = (
        "The wonder was {begin -> beginning} to fade.",
        "They were {explain -> explaining} it.",
        "The wonder was beginning to fade.",
        "All she could do was wait and listen. The best thing is go home.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for form in _BE:
            for index in tokens.places.get(form, ()):
                verb = index + 1
                if verb < len(tokens) and tokens.gaps[verb] == " " and _is_mistake(verb, item):
                    right = _with_ing(tokens.keys[verb], story)
                    yield self.found(tokens.span(verb), right, before=tokens.words[index], right=right)


def _is_mistake(verb: int, document: Document) -> bool:
    """Whether the word at ``verb`` is a base form in a sentence where that form cannot be right."""
    tokens = document.tokens
    if not tokens.words[verb].islower() or tokens.keys[verb] in _AFTER_BE_TOO or "-" in tokens.gaps[verb + 1]:
        return False
    if _INTRODUCES_BASE_FORM.intersection(tokens.keys[max(0, verb - 1 - _REACH) : verb - 1]):
        return False
    return tokens.keys[verb] in words_of("verb")


def _with_ing(verb: str, story: Story) -> str:
    """The -ing form: of the possible spellings, the one that is a word (beginning, making, going)."""
    forms = [f"{verb}{verb[-1]}ing", f"{verb[:-1]}ing" if verb.endswith("e") else f"{verb}ing", f"{verb}ing"]
    return max(forms, key=lambda form: (story.lexicon.is_common(form), story.lexicon.frequency(form)))
