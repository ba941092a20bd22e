"""Who speaks: by a tag, by an action, and by turns."""

from __future__ import annotations

import pytest

from fanlint.text.document import Document
from fanlint.text.turns import speaker_at

TURNS = "“One,” said Bram.\n\n“Two,” said Nell.\n\n“Three.”\n\n“Four,” she said.\n\n“Five.”"


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        (TURNS, "One", "Bram"),
        (TURNS, "Two", "Nell"),
        (TURNS, "Three", "Bram"),
        (TURNS, "Four", "Nell"),
        (TURNS, "Five", "Bram"),
        (TURNS, "said", None),
        ("Bram sighed. “One.”", "One", "Bram"),
        ("“One.” Bram sighed.", "One", "Bram"),
        ("Tam shook his head. “One.”", "One", "Old Tam"),
        ("“One.” Old Tam's hands shook.", "One", "Old Tam"),
        ("“One,” said Tammy.", "One", "Tammy"),
        ("“One,” said Bram.\n\nNell saw Bram.\n\n“Two.”", "Two", None),
        ("“One,” said Bram.\n\n“Two,” said Bram.\n\n“Three.”", "Three", None),
        ("“One,” said Bram.\n\n“Two.”\n\n“Three.”", "Three", None),
        ("Bram sighed. “One.\n\n“Two.”\n\n“Three,” said Bram.", "Two", "Bram"),
    ],
)
def test_who_speaks(text: str, word: str, name: str | None) -> None:
    assert speaker_at(Document(text), text.index(word), ["Bram", "Old Tam"]) == name


def test_many_turns_without_a_tag_are_nobody_s() -> None:
    text = "“One,” said Bram.\n\n“Two,” said Nell." + "\n\n“Three.”" * 40
    document = Document(text)
    assert speaker_at(document, len(text) - 3) is None
