"""Names that are not in any canon of the story, each listed once."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document


class UnknownName(Rule):
    """Finds a name that is not in any of the story's canons: a character of your own, or a misspelling.

    This is a note, not a mistake. fanlint lists each such name once, with its count, so that you can check the list for
    misspellings. Add the names that are right with “fanlint words add”, and fanlint will not list them again.
    """

    scope = Document
    severity = Severity.HINT
    message = (
        "Is “{name}” ({count} uses) a name of your own? "
        "It is not in any canon; to keep it, run “fanlint words add {name}”."
    )
    languages = ("any", "-de")  # German capitalises every noun, so a capital does not mark a name.
    example_canon = ("naruto",)
    examples = (
        "Naruto met {Brandulf} at noon. He liked Brandulf.",
        "Sakura knew {Brannoch}. Old Brannoch laughed.",
        "Naruto met Sakura at noon.",
        "London and Paris are cities.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if not story.canon:
            return
        for name, count in story.names.items():
            near = story.matcher.near(name)
            if count < 2 or (near and story.matcher.is_slip(name, count, near[0])):
                continue
            forms = [word for word in story.unknown if word == name or word in (name + "'s", name + "’s")]
            spans = [item.tokens.span(index) for index in sorted(i for form in forms for i in story.unknown[form])]
            yield self.found(spans[0], name=name, count=count, also=tuple(spans[1:]))
