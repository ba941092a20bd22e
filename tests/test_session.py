"""The public face: settings and text in, findings and fixed text out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import fanlint
from fanlint import Safety, Session, Settings
from fanlint.errors import ConfigError, UnknownName

DRAFT = "“ I know,” said Ilse. Everyone accept the twins was awake, and they could of gone.\n"
RULES = ["dialogue/space-inside-quotes", "confusions/accept-for-except", "eggcorns/could-of"]


def names(findings: list[fanlint.Finding]) -> list[str]:
    return [finding.rule for finding in findings]


def test_a_text_is_checked() -> None:
    found = Session().check(DRAFT)
    assert names(found) == RULES
    assert [DRAFT[one.span.start : one.span.end] for one in found] == [" ", "accept", "of"]


def test_a_text_is_fixed_as_far_as_asked() -> None:
    session = Session()
    fixed = session.fix(DRAFT)
    assert fixed.text == "“I know,” said Ilse. Everyone accept the twins was awake, and they could have gone.\n"
    assert names(list(fixed.fixed)) == [RULES[0], RULES[2]]
    assert [fixed.text[one.span.start : one.span.end] for one in fixed.left] == ["accept"]
    assert "Everyone except" in session.fix(DRAFT, safety=Safety.UNSAFE).text
    assert fanlint.fix_text(DRAFT, ignore=["eggcorns"]) == DRAFT.replace("“ I", "“I")


def test_every_setting_is_one_of_the_config_file() -> None:
    settings = Settings.of(select={"eggcorns"}, words=("Ilse",), english="uk", canon="naruto")
    assert (settings.english, settings.canon, settings.words) == ("uk", ("naruto",), ("Ilse",))
    assert names(Session(settings).check(DRAFT)) == RULES[2:]
    assert names(fanlint.lint_text(DRAFT, ignore=["eggcorns"])) == RULES[:2]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"profil": "strict"}, "Did you mean “profile”"),
        ({"english": "welsh"}, "Choose one of"),
        ({"words_file": "words.txt"}, "relative path"),
    ],
)
def test_settings_that_cannot_be_used_are_refused(options: dict[str, str], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        Settings.of(**options)


def test_a_rule_that_does_not_exist_is_named() -> None:
    with pytest.raises(UnknownName, match="eggcorn"):
        Session(Settings.of(select=["eggcorn"])).check("No.")


def test_the_name_of_a_text_tells_its_format_and_what_is_ignored(tmp_path: Path) -> None:
    settings = Settings.of(str(tmp_path), per_file_ignores={"old/": ["eggcorns"]})
    session = Session(settings)
    assert names(session.check("She *could* of gone.\n", name="draft.md")) == ["eggcorns/could-of"]
    assert names(session.check("She *could* of gone.\n", name="draft.txt")) == []
    assert names(session.check(DRAFT, name="old/draft.txt")) == RULES[:2]


def test_a_file_is_checked_and_fixed_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(DRAFT.encode("utf-16"))
    monkeypatch.chdir("/")
    session = Session()
    assert names(session.check_file(str(path))) == RULES
    assert names(list(session.fix_file(str(path)).fixed)) == [RULES[0], RULES[2]]
    assert path.read_bytes() == DRAFT.replace("“ I", "“I").replace("could of", "could have").encode("utf-16")


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    Session().fix(DRAFT)
    assert capfd.readouterr() == ("", "")


def test_threads_share_a_session() -> None:
    session = Session(Settings.of(canon="naruto"))
    texts = [f"Chapter {number}\n\n{DRAFT * 20}Sakura Haruna wood not go." for number in range(12)]
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(session.check, texts))
    assert found == [Session(Settings.of(canon="naruto")).check(text) for text in texts]
