"""What was meant is found, in the author's case, with honest confidence."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from operator import mul
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlint.language.en.bigrams import Pairs
from fanlint.language.en.channel import Channel
from fanlint.language.en.lexicon import Lexicon
from fanlint.language.en.phonetics import far_neighbours, key, neighbours, readings
from fanlint.language.en.spelling_candidates import WEIGHTS, _weigh
from fanlint.language.en.suggest import Suggester
from fanlint.text.distance import common_ends

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True, scope="module")
def tools_on_path() -> Iterator[None]:
    sys.path.insert(0, str(ROOT))
    yield
    sys.path.remove(str(ROOT))


@pytest.fixture(scope="module")
def suggester() -> Suggester:
    return Suggester(Lexicon.load())


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("surjery", "surgery"), ("recieve", "receive"), ("definately", "definitely"), ("becuase", "because"),
        ("teamates", "teammates"), ("stoopid", "stupid"), ("teh", "the"), ("tommorow", "tomorrow"),
        ("Seperate", "Separate"), ("WIERD", "WEIRD"), ("embarassed", "embarrassed"), ("fone", "phone"),
        ("rythm", "rhythm"), ("wich", "which"), ("couldnt", "couldn't"), ("dont", "don't"), ("Im", "I'm"),
        ("youre", "you're"), ("monday", "Monday"), ("london", "London"), ("nasa", "NASA"),
        ("himlike", "him like"), ("facefrom", "face from"), ("ofthe", "of the"), ("alot", "a lot"),
        ("infront", "in front"), ("noone", "no one"), ("Atleast", "At least"),
        ("eachother", "each other"), ("u", "you"), ("i", "I"), ("ur", "your"),
        ("did'nt", "didn't"), ("were'nt", "weren't"), ("dosen't", "doesn't"), ("wound't", "wouldn't"),
        ("wan't", "wasn't"), ("whats", "what's"), ("Ill", "I'll"), ("womens", "women's"), ("thgat", "that"),
        ("reaached", "reached"), ("freee", "free"), ("Hhe", "He"), ("THe", "The"), ("blaxk", "black"),
        ("atrtracted", "attracted"),
    ],
)  # fmt: skip
def test_first_guess(suggester: Suggester, wrong: str, right: str) -> None:
    assert suggester.suggest(wrong)[0].text == right


def test_kinds(suggester: Suggester) -> None:
    assert [suggester.suggest(word)[0].kind for word in ("surjery", "himlike", "london", "dont")] == [
        "edit", "split", "case", "apostrophe"
    ]  # fmt: skip


def test_context_decides(suggester: Suggester) -> None:
    assert suggester.suggest("teh", left="in", right="morning")[0].text == "the"
    assert suggester.suggest("hsi", left="in", right="hand")[0].text == "his"
    plain = suggester.suggest("waht")[0]
    placed = suggester.suggest("waht", left="know", right="to")[0]
    assert placed.text == "what" and placed.score > plain.score


def test_words_that_seldom_meet(suggester: Suggester) -> None:
    """ "The his" is hardly ever written, so that it counts against "his" to stand there."""
    alone, placed = ({s.text: s.score for s in suggester.suggest("hsi", left)} for left in (None, "the"))
    assert placed["his"] < alone["his"]


def test_farther_words_are_looked_at_when_none_is_near(suggester: Suggester) -> None:
    assert suggester.suggest("unfortely")[0].text == "unfortunately"


def test_confidence_is_the_share_of_the_likely(suggester: Suggester) -> None:
    clear, torn = suggester.suggest("becuase"), suggester.suggest("widly")
    assert clear[0].confidence > 0.98
    assert {torn[0].text, torn[1].text} == {"wildly", "widely"} and torn[0].confidence < 0.7


def test_names_of_the_story_are_candidates(suggester: Suggester) -> None:
    assert suggester.suggest("Sakrua", known={"Sakura": 40})[0].text == "Sakura"
    assert suggester.suggest("sakura", known={"Sakura": 40})[0].kind == "case"


def test_nothing_near(suggester: Suggester) -> None:
    assert suggester.suggest("") == []
    assert suggester.suggest("日本語") == []
    assert suggester.suggest("q" * 60) == []
    assert all(s.confidence < 0.9 for s in suggester.suggest("xzqjvkw"))


def test_limit_and_order(suggester: Suggester) -> None:
    found = suggester.suggest("hte", limit=3)
    assert len(found) == 3
    assert [s.score for s in found] == sorted((s.score for s in found), reverse=True)
    assert sum(s.confidence for s in found) <= 1


@pytest.mark.parametrize(
    ("first", "second", "right"),
    [
        ("an", "dbegging", "and begging"), ("andb", "egging", "and begging"), ("teen", "ager", "teenager"),
        ("tog", "ether", "together"), ("hav", "ebeen", "have been"), ("Th", "ey", "They"), ("t", "he", "the"),
    ],
)  # fmt: skip
def test_rejoin(suggester: Suggester, first: str, second: str, right: str) -> None:
    found = suggester.rejoin(first, second)
    assert found is not None and found.text == right and found.confidence > 0.9


@pytest.mark.parametrize(
    "words",
    ["of the", "Sakura nodded", "be came", "some thing", "I sat", "I never", "if Lew", "the jutsu",
     "he sighed", "no one", "Kakashi is", "qui est", "an other", "with out", "to day"],
)  # fmt: skip
def test_rejoin_leaves_words_alone(suggester: Suggester, words: str) -> None:
    first, second = words.split()
    assert suggester.rejoin(first, second) is None


@given(st.text(max_size=20), st.text(max_size=20))
def test_never_raises(first: str, second: str) -> None:
    lexicon = Lexicon.load()
    suggester = Suggester(lexicon, Pairs.load(), Channel({}))
    suggester.rejoin(first, second)
    for found in suggester.suggest(first, second, first, {second: 2, first: 1}):
        assert found.text and 0 <= found.confidence <= 1


def test_split_alone(suggester: Suggester) -> None:
    found = suggester.split("himlike")
    assert found is not None and found.text == "him like"
    assert suggester.split("surjery") is None


def test_channel_takes_the_cheapest_groups() -> None:
    channel = Channel({("f", "ph"): 1.0, ("ie", "ei"): 0.5, ("", "e"): 3.0, ("m", "mm"): 1.5})
    assert channel.cost("same", "same") == 0
    assert channel.cost("fone", "phone") == 1.0
    assert channel.cost("recieve", "receive") == 0.5
    assert channel.cost("teamates", "teammates") == 1.5
    assert channel.cost("fon", "phone") == 4.0


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_common_ends_do_not_overlap(one: str, other: str) -> None:
    head, tail = common_ends(one, other)
    assert head + tail <= min(len(one), len(other))
    assert one[:head] == other[:head] and one[len(one) - tail :] == other[len(other) - tail :]


@given(
    st.from_regex(rb"[a-wyz]{1,9}", fullmatch=True),  # an x is two sounds, which one letter may replace
    st.integers(0, 8),
    st.sampled_from(list(b"abcdeghklmnoprstuwyz")),
)
def test_a_changed_letter_changes_few_sounds(word: bytes, place: int, letter: int) -> None:
    changed = bytearray(word)
    changed[place % len(word)] = letter
    near = key(bytes(changed))
    once = {key(word), *neighbours(key(word))}
    assert near in once or any(near in neighbours(sounds) for sounds in once)


@pytest.mark.parametrize(
    ("wrong", "right"), [(b"blaxk", b"black"), (b"secion", b"section"), (b"ghost", b"host"), (b"phat", b"pat")]
)
def test_letters_of_two_sounds(wrong: bytes, right: bytes) -> None:
    reached = {near for sounds in readings(wrong) for near in (sounds, *neighbours(sounds))}
    assert key(right) in reached


@given(st.text("bdklmnrst", min_size=2, max_size=8), st.integers(0, 8), st.sampled_from(["rt", "pl", "kn"]))
def test_far_keys_hold_two_sounds_put_in(sounds: str, place: int, two: str) -> None:
    longer = sounds[:place] + two + sounds[place:]
    assert longer.encode() in far_neighbours(sounds.encode())
    assert sounds.encode() in far_neighbours(longer.encode())


def test_first_choice_weighs_what_was_fitted() -> None:
    from tools.fit_channel import chances

    records = Lexicon.load().group(key(b"women")) + Lexicon.load().group(key(b"london"))
    for raw in (b"wimen", b"lundon", b"wom'en"):
        weighed: list[tuple[float, bytes, int, int, bool, int, int]] = []
        _weigh(raw, records, True, weighed)
        assert weighed
        for value, text, flags, level, same, only_word, only_typed in weighed:
            row = chances(raw, text, flags, level, same)
            assert row[1:3] == (only_word, only_typed)
            assert value == pytest.approx(sum(map(mul, WEIGHTS, row)))


def test_slips_are_few_and_the_same_each_time() -> None:
    from tools.slips import slips

    words = Counter({"surgery": 100, "wanted": 16, "seldom": 3})
    pairs = slips(words, 300, 7, 0.5)
    assert pairs == slips(words, 300, 7, 0.5)
    assert len(pairs) == 300 and all(wrong != right for wrong, right in pairs)
    drawn = Counter(right for _, right in pairs)
    assert 1.5 < drawn["surgery"] / drawn["wanted"] < 4 and not drawn["seldom"]


def test_pairs() -> None:
    pairs = Pairs.load()
    assert pairs.count("of", "the") > pairs.count("a", "lot") > 1
    assert pairs.count("xqz", "the") == 0
    with pytest.raises(ValueError, match="build_lexicon"):
        Pairs(b"something else")
