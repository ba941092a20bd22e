"""What kind of block each part of a plain text is."""

from __future__ import annotations

import pytest
from hypothesis import given
from strategies import texts

from fanlint.text.blocks import BlockKind, blocks_of

KINDS = [
    ("She ran home.", "paragraph"),
    ("“...”", "paragraph"),
    ("“An—an accident!” he said.", "paragraph"),
    ("An hour later, they left.", "paragraph"),
    ("She kept her notes in a drawer.", "paragraph"),
    ("Chapter 3", "heading"),
    ("CHAPTER TWO: The Long Road", "heading"),
    ("Epilogue", "heading"),
    ("Part of her wanted to stay.", "paragraph"),
    ("***", "break"),
    ("---", "break"),
    ("~ * ~ * ~", "break"),
    ("oOo", "break"),
    ("xXxXx", "break"),
    ("(line break)", "break"),
    ("The End", "break"),
    ("A/N: Hello again!", "note"),
    ("AN: Hello again!", "note"),
    ("AN - this one is short", "note"),
    ("(A/N: I could not resist.)", "note"),
    ("Author's Note: none of it is mine.", "note"),
    ("Disclaimer: I own nothing.", "note"),
    ("Summary: two people meet.", "note"),
    ("**Rating: T", "note"),
    ("Tags: Fluff, Angst, Found Family", "note"),
    ("Relationships: Mira/Ren", "note"),
    ("Words: 2,304", "note"),
    ("Words: that was all she had.", "paragraph"),
    ("“Tags: none,” said the clerk.", "paragraph"),
    ("TW: blood, death", "note"),
    ("Content warning - a spider", "note"),
    ("Prompt: rain", "note"),
    ("End Notes: the song is my own.", "note"),
    ("(See the end of the chapter for notes.)", "note"),
    ("R&R!", "note"),
    ("Plz R&R, flames will toast my bread", "note"),
    ("Please review!", "note"),
    ("“Please review!” she said.", "paragraph"),
    ("Please review the plans, the letter said.", "paragraph"),
    ("I don't own any of these characters, sadly.", "note"),
    ("I don't own a boat. I never did.", "paragraph"),
    ("Ch. 4", "heading"),
    ("Chap 4 - rain", "heading"),
    ("Chapter 12: Who Goes There?", "heading"),
    ("XII.", "heading"),
    ("I?", "paragraph"),
    ("3.", "heading"),
    ("~Ren's POV~", "heading"),
    ("End of Chapter 3", "heading"),
    ("End of the line.", "paragraph"),
    ("-----Time Skip-----", "break"),
    ("*Flashback*", "break"),
    ("~End Flashback~", "break"),
    ("Flashbacks kept her awake.", "paragraph"),
    ("To be continued...", "break"),
    ("-x-x-x-", "break"),
    ("<><><><>", "break"),
    ("Naruto: Hey!", "paragraph"),
]

LINES = "The rain had not let up since they set out,\nand the road was worse than anyone had\nfeared. They went on."

SPLITS = [
    ("", []),
    (" \n\t\n ", []),
    ("One.\n\nTwo.", ["One.", "Two."]),
    ("One.\nTwo.\nThree.", ["One.", "Two.", "Three."]),
    ("  One. \n \n\tTwo.\n", ["One.", "Two."]),
    (LINES, [LINES]),
    (f"{LINES}\n\nNext.", [LINES, "Next."]),
    (
        "“Where were you?” asked Mira, who had waited.\n“Out.”\n“That is no answer, and you know it well.”",
        [
            "“Where were you?” asked Mira, who had waited.",
            "“Out.”",
            "“That is no answer, and you know it well.”",
        ],
    ),
]

NOTES = [
    ("Thanks for all the reviews!\n\n***\n\nMira ran.\n\nShe fell.", ["note", "break", "paragraph", "paragraph"]),
    ("Mira ran.\n\n***\n\nPlease review!", ["paragraph", "break", "note"]),
    ("Mira ran.\n\n\n\nHope you like it, and the next chapter is on its way.", ["paragraph", "note"]),
    ("I don't own them.\n\n\n\nMira ran.\n\nShe fell.", ["note", "paragraph", "paragraph"]),
    ("Mira ran.\n\nThe reviews were in.\n\nShe smiled.", ["paragraph", "paragraph", "paragraph"]),
    ("Mira ran.\n\n***\n\nShe fell.\n\n***\n\nHe woke.", ["paragraph", "break", "paragraph", "break", "paragraph"]),
]


SONG = "Sleep, little boat, on the foam,\nthe wind is a long way from home\nand I have a lantern to burn,\nso sleep"
SCENES = [
    (SONG, ["verse"]),
    (f"She sang.\n\n{SONG}\n\nHe slept.", ["paragraph", "verse", "paragraph"]),
    ("mika: u there\nren: no\nmika: lol\nren: asleep", ["verse"]),
    ("The door opened.\nMira came in.\nShe sat.\nNobody spoke.", ["paragraph"] * 4),
    ("“Well,\nmy dear,”\nhe said,\nand left", ["paragraph"] * 4),
    ("Title: Rain\nRating: T\nPairing: none\nGenre: drama", ["note"] * 4),
    ("mika: u there\n\nren: no\n\nmika: lol", ["chat"] * 3),
    ("**Mika:** u there\n\n**Ren:** no\n\n**Mika:** Lol", ["chat"] * 3),
    ("Mika: Are you there?\n\nRen: No.\n\nMika: I can hear you.", ["paragraph"] * 3),
    ("Item: he was cold.\n\nItem: he was alone.\n\nItem: it rained.", ["paragraph"] * 3),
    ("mika: u there\n\nren: no\n\nShe laughed.", ["paragraph"] * 3),
    ("Dear Mira,\n\nI am well.\n\nYours,\nRen", ["paragraph"] * 4),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(text: str, kind: str) -> None:
    assert [block.kind for block in blocks_of(text)] == [kind]


@pytest.mark.parametrize(("text", "pieces"), SPLITS)
def test_splits(text: str, pieces: list[str]) -> None:
    assert [text[block.span.start : block.span.end] for block in blocks_of(text)] == pieces


@pytest.mark.parametrize(("text", "kinds"), NOTES)
def test_notes_at_head_and_foot(text: str, kinds: list[str]) -> None:
    assert [block.kind for block in blocks_of(text)] == kinds


@pytest.mark.parametrize(("text", "kinds"), SCENES)
def test_songs_and_chats(text: str, kinds: list[str]) -> None:
    assert [block.kind for block in blocks_of(text)] == kinds


@given(texts)
def test_blocks_are_in_order_apart_and_trimmed(text: str) -> None:
    blocks = blocks_of(text)
    rest, at = [], 0
    for (start, end), kind in blocks:
        assert at <= start < end
        piece = text[start:end]
        assert piece == piece.strip()
        assert isinstance(kind, BlockKind)
        rest.append(text[at:start])
        at = end
    # Nothing that can be seen is outside of them.
    assert not "".join([*rest, text[at:]]).strip()


def test_in_a_wrapped_text_two_lines_are_one_paragraph_as_well() -> None:
    line = "The rain fell on the roofs of the town and on the boats below."
    tall = "\n".join([line] * 3)
    blocks = blocks_of(f"{tall}\n\n{tall}\n\n{tall}\n\n{line}\nIt did not stop.\n\nShort\nlines of verse")
    texts = [(block.span.end - block.span.start) for block in blocks]
    assert len(blocks) == 6
    assert texts[3] == len(line) + 1 + len("It did not stop.")
