"""A name or term with the wrong letters capitalised."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.canon.model import Canon
from fanlint.model import Finding, Safety, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story, without_possessive
from fanlint.text.case import capitalise
from fanlint.text.document import Document
from fanlint.text.fragments import is_fragment


class OddCapitals(Rule):
    """Finds a name or term from the canon with the wrong letters capitalised: “NAruto” for “Naruto”.

    This happens when the shift key is held too long, or when a name loses a capital that it has inside. fanlint leaves
    words in capitals throughout alone, because they may be shouted. With --fix, it corrects a word only if a single
    letter differs.
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.SAFE
    message = "Did you mean “{right}”? Check the capitals."
    languages = ("any",)
    example_canon = ("naruto",)
    examples = (
        "{NAruto -> Naruto} ran, and {SaKura -> Sakura}'s hair flew.",
        "A {SHaringan -> Sharingan} spun. The {TEnten -> Tenten} of old.",
        "“NARUTO!” Tenten and TenTen screamed at the ANBU. An Anbu turned.",
        "Write to SAkura@konoha.example about it.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        for word in item.vocabulary.counts if story.canon else ():
            stem = without_possessive(word)
            known = story.canon.words.get(stem.lower())
            if known is None or not stem[0].isupper() or stem.isupper():
                continue
            if not known.is_name and story.lexicon.is_common(stem.lower()):
                continue
            forms = [form for form in known.forms if form.lower() == stem.lower()]
            right = {capitalise(form) for form in forms} | ({stem.capitalize()} if known.lower_too else set())
            # Whether an acronym is written in capitals is a matter of style: ANBU or Anbu.
            if not forms or stem in right or (stem == stem.capitalize() and any(map(str.isupper, forms))):
                continue
            if stem in _words_as_written(story.canon):
                continue
            yield from self._places(word, stem, capitalise(forms[0]), item)

    def _places(self, word: str, stem: str, right: str, document: Document) -> Iterator[Finding]:
        tokens = document.tokens
        wrong = sum(a != b for a, b in zip(stem, right, strict=True))
        safety = self.safety if wrong == 1 else Safety.UNSAFE
        for index in tokens.places[word.lower().replace("’", "'")]:
            if tokens.words[index] == word and not is_fragment(document, index):
                span = Span(tokens.start(index), tokens.start(index) + len(stem))
                yield self.found(span, right, right=right, safety=safety)


def _words_as_written(canon: Canon) -> set[str]:
    """Every word of the canon's entries as written there, because an alias may have capitals of its own."""
    names = [name for one in canon.characters for name in (one.given, one.family, *one.aliases)]
    names += [form for one in canon.terms for form in (*one.forms, *one.english, one.plural)]
    return {word for name in names for word in name.replace("-", " ").split()}
