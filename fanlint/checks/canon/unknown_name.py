"""Names that no canon knows, each listed once."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document


class UnknownName(Rule):
    """A name that stands in this draft but in none of its canons: a character of your own, or a slip.

    It is no fault. fanlint lists such names once, with their count, so that you can look them over; put those that are
    yours on the word list with “fanlint words add”, and they are never listed again.
    """

    scope = Document
    severity = Severity.HINT
    message = (
        "“{name}” is in no canon of this story ({count} times). "
        "Is it yours? Then keep it with: fanlint words add {name}"
    )
    languages = ("any", "-de")  # where any noun has a capital
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
            message = self.message.replace("{name}", name).replace("{count}", str(count))
            yield self.found(spans[0], message=message, also=tuple(spans[1:]))
