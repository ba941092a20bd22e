"""A paragraph of narration that ends without a mark."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.blocks import Block, BlockKind
from fanlint.text.document import Document
from fanlint.text.sentences import Sentence

_FEWEST = 5  # words of a last sentence that is surely one, and no heading, sign or signature
_CAPITALS = 3  # one word in so many may have a capital in it
_HABIT = 30  # paragraphs, one in so many of which may lack its mark before it is the writer's way
# A sentence that breaks off with these goes on somewhere: the rest has been lost, or was put into the next line.
_GOING_ON = frozenset(
    "a an the this that these those my your his her its our their of in on at to for from with by into onto over under "
    "and or but nor if than as because so when while who which was were is are be been had has have would could will "
    "can should not very no more less some any every each i he she we they it's i'm".split()
)

_BEGINNINGS = frozenset(
    "who what why where when how maybe then now but and so that this he she they we you it if let look".split()
)
_TORN = 50  # paragraphs, one in so many of which may go on in small letters, before the lines are known to be broken
_BRIEF = 4  # words of a block that may be a signature
_ENDS = ".!?…\"”’'—*_"


class NoEndMark(Rule):
    """A sentence ends with a mark, and so does a paragraph.

    The last full stop is easily lost when a line is rewritten. fanlint looks only at whole sentences in plain
    paragraphs, not at headings, signs, letters and verse.
    """

    scope = Document
    safety = Safety.UNSAFE
    message = "The paragraph ends without a mark."
    yields_to = ("dialogue/", "spelling/")
    examples = (
        "It was May. It rained for days, and they stayed in the {house -> house.}\n\nThen the sun came out.",
        "The sun came out. Nobody had seen it come {back -> back.}\n\nThen it rained.",
        "It rained for days, and they stayed in the house.\n\nThen the sun came out.",
        "The House by the River in Spring\n\nIt rained for days.",
        "It rained for days, and they stayed in the\n\nhouse, where it was dry.",
        "All the lines of the text are\n\nbroken, and one of them breaks before a\n\nName that has a capital.",
        "Yours ever\n\nIlse",
        "It rained.\n\nBreak two of the eggs into the bowl\n\nStir them well until they are smooth\n\nIt rained.",
        "They left.\n\n***\n\nTwo years and seven months after the war\n\nThe house was empty.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        found = []
        torn = paragraphs = 0
        # The last block may not be finished yet, so it is only looked at from the one before.
        for before, block, following in zip((None, *item.blocks), item.blocks, item.blocks[1:], strict=False):
            if block.kind is not BlockKind.PARAGRAPH:
                continue
            paragraphs += 1
            if not item.text[block.span.end - 1].islower():
                continue
            if item.text[following.span.start].islower():
                torn += 1
            elif _parts(following, block, item) and not (before and item.text[before.span.end - 1].isalnum()):
                sentence = _last_sentence(block, item, story)
                opens = before is None or before.kind is not BlockKind.PARAGRAPH
                # Alone at the head of a scene it tells place and time: Two years after the war
                if sentence is not None and not (opens and sentence.span.start <= block.span.start + 1):
                    found.append(sentence.last - 1)
        if len(found) * _HABIT <= paragraphs + _HABIT and torn * _TORN <= paragraphs:
            for index in found:
                yield self.found(item.tokens.span(index), item.tokens.words[index] + ".")


def _parts(following: Block, block: Block, document: Document) -> bool:
    """Whether what follows shows that a paragraph has ended: no verse, no next line of a list, no signature."""
    if following.kind is not BlockKind.PARAGRAPH:
        return following.kind in (BlockKind.BREAK, BlockKind.HEADING)
    apart = "\n\n" if "\n\n" in document.text else "\n"
    if apart not in document.text[block.span.end : following.span.start]:
        return False
    last = document.text[following.span.end - 1]
    words = document.tokens.at(following.span.end) - document.tokens.at(following.span.start)
    return not last.isalnum() and (words >= _BRIEF or last in _ENDS)


def _last_sentence(block: Block, document: Document, story: Story) -> Sentence | None:
    """The sentence that ends a paragraph, if it is a whole one of the narration, all in plain words."""
    tokens = document.tokens
    last = tokens.at(block.span.end - 1)
    if tokens.keys[last] in _GOING_ON or not story.lexicon.is_common(tokens.words[last]):
        return None
    sentence = document.sentence_at(block.span.end)
    if sentence is None or sentence.last - sentence.first < _FEWEST or document.speech_at(block.span.end - 1):
        return None
    words = tokens.words[sentence.first : sentence.last]
    capitals = [word for word in words[1:] if word[0].isupper()]
    if not words[0][0].isupper() or len(capitals) * _CAPITALS > len(words) or not all(map(story.knows, words)):
        return None
    # A writer without marks: Search her you fool Maybe she has a gun
    return None if any(word.lower() in _BEGINNINGS for word in capitals) else sentence
