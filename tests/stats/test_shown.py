"""How the numbers look: within 80 columns, and the same in JSON."""

from __future__ import annotations

import json

import pytest

from fanlint.language.en.lexicon import Lexicon
from fanlint.report.screen import width
from fanlint.stats.numbers import Numbers, count, telling
from fanlint.stats.record import render as as_json
from fanlint.stats.screen import Look, render
from fanlint.story import Story
from fanlint.text.document import Document

SPOKEN = (
    '"Who is there?" Mara asked. "The halberd is gone."\n\n"Only me," Maximilian said. Then Mara saw Maximilian.\n\n'
)
STORY = SPOKEN * 5 + "***\n\nThe halberd lay in the grass, and nobody saw the halberd. The halberd shone."


def numbers(text: str = STORY) -> Numbers:
    return count(Story(Document(text)))


def shown(look: Look, names: tuple[str, ...] = ("draft.txt",)) -> str:
    found = numbers()
    return render([(name, found) for name in names], found, telling(found, Lexicon.load(), 10), look)


@pytest.mark.parametrize("columns", [80, 200])
def test_no_line_is_wider_than_the_terminal_or_80_columns(columns: int) -> None:
    names = ("a-very-long-folder/of-stories/with-a-long-name/" * 3 + "draft.txt", "日本語.txt")
    for text in (shown(Look(columns)), shown(Look(columns), names)):
        assert max(map(width, text.splitlines())) <= min(columns, 80)


def test_colour_is_only_there_where_it_is_wanted() -> None:
    plain, coloured = shown(Look()), shown(Look(color=True))
    assert "\x1b" not in plain
    assert "\x1b" in coloured


def test_everything_is_told() -> None:
    text = shown(Look(bar="#"))
    for part in ("Words", "Dialogue", "in 2 scenes", "Mara", "Maximilian", "halberd", "Reading ease", "1–5", "###"):
        assert part in text
    assert "█" not in text


def test_what_a_story_lacks_is_left_out() -> None:
    text = render([("a.txt", numbers("Rain fell."))], numbers("Rain fell."), [], Look())
    assert "less than a minute" in text
    for part in ("Who speaks", "Names", "Its own"):
        assert part not in text


def test_a_name_cannot_turn_the_terminal() -> None:
    assert "\x1b" not in render([("\x1b[31m.txt", numbers())], numbers(), [], Look())


def test_json_holds_each_file_and_the_total() -> None:
    found = numbers()
    record = json.loads(as_json([("a.txt", found), ("b.txt", found)], found, telling(found, Lexicon.load(), 3), ["c"]))
    assert record["version"] == 1
    assert [file["path"] for file in record["files"]] == ["a.txt", "b.txt"]
    assert record["files"][0]["words"] == record["total"]["words"] == found.words
    assert record["total"]["telling_words"][0]["word"] == "halberd"
    assert record["total"]["speakers"] == {"Mara": 5, "Maximilian": 5}
    assert sum(record["total"]["sentence_lengths"].values()) == record["total"]["sentences"]
    assert record["errors"] == ["c"]


def test_json_of_nothing_is_json() -> None:
    record = json.loads(as_json([], numbers(""), [], []))
    assert record["files"] == []
    assert record["total"]["reading_ease"] is None
