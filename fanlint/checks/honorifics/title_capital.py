"""A title in lower case before a name in a story that usually capitalises it."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story, without_possessive
from fanlint.text.case import capitalise
from fanlint.text.document import Document

_TITLES = (
    "professor captain lord lady king queen prince princess doctor sir madam commander lieutenant sergeant colonel "
    "admiral inspector headmaster headmistress emperor empress duke duchess baron baroness senator president master "
    "mistress aunt uncle"
).split()
# After these words a title belongs to the name, unlike in “the captain Rogers knew” or “as captain Rogers was”.
_BEFORE_TITLES = frozenset(
    "to with by for from against behind beside after before near about and or but that than when while if because "
    "said asked told saw met called answered replied knew hated loved is was".split()
)


class TitleCapital(Rule):
    """Finds a title in lower case before a name in a story that usually capitalises it: “captain Brannoch”.

    A title is part of the name that follows it, so readers expect a capital: “Captain Brannoch”. fanlint checks only
    titles that the story capitalises at least twice as often as not. It leaves a title without a name alone.
    """

    scope = Document
    severity = Severity.WARNING
    safety = Safety.SAFE
    message = "This story usually writes “{title}” with a capital before a name ({count} times)."
    examples = (
        "He met Captain Brannoch. “Captain Brannoch,” he said. “No,” said {captain -> Captain} Brannoch.",
        "They liked Lady Orsel. She was with Lady Orsel when {lady -> Lady} Orsel's horse fell.",
        "He met Captain Brannoch. He saw Captain Brannoch go. It was not the captain Brannoch had been.",
        "He met captain Brannoch. He called captain Brannoch. The man was Captain Brannoch.",
        "He met Captain Brannoch. He saw Captain Brannoch go. The captain slept.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        for title in _TITLES:
            if title not in tokens.places or capitalise(title) not in item.vocabulary:
                continue
            before = [index for index in tokens.places[title] if self._is_before_name(index, item, story)]
            small = [index for index in before if tokens.words[index] == title]
            count = sum(tokens.words[index] == capitalise(title) for index in before)
            if count < 2 * len(small):
                continue
            message = self.message.replace("{title}", capitalise(title)).replace("{count}", str(count))
            for index in small:
                if tokens.gaps[index] != " " or tokens.keys[index - 1] in _BEFORE_TITLES:
                    yield self.found(tokens.span(index), capitalise(title), message=message)

    def _is_before_name(self, index: int, document: Document, story: Story) -> bool:
        """Whether a name of the canon or of this draft follows the title."""
        tokens = document.tokens
        if index + 1 == len(tokens) or tokens.gaps[index + 1] != " ":
            return False
        name = without_possessive(tokens.words[index + 1])
        known = story.canon.words.get(name.lower())
        return name[0].isupper() and (name in document.vocabulary.names or (known is not None and known.is_name))
