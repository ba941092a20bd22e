"""Which words of other languages are accepted, and what is suggested for the others."""

from __future__ import annotations

import unicodedata

import pytest
from spellchecker import SpellChecker

from fanlint.language import ENGLISH
from fanlint.language.base import language, languages
from fanlint.language.near_words import NearWords
from fanlint.language.word_list import Words
from fanlint.story import Story
from fanlint.text.document import Document

ACCEPTED = {
    "es": "niños ventanas corrieron susurró dámelo explícanoslo decírselo dijeron tuviéramos rápidamente luces "
    "busqué siguió pienso pidieron durmiera café Café CAFÉ",
    "fr": "l'homme l’homme qu'il aujourd'hui jusqu'ici d'argent cœur sœur fenêtres chuchotèrent",
    "de": "Streichholzschachtel Fensterscheiben Treppenstufe Leuchtturm Straße daß muß Hauses schönsten",
    "pt": "fazê janelas sussurrou acção óptimo guardá lhe",
    "it": "dell'arte un'altra cos'è dirglielo accorgersi trattenere silenziosamente l'uomo",
    "ru": "ещё еще всё звёзды звезды",
}
REFUSED = {
    "es": "haver recojieron nuves tambien cancion nuevs silecnio",
    "fr": "d'homm tres deja fenetre z'homme",
    "de": "Haustühr Fenstrscheiben Strasse plözlich",
    "pt": "nao tambem coracao jannela",
    "it": "perchè fratelo qual'uomo occchi capeli",
    "ru": "пожалуйтса комнтае",
}
SUGGESTED = {
    "es": "cafe café, tambien también, Tambien También, silecnio silencio, pregutó preguntó, TAMBIEN TAMBIÉN",
    "fr": "tres très, deja déjà, l'ecurie l'écurie, fenetre fenêtre, personnne personne",
    "de": "Strasse Straße, fuer für, plözlich plötzlich, Grüsse Grüße, muessen müssen",
    "pt": "nao não, coracao coração, jannela janela, atençao atenção",
    "it": "perche perché, perchè perché, citta città, occchi occhi",
    "ru": "пожалуйтса пожалуйста, никогад никогда",
}


def cases(table: dict[str, str], mark: str = " ") -> list[tuple[str, str]]:
    return [(code, one.strip()) for code, listed in table.items() for one in listed.split(mark)]


@pytest.mark.parametrize(("code", "word"), cases(ACCEPTED))
def test_a_good_word_is_accepted_however_its_accents_are_stored(code: str, word: str) -> None:
    words = Words.load(code)
    assert words.accepts(word)
    assert words.accepts(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize(("code", "word"), cases(REFUSED))
def test_a_slip_is_not_accepted(code: str, word: str) -> None:
    assert not Words.load(code).accepts(word)


@pytest.mark.parametrize(("code", "pair"), cases(SUGGESTED, ","))
def test_what_was_meant_comes_first(code: str, pair: str) -> None:
    wrong, right = pair.split()
    suggester = NearWords(Words.load(code))
    assert suggester.suggest(wrong)[0].text == right
    assert suggester.suggest(unicodedata.normalize("NFD", wrong))[0].text == right


@pytest.mark.parametrize("word", ["barquifante", "Mirenda", "xyz", "se", "a" * 60])
def test_nothing_is_suggested_where_nothing_is_near(word: str) -> None:
    assert NearWords(Words.load("es")).suggest(word) == []


def test_an_english_word_is_no_slip_of_another_language() -> None:
    assert NearWords(Words.load("fr")).suggest("line") == []


@pytest.mark.parametrize("code", [code for code in languages() if code != ENGLISH])
def test_every_language_of_the_package_can_be_checked(code: str) -> None:
    words = Words.load(code)
    counts = SpellChecker(language=code).word_frequency
    frequent = sorted(counts.keys(), key=counts.__getitem__)[-20:]
    assert all(map(words.accepts, frequent))
    story = Story(Document(" ".join(frequent)), language=code)
    assert story.unknown == {}
    assert language(code).code == code


def test_a_language_that_nobody_described_has_no_closed_lists() -> None:
    assert language("lv").paradigms == ()
    assert language("lv").elided == frozenset()
