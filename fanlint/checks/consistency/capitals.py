"""A term with a capital where the story usually writes it in lower case, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.majority import MOST, in_story, times, told_together, usual_way
from fanlint.model import Edit, Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.case import is_capitalised
from fanlint.text.document import Document
from fanlint.text.tokens import fold

# Marks after which a new sentence or quotation may begin, so that a capital there proves nothing.
_OPENS = "\"“‘'«*_([:—–-/.…!?"


class Capitals(Rule):
    """Finds an invented or rare term with a capital where your story usually writes it in lower case, or the reverse.

    “Quidditch” and “quidditch” can both be right, but readers notice if a story switches between them. fanlint follows
    the form that the story uses far more often. It leaves alone names, ordinary English words, words at the start of a
    sentence, and words next to another capital, which may be part of a name.
    """

    scope = Document
    severity = Severity.HINT
    safety = Safety.UNSAFE
    message = "This story usually writes “{right}” ({count}); here it writes “{wrong}” ({times})."
    yields_to = ("canon/", "capitals/")
    example_canon = ("naruto",)
    examples = (
        "He met a chunin. One chunin slept. The chunin ran. More chunin! No chunin, and then a {Chunin -> chunin}.",
        "A Chunin rode. The Chunin fell. Each Chunin died. His Chunin ran. No Chunin rose, and no {chunin -> Chunin}.",
        "He met a chunin. Chunin were tall. More chunin! No chunin, and then a chunin. The Chunin Exams had begun.",
        "He met a chunin, and she met a Chunin.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        vocabulary = item.vocabulary
        counts, inside = vocabulary.counts, vocabulary.inside
        reported = 0
        for word, count in inside.items():
            if count <= 0 or not word[0].isupper() or reported == MOST:
                continue
            small = word[0].lower() + word[1:]
            uses = {word: count, small: counts.get(small, 0)}
            usual = usual_way(uses) if uses[small] else None
            if usual is None or len(word) < 3 or not word[1:].islower() or story.is_own(usual):
                continue
            if not _is_term(small, story):
                continue
            odd = small if usual == word else word
            edits = [
                Edit(item.tokens.span(index), usual)
                for index in item.tokens.places[fold(word)]
                if item.tokens.words[index] == odd and _is_free(index, item)
            ]
            if edits:
                reported += 1
                message = self.message.replace("{right}", usual).replace("{count}", times(uses[usual]))
                message = message.replace("{wrong}", odd).replace("{times}", times(len(edits)))
                yield told_together(self, edits, message, f"Write “{usual}” everywhere.")


def _is_term(small: str, story: Story) -> bool:
    """Whether a word is neither a name nor ordinary English, where a capital can change the meaning (rose, Rose)."""
    known = story.canon.words.get(small)
    if known is not None:
        return not known.is_name
    return not story.lexicon.accepts(small) and not story.lexicon.is_proper(small)


def _is_free(index: int, document: Document) -> bool:
    """Whether the word is inside a sentence of the story and, if it has a capital, not next to another capital."""
    tokens = document.tokens
    if not in_story(document, tokens.start(index)):
        return False
    if not is_capitalised(tokens.words[index]):
        return tokens.gaps[index][-1:] != "-" and tokens.gaps[index + 1][:1] != "-"
    if document.sentences.is_first(index) or tokens.gaps[index].strip()[-1:] in tuple(_OPENS):
        return False
    beside = [at for at in (index - 1, index + 1) if 0 <= at < len(tokens)]
    return not any(is_capitalised(tokens.words[at]) for at in beside)
