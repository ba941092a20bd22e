"""Words are understood by their form, slips of the key are not."""

from __future__ import annotations

import pytest

from fanlint.language.en import word_forms

WORDS = frozenset(
    """no right so well button moon lonely child go going king student London like tie seen muggle born
    students sing singing peek peeking regular more prod prodding forge know knowing cloaked""".split()
)


def known(word: str) -> bool:
    return word in WORDS or word.lower() in WORDS


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("Nooooo", "No"),
        ("riiight", "right"),
        ("NOOO", "NO"),
        ("sooo", "so"),
        ("wellll", "wel"),
        ("so", None),
        ("good", None),
    ],
)
def test_elongated(word: str, plain: str | None) -> None:
    assert word_forms.elongated(word) == plain


def test_a_double_made_three_is_a_slip() -> None:
    assert not any(map(known, word_forms.drawls("seeen")))
    assert any(map(known, word_forms.drawls("seeeen")))
    assert not any(map(known, word_forms.drawls("welll")))
    assert any(map(known, word_forms.drawls("wellll")))
    assert word_forms.drawls("commmit") == []


@pytest.mark.parametrize("word", ["3rd", "1990s", "'80s", "42", "3.5", "10pm", "B2", "4th"])
def test_numbers(word: str) -> None:
    assert word_forms.is_number(word)


@pytest.mark.parametrize(
    "word", ["Hmmm", "Aaargh", "pffft", "ahahaha", "Ughhh", "shhhh", "Ooooh", "mhm", "grrrr", "tch", "asdfghjkl"]
)
def test_sounds(word: str) -> None:
    assert word_forms.is_sound(word)


@pytest.mark.parametrize("word", ["hte", "teh", "ahve", "tow", "htat", "flassk", "glassfall"])
def test_slips_are_no_sounds(word: str) -> None:
    assert not word_forms.is_sound(word)


@pytest.mark.parametrize(
    "word",
    [
        "she'd've",
        "mustn't",
        "London's",
        "who'll",
        "goin'",
        "students'",
        "shouldn't've",
        "reg'lar",
        "more'n",
        "y'know",
        "for't",
    ],
)
def test_contractions(word: str) -> None:
    assert word_forms.is_contraction(word, known)


@pytest.mark.parametrize("word", ["xqzn't", "ca'nt", "did'nt", "xqz's", "wouldn'"])
def test_misplaced_apostrophes(word: str) -> None:
    assert not word_forms.is_contraction(word, known)


@pytest.mark.parametrize(
    "word",
    [
        "moonless",
        "rebutton",
        "childlike",
        "loneliness",
        "peekers",
        "proddings",
        "singeth",
        "knowest",
        "nanoforge",
        "decloaked",
    ],
)
def test_living_affixes(word: str) -> None:
    assert word_forms.is_derived(word, known)


@pytest.mark.parametrize("word", ["lonelyness", "rexqzabc", "noless", "goinglike", "thingeth", "depeek"])
def test_dead_affixes(word: str) -> None:
    assert not word_forms.is_derived(word, known)


@pytest.mark.parametrize("word", ["well-born", "un-tie", "Muggle-borns", "king-like", "ex-king", "so-so-so"])
def test_hyphens(word: str) -> None:
    assert word_forms.is_hyphenated(word, known)


@pytest.mark.parametrize("word", ["well-xqz", "-", "", "king"])
def test_unknown_parts(word: str) -> None:
    assert not word_forms.is_hyphenated(word, known)


@pytest.mark.parametrize("word", ["viewscreen", "Homeworlds", "bloodstone", "battlegroups"])
def test_closed_compounds(word: str) -> None:
    assert word_forms.is_compound(word)


@pytest.mark.parametrize("word", ["himlike", "facefrom", "thesword", "swordthe", "screen", ""])
def test_words_run_together_are_no_compounds(word: str) -> None:
    assert not word_forms.is_compound(word)
