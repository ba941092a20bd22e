"""Data built from tiny lists read back as they went in, and the same inputs give the same bytes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fanlint.language.en.bigrams import Pairs
from fanlint.language.en.lexicon import CAPITAL, COMMON, EVERYDAY, LOWER, PLURAL, RARE, SPECIAL, Lexicon

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def tools_on_path() -> Iterator[None]:
    sys.path.insert(0, str(ROOT))
    yield
    sys.path.remove(str(ROOT))


ROWS: dict[str, tuple[int, int | None]] = {
    "surgery": (0x80 | EVERYDAY | LOWER | COMMON, 0x80 | 64),
    "color": (0x80 | EVERYDAY | LOWER, 0x80 | 80),
    "london": (0x80 | EVERYDAY | CAPITAL, 0x80 | 70),
    "rose": (0x80 | EVERYDAY | LOWER | CAPITAL, 0x80 | 60),
    "nasa": (0x80 | EVERYDAY | SPECIAL, 0x80),
    "eyas": (0x80 | LOWER | PLURAL, None),
    "teh": (0x80 | LOWER | RARE, None),
}


def test_words_read_back() -> None:
    from tools.english_pack import pack_words

    data = pack_words(ROWS, {"nasa": ["NASA"]}, {"color": "u"}, buckets=4)
    assert data == pack_words(dict(reversed(ROWS.items())), {"nasa": ["NASA"]}, {"color": "u"}, buckets=4)
    lexicon = Lexicon(data)
    assert [w for w in ("surgery", "Rose", "rose", "London", "NASA", "eyas") if w not in lexicon] == []
    assert [w for w in ("surger", "urgery", "ondon", "london", "teh", "nasa", "Nasa", "ros") if w in lexicon] == []
    assert lexicon.frequency("surgery") == 4.0
    assert lexicon.frequency("london") == 0.0 and lexicon.weight("london") == 4.375
    assert lexicon.at_home("color", "us") and not lexicon.at_home("color", "ca")
    assert lexicon.is_common("surgery") and not lexicon.is_common("rose")
    assert lexicon.is_rare("teh") and not lexicon.accepts("teh")
    assert lexicon.accepts("eyass") and lexicon.accepts("London's")


def test_pairs_read_back() -> None:
    from tools.english_counts import Counts
    from tools.english_pack import pack_pairs

    counts = Counts(1000, {}, {}, {("of", "the"): 100, ("a", "lot"): 10, ("of", "xqz"): 100, ("rare", "pair"): 3})
    pairs = Pairs(pack_pairs(counts, {"of", "the", "a", "lot", "rare", "pair"}, 5))
    assert pairs.total == 1000
    assert pairs.count("of", "the") == 2.0
    assert pairs.count("a", "lot") == 1.0
    assert pairs.count("of", "xqz") == pairs.count("rare", "pair") == 0.0


def test_whole_build_from_small_lists(tmp_path: Path) -> None:
    from tools import build_lexicon

    scowl = tmp_path / "scowl"
    scowl.mkdir()
    for name, words in {
        "english-words.10": "because\nof\nhouse\nhouses\nsurgery\ncafé\nhouse's",
        "american-words.10": "color",
        "british-words.10": "colour",
        "english-words.80": "beecause\naardwolf\naardwolfs\nalot",
        "english-words.95": "zyzzogeton",
        "english-upper.10": "Monday",
    }.items():
        (scowl / name).write_text(words + "\n", encoding="utf-8")
    train = tmp_path / "train.txt"
    train.write_text("He went because of the house on Monday, because of surgery.\n" * 150, encoding="utf-8")
    for out in ("one", "two"):
        build_lexicon.build(scowl, train, tmp_path / out)
    assert (tmp_path / "one/lexicon.bin").read_bytes() == (tmp_path / "two/lexicon.bin").read_bytes()
    assert (tmp_path / "one/bigrams.bin").read_bytes() == (tmp_path / "two/bigrams.bin").read_bytes()
    lexicon = Lexicon.load(str(tmp_path / "one/lexicon.bin"))
    assert all(
        map(
            lexicon.accepts,
            ["because", "houses", "café", "color", "colour", "aardwolfs", "Monday", "facepalm"],
        )
    )
    assert not any(map(lexicon.accepts, ["beecause", "alot", "zyzzogeton", "monday"]))
    assert lexicon.is_rare("beecause")
    assert Pairs.load(str(tmp_path / "one/bigrams.bin")).count("because", "of") > 2.0


@pytest.mark.parametrize(
    ("line", "forms"),
    [
        ("mana", "mana"),
        ("starship/n", "starship starships"),
        ("hitbox/n", "hitbox hitboxes"),
        ("pony/n", "pony ponies"),
        ("respawn/v", "respawn respawns respawning respawned"),
        ("glare/v", "glare glares glaring glared"),
        ("guarantee/v", "guarantee guarantees guaranteeing guaranteed"),
        ("decry/v", "decry decries decrying decried"),
        ("zap/d", "zap zaps zapping zapped"),
        ("oversleep/s", "oversleep oversleeps oversleeping"),
        ("gangly/c", "gangly ganglier gangliest"),
    ],
)
def test_inflections_of_curated_words(line: str, forms: str) -> None:
    from tools.english_words import inflected

    assert inflected(line) == forms.split()


def test_a_class_that_is_none_is_refused() -> None:
    from tools.english_words import inflected

    with pytest.raises(ValueError, match="class of inflection"):
        inflected("hurt/comfort")


def test_curated_lists_are_sorted_and_clean() -> None:
    from tools.english_words import inflected

    lists = sorted((ROOT / "tools/words").glob("*.txt"))
    assert len(lists) > 5
    for path in lists:
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("# ") and lines[0].endswith(".")
        words = [line for line in lines if not line.startswith("#")]
        assert all(map(inflected, words))
        assert words == sorted(set(words)), path.name
        assert all(word == word.strip() and word for word in words)
