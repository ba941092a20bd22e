"""A plain verb after was, is or been: “the wonder was begin to fade”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.language.en.parts_of_speech import words_of
from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

_BE = "was were is am are been being i'm you're he's she's we're they're".split()
_AFTER_BE_TOO = frozenset(
    "secure alight quit meet wed loathe awaken open sever go miss suspect travel".split()
)  # or names of things
# What is done may be named plainly: all she did was wait; the best thing is go home.
_NAMED = frozenset(
    "do does did done doing all what best worst least most thing things job only plan trick way answer idea step right "
    "rule advice goal task point next first".split()
)
_REACH = 10  # words back in which one of these may stand


class PlainAfterBe(Rule):
    """After was, is or been a verb ends in -ing, or stands as a participle: was beginning, was taken."""

    scope = Document
    severity = Severity.ERROR
    safety = Safety.UNSAFE
    message = "After “{before}” the verb takes another form, perhaps “{right}”."
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
                if verb < len(tokens) and tokens.gaps[verb] == " " and _is_plain(verb, item):
                    right = _with_ing(tokens.keys[verb], story)
                    message = self.message.replace("{before}", tokens.words[index]).replace("{right}", right)
                    yield self.found(tokens.span(verb), right, message=message)


def _is_plain(verb: int, document: Document) -> bool:
    """Whether the word at ``verb`` is a verb in its plain form, and not what something is said to be."""
    tokens = document.tokens
    if not tokens.words[verb].islower() or tokens.keys[verb] in _AFTER_BE_TOO or "-" in tokens.gaps[verb + 1]:
        return False
    if _NAMED.intersection(tokens.keys[max(0, verb - 1 - _REACH) : verb - 1]):
        return False
    return tokens.keys[verb] in words_of("verb")


def _with_ing(verb: str, story: Story) -> str:
    """The form in -ing, of those that the spelling may take the one that is a word: beginning, making, going."""
    forms = [f"{verb}{verb[-1]}ing", f"{verb[:-1]}ing" if verb.endswith("e") else f"{verb}ing", f"{verb}ing"]
    return max(forms, key=lambda form: (story.lexicon.is_common(form), story.lexicon.frequency(form)))
