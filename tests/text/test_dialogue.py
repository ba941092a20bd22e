"""Where speech begins and ends, what is none, and who speaks."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from strategies import texts

from fanlint.text.blocks import blocks_of
from fanlint.text.dialogue import Speeches
from fanlint.text.document import Document

# Of each text: what stands inside the marks of everything that is spoken, in order.
SPOKEN = [
    # American
    ("She ran home.", []),
    ('"Hello," she said.', ["Hello,"]),
    ('"Hello," she said. "Where were you?"', ["Hello,", "Where were you?"]),
    ('She said, "Hello."', ["Hello."]),
    ('"Well," said Mira, "that is that."', ["Well,", "that is that."]),
    ("“Hello,” she said. “Where were you?”", ["Hello,", "Where were you?"]),
    ("“Hello.”\n\n“Hi.”", ["Hello.", "Hi."]),
    ('"Wait—" He stopped. "No."', ["Wait—", "No."]),
    ('"S-Stop!" he cried.', ["S-Stop!"]),
    ('"I... I d-don\'t know," he said.', ["I... I d-don't know,"]),
    # British
    ("‘Hello,’ she said. ‘Don’t go.’", ["Hello,", "Don’t go."]),
    ("'Hello,' she said. 'Don't go.'", ["Hello,", "Don't go."]),
    ("‘He said “no” and left,’ she said. ‘Truly.’ ‘Oh.’", ["He said “no” and left,", "Truly.", "Oh."]),
    ("'I know,' she said. 'He said \"never\" and left.'", ["I know,", 'He said "never" and left.']),
    ("'He told me 'never again' and left,' she said.", ["He told me 'never again' and left,"]),
    ("'This is over', he said. 'I know.'", ["This is over", "I know."]),
    ("'On your marks,' she said. The 'hero' of it ran. 'Stop!'", ["On your marks,", "Stop!"]),
    ("‘Yes.’ ‘Go.’ She said ‘no’ to him. ‘…where?’ ‘An hour ago.’", ["Yes.", "Go.", "…where?", "An hour ago."]),
    ("'Goin' home,' he said. 'Get 'em out.'", ["Goin' home,", "Get 'em out."]),
    ("'He told me \"never again\" and left.'", ['He told me "never again" and left.']),
    ("'Hello,' she said. \"Hi,\" he said.", ["Hi,"]),
    # Spaces torn in
    ('" Hello!" she said.', [" Hello!"]),
    ('"Hello! " she said.', ["Hello! "]),
    ('" Hello! " she said. " Come in. "', [" Hello! ", " Come in. "]),
    # Marks that do not match
    ('“Hello," she said. “Hi.”', ["Hello,", "Hi."]),
    ("”Hello,” she said.", ["Hello,"]),
    ("”Hello,“ she said.", ["Hello,"]),
    ("“Hello, ”she said.", ["Hello, "]),
    ("“Hello,“ she said.", ["Hello,"]),
    # Nested
    ("“She said ‘no’ to me,” he said.", ["She said ‘no’ to me,"]),
    ("\"She said 'no' to me,\" he said.", ["She said 'no' to me,"]),
    # None of it speech
    ("He was 6'2\" tall and 5'10\" in his socks.", []),
    ("The so-called “hero” fled.", []),
    ('The so-called "hero" fled, and the "villain" wept.', []),
    ("The dogs' barking and the cats' hissing.", []),
    ("Rock 'n' roll in the '90s.", []),
    ("***", []),
    # Inches inside a speech
    ('"I am 6\'2" tall," he said.', ["I am 6'2\" tall,"]),
    # Other languages' marks
    ("«Hello», she said.", ["Hello"]),
    ("»Hello,« she said.", ["Hello,"]),
    ("«Hello!» she said.", ["Hello!"]),
    ("„Hello,“ she said.", ["Hello,"]),
]

# Of each text: for every speech, whether it is closed and whether it goes on in the next paragraph.
OPEN = [
    ("“One.\n\n“Two.”", [(False, True), (True, False)]),
    ('"One.\n\n"Two.\n\n"Three."', [(False, True), (False, True), (True, False)]),
    ("“One.\n\nShe left.", [(False, False)]),
    ('"One," she said. "Two.\n\nShe left.', [(True, False), (False, False)]),
    ("“One.", [(False, False)]),
]

NAMES = frozenset({"Mira", "Tobin", "Vale"})

# Of each text: who speaks its first speech.
SPEAKERS = [
    ("“Hello,” Mira said.", "Mira"),
    ("“Hello,” said Mira.", "Mira"),
    ("“Hello?” asked Tobin, looking up.", "Tobin"),
    ("“Hello,” Tobin Vale said.", "Tobin Vale"),
    ("Mira said, “Hello.”", "Mira"),
    ("Mira quietly said, “Hello.”", "Mira"),
    ("Mira turned. “Hello.”", "Mira"),
    ("“Hello.” Tobin stepped back.", "Tobin"),
    ("“Hello,” she said.", None),
    ("“Hello.”", None),
    ("“Hello,” Nobody said.", None),
    ("Mira said nothing about the “hero”.", None),
]


@pytest.mark.parametrize(("text", "inner"), SPOKEN)
def test_spoken(text: str, inner: list[str]) -> None:
    document = Document(text)
    assert [document.slice(speech.inner) for speech in document.speech if speech.spoken] == inner


@pytest.mark.parametrize(("text", "states"), OPEN)
def test_open(text: str, states: list[tuple[bool, bool]]) -> None:
    assert [(speech.closed, speech.continued) for speech in Document(text).speech] == states


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_speaker(text: str, speaker: str | None) -> None:
    speeches = Speeches(text, blocks_of(text), lambda: NAMES)
    assert speeches.speaker(next(iter(speeches))) == speaker


def test_a_paragraph_of_many_speeches_still_knows_its_speaker() -> None:
    text = "“Ha.” " * 500 + "Mira said, “Enough.”"
    speeches = Speeches(text, blocks_of(text), lambda: NAMES)
    assert {speeches.speaker(speech) for speech in speeches} == {"Mira"}


@given(texts)
def test_speeches_are_in_order_apart_and_in_their_blocks(text: str) -> None:
    document = Document(text)
    at = 0
    for speech in document.speech:
        assert at <= speech.span.start < speech.span.end
        assert speech.span.contains(speech.inner)
        assert speech.inner.start == speech.span.start + speech.opened
        assert speech.inner.end == speech.span.end - speech.closed
        assert speech.opened or (speech.closed and speech.spoken and not speech.certain)
        assert speech.block.span.contains(speech.span)
        assert not (speech.closed and speech.continued)
        assert document.speaker(speech) is None or speech.spoken
        at = speech.span.end


def quotes(text: str) -> list[tuple[str, bool]]:
    """Every quote of a paragraph with whether it is closed."""
    document = Document(text)
    return [(document.slice(speech.span), speech.closed) for speech in document.speech]


def test_what_is_quoted_inside_a_speech_belongs_to_it() -> None:
    assert quotes('"I sense a "but" coming," Ilse said. "Out with it."') == [
        ('"I sense a "but" coming,"', True),
        ('"Out with it."', True),
    ]


def test_a_speech_left_open_does_not_turn_the_later_ones_inside_out() -> None:
    text = '"I told you. He left. "Go," she said. "Now," she said. "Run," she said.'
    assert quotes(text) == [
        ('"I told you. He left. ', False),
        ('"Go,"', True),
        ('"Now,"', True),
        ('"Run,"', True),
    ]


def test_a_speech_without_its_beginning_does_not_either() -> None:
    assert quotes('I told you," she said. "Go," she said.') == [('I told you,"', True), ('"Go,"', True)]


# Of each paragraph: where the speech begins that only a closing mark shows.
UNOPENED = [
    ('The galaxy is losing its mind." he said.', 'The galaxy is losing its mind."'),
    ("Maybe I can. Or maybe not.”", "Maybe I can. Or maybe not.”"),
    ("Maybe tomorrow!’ she said. ‘Or never.’ ‘Never.’ ‘Oh.’", "Maybe tomorrow!’"),
    ('She turned to the door. Goodnight, Mara," she said.', 'Goodnight, Mara,"'),
    ('Dr. Vale sat down. Goodnight, Mara," she said.', 'Goodnight, Mara,"'),
    ('Tobin nodded and said, Goodnight, Mara."', 'Goodnight, Mara."'),
    ('"No," said Tobin. You never were."', 'You never were."'),
    ('"Well," said Tobin softly, that is that."', 'that is that."'),
]


@pytest.mark.parametrize(("text", "whole"), UNOPENED)
def test_a_lone_closing_mark_ends_a_speech(text: str, whole: str) -> None:
    document = Document(text)
    [speech] = [speech for speech in document.speech if not speech.opened]
    assert document.slice(speech.span) == whole
    assert speech.closed and speech.spoken and not speech.certain


@pytest.mark.parametrize(
    "text",
    ['The band played Moon Rises" all night.', "He was 6'2\" tall.", "All the dogs' barking.", '"Never.""'],
)
def test_a_mark_that_ends_no_speech_makes_none(text: str) -> None:
    assert all(speech.opened for speech in Document(text).speech)


def test_what_is_said_without_an_opening_mark_is_no_narration() -> None:
    text = 'She turned to the door. Goodnight, Mara," she said.'
    document = Document(text)
    assert document.speech_at(text.index("Goodnight")) is not None
    assert document.speech_at(text.index("turned")) is None
    assert document.speech_at(text.index("said")) is None


def test_many_lone_marks_take_no_longer_than_they_are_many() -> None:
    def seconds(count: int) -> float:
        text = '"Ha," ' + 'ha," ' * count
        start = perf_counter()
        assert list(Document(text).speech)
        return perf_counter() - start

    assert min(seconds(8000) for _ in range(3)) < 40 * min(seconds(800) for _ in range(3))
