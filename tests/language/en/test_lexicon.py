"""The shipped lexicon knows English, and stored data say what went in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlint.language.en.lexicon import Lexicon, fold


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


@pytest.mark.parametrize(
    "word",
    """surgery Surgery SURGERY London LONDON I don't don’t Don't café cafe naïve œuvre encyclopædia colour
    color organise organize okay 'kay gonna y'all facepalm texted bestie hoodie mom mum headcanon fanfic
    shapeshifter teleported senpai bento kunai sensei goddammit nevermind Hogwarts Netflix NASA McDonald
    iPhone TV hewn wont Nooooo riiight Hmmm Aaargh pffft ahahaha she'd've mustn't who're James's 1990s 3rd
    '80s XIV goin' ol' un-button re-entered Muggle-borns half-lidded matter-of-fact moonless unhurriedly
    anti-climax pell-mell lich mana respawning hitboxes starships homeworld viewscreen battlegroups nanoforge decloaked
    headcanoned smartphone takoyaki mm-hmm rainforest proddings knowest singeth y'know m'dear more'n for't reg'lar
    sep'rate yesss Nguyen Aoife""".split(),
)
def test_accepts_english(lexicon: Lexicon, word: str) -> None:
    assert lexicon.accepts(word)


@pytest.mark.parametrize(
    "word",
    """surjery london nasa alot teh thier recieve definately himlike facefrom infront noone couldnt theyre
    becuase wierd seperate tommorow occured prepaired lonelyness busness seeen commmemorated b hte xqz goin
    sURGERY Chunnin teamates dbegging sugery yuor greatful belove plebian transcendant supercede glasss walll
    withlike thatlike outcould cuase does'nt wer'e todays""".split(),
)
def test_refuses_misspellings(lexicon: Lexicon, word: str) -> None:
    assert not lexicon.accepts(word)


@pytest.mark.parametrize(
    "word", ["", "-", "'", "--", "'''", "-a-", "é", "ß", "İstanbul", "日本", "a" * 500, "\0", "a'b'c"]
)
def test_accepts_bears_odd_strings(lexicon: Lexicon, word: str) -> None:
    assert lexicon.accepts(word) in (True, False)


@given(st.text())
def test_accepts_never_raises(word: str) -> None:
    known = Lexicon.load()
    assert known.accepts(word) in (True, False)
    known.frequency(word)
    known.proper_form(word)
    known.at_home(word, "ca")


@given(st.text(alphabet="abehlmnorstu'’-AEM1", max_size=12))
def test_straight_and_curly_apostrophes_are_one(word: str) -> None:
    known = Lexicon.load()
    assert known.accepts(word) == known.accepts(word.replace("'", "’"))


def test_membership_is_exact(lexicon: Lexicon) -> None:
    assert "surgery" in lexicon
    assert "Surgery" not in lexicon
    assert "London" in lexicon
    assert "london" not in lexicon
    assert "don't" in lexicon
    assert 5 not in lexicon


def test_frequency_counts_lower_case_only(lexicon: Lexicon) -> None:
    assert lexicon.frequency("the") > 7
    assert lexicon.frequency("surgery") < lexicon.frequency("house") < lexicon.frequency("the")
    assert lexicon.frequency("london") == 0
    assert lexicon.weight("london") > 4
    assert lexicon.frequency("lee") < lexicon.frequency("sheltered") + 1.5
    assert lexicon.frequency("xqz") == 0


def test_names(lexicon: Lexicon) -> None:
    assert lexicon.is_proper("Monday") and lexicon.is_proper("monday") and lexicon.is_proper("NASA")
    assert not lexicon.is_proper("rose") and not lexicon.is_proper("xqz")
    assert lexicon.proper_form("monday") == "Monday"
    assert lexicon.proper_form("english") == "English"
    assert lexicon.proper_form("nasa") == "NASA"
    assert lexicon.proper_form("rose") is None
    assert lexicon.proper_form("xqz") is None
    assert lexicon.proper_form("i") == "I"


def test_common_words(lexicon: Lexicon) -> None:
    assert all(map(lexicon.is_common, ["face", "from", "like", "surgery", "him", "lot"]))
    assert not any(map(lexicon.is_common, ["london", "eyas", "xqz", "te", "aa"]))


@pytest.mark.parametrize(
    ("word", "homes"),
    [
        ("color", "us"),
        ("colour", "uk ca au"),
        ("organise", "uk au"),
        ("organize", "us uk ca"),
        ("cozy", "us ca"),
        ("house", "us uk ca au"),
        ("xqz", "us uk ca au"),
    ],
)
def test_homes(lexicon: Lexicon, word: str, homes: str) -> None:
    assert [english for english in ("us", "uk", "ca", "au") if lexicon.at_home(word, english)] == homes.split()


def test_fold() -> None:
    assert fold("café") == "cafe"
    assert fold("don’t") == "don't"
    assert fold("œuvre") == "oeuvre"


def test_rejects_other_files() -> None:
    with pytest.raises(ValueError, match="build_lexicon"):
        Lexicon(b"something else altogether, and long enough")
