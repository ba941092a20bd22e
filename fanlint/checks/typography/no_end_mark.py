"""A paragraph of narration that ends without a punctuation mark."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.blocks import Block, BlockKind
from fanlint.text.document import Document
from fanlint.text.sentences import Sentence

# The thresholds below were set by hand.
_MIN_WORDS = 5  # Minimum words of the last sentence. A shorter one may be a heading, a sign or a signature.
_CAPITALS = 3  # At most one word in this many may have a capital, or the line may be a title.
_HABIT = 30  # If more than one paragraph in this many lacks its mark, it is the writer's style.
# Words that cannot end a sentence. After one of them, the rest of the sentence is missing or on the next line.
_GOING_ON = frozenset(
    "a an the this that these those my your his her its our their of in on at to for from with by into onto over under "
    "and or but nor if than as because so when while who which was were is are be been had has have would could will "
    "can should not very no more less some any every each i he she we they it's i'm".split()
)
# Words that often begin a sentence. With a capital inside a sentence, they show that the writer leaves out full stops.
_BEGINNINGS = frozenset(
    "who what why where when how maybe then now but and so that this he she they we you it if let look".split()
)
# If the line after more than one paragraph in this many begins in lower case, the draft has hard line breaks.
_BROKEN_LINES = 50
_MIN_BLOCK_WORDS = 4  # A shorter following block may be a signature unless it ends with a mark.
_ENDS = ".!?…\"”’'—*_"


class NoEndMark(Rule):
    """Finds a paragraph of narration that ends without a punctuation mark.

    The last full stop is easily lost when you rewrite a line. fanlint checks only complete sentences in plain
    paragraphs. It leaves alone headings, signs, letters and verse, and stories that often do without the mark. It
    suggests a full stop, but another mark may be right.
    """

    scope = Document
    safety = Safety.UNSAFE
    message = "Add a punctuation mark at the end of this paragraph."
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
        broken = paragraphs = 0
        # The writer may still be working on the last block, so it is not checked itself.
        for before, block, following in zip((None, *item.blocks), item.blocks, item.blocks[1:], strict=False):
            if block.kind is not BlockKind.PARAGRAPH:
                continue
            paragraphs += 1
            if not item.text[block.span.end - 1].islower():
                continue
            if item.text[following.span.start].islower():
                broken += 1
            elif _has_ended(following, block, item) and not (before and item.text[before.span.end - 1].isalnum()):
                sentence = _last_sentence(block, item, story)
                opens = before is None or before.kind is not BlockKind.PARAGRAPH
                # A single sentence at the start of a scene may be a caption: Two years after the war
                if sentence is not None and not (opens and sentence.span.start <= block.span.start + 1):
                    found.append(sentence.last - 1)
        if len(found) * _HABIT <= paragraphs + _HABIT and broken * _BROKEN_LINES <= paragraphs:
            for index in found:
                yield self.found(item.tokens.span(index), item.tokens.words[index] + ".")


def _has_ended(following: Block, block: Block, document: Document) -> bool:
    """Whether the following block shows that a paragraph has ended, and is not part of verse, a list or a letter."""
    if following.kind is not BlockKind.PARAGRAPH:
        return following.kind in (BlockKind.BREAK, BlockKind.HEADING)
    apart = "\n\n" if "\n\n" in document.text else "\n"
    if apart not in document.text[block.span.end : following.span.start]:
        return False
    last = document.text[following.span.end - 1]
    words = document.tokens.at(following.span.end) - document.tokens.at(following.span.start)
    return not last.isalnum() and (words >= _MIN_BLOCK_WORDS or last in _ENDS)


def _last_sentence(block: Block, document: Document, story: Story) -> Sentence | None:
    """The last sentence of a paragraph, if it is a complete sentence of narration in ordinary words."""
    tokens = document.tokens
    last = tokens.at(block.span.end - 1)
    if tokens.keys[last] in _GOING_ON or not story.lexicon.is_common(tokens.words[last]):
        return None
    sentence = document.sentence_at(block.span.end)
    if sentence is None or sentence.last - sentence.first < _MIN_WORDS or document.speech_at(block.span.end - 1):
        return None
    words = tokens.words[sentence.first : sentence.last]
    capitals = [word for word in words[1:] if word[0].isupper()]
    if not words[0][0].isupper() or len(capitals) * _CAPITALS > len(words) or not all(map(story.knows, words)):
        return None
    # A capital inside shows a writer who leaves out full stops: Search her you fool Maybe she has a gun
    return None if any(word.lower() in _BEGINNINGS for word in capitals) else sentence
