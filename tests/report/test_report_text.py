"""The concise format, the statistics, and what holds for all formats."""

from __future__ import annotations

import subprocess
import sys

import pytest
from report_drafts import PLAIN, draft, fault, misspelt, outcome

from fanlint.errors import UnknownName
from fanlint.model import Safety, Severity
from fanlint.report import FORMATS, Outcome, Style, render, statistics


def test_concise_is_one_line_a_finding() -> None:
    source = draft("Teh end of teh\r\nstorry, alas.")
    findings = (
        misspelt(source, "Teh", "The"),
        misspelt(source, "storry", "story", safety=Safety.UNSAFE),
        fault(source, "alas", rule="style/alas", message="A note\non two lines.", severity=Severity.HINT),
    )
    assert render("concise", outcome(source, *findings), PLAIN) == (
        "draft.txt:1:1: spelling/non-word: This is no word. [*]\n"
        "draft.txt:2:1: spelling/non-word: This is no word. [~]\n"
        "draft.txt:2:9: style/alas: A note on two lines.\n"
        "draft.txt: 2 mistakes, 1 note. --fix can correct 1 of them, --unsafe-fixes 1 more.\n"
    )


def test_concise_for_a_clean_draft_is_its_last_line() -> None:
    assert render("concise", outcome(draft("Fine.")), PLAIN) == "No mistakes found in draft.txt.\n"


@pytest.mark.parametrize("format", FORMATS)
def test_findings_come_in_the_order_of_reading(format: str) -> None:
    source = draft("alpha beta gamma")
    findings = [
        fault(source, word, rule=f"rules/{rule}", message=f"Not {word}.")
        for word, rule in (("gamma", "a"), ("alpha", "z"), ("beta", "m"))
    ]
    report = render(format, outcome(source, *findings), PLAIN)
    assert report.index("Not alpha") < report.index("Not beta") < report.index("Not gamma")


def test_statistics_count_by_rule_and_mark_what_can_be_mended() -> None:
    source = draft("teh recieve untill wierd alas")
    findings = (
        misspelt(source, "teh", "the"),
        misspelt(source, "recieve"),
        fault(source, "alas", rule="style/alas"),
        misspelt(source, "wierd", "weird", safety=Safety.UNSAFE)._replace(rule="spelling/swap"),
        misspelt(source, "untill", "until")._replace(rule="grammar/x"),
    )
    assert statistics("full", outcome(source, *findings), PLAIN) == (
        "2  [-]  spelling/non-word\n"
        "1  [*]  grammar/x\n"
        "1       spelling/swap\n"
        "1       style/alas\n"
        "\n"
        "[*] --fix corrects all of these, [-] --fix corrects some of these\n"
    )
    assert "1  [*]  spelling/swap" in statistics("full", outcome(source, *findings), Style(unsafe=True))


def test_statistics_of_nothing_are_empty() -> None:
    assert statistics("full", outcome(draft("Fine.")), PLAIN) == ""
    assert statistics("full", Outcome(()), PLAIN) == ""


def test_an_unknown_format_is_named_with_the_nearest_one() -> None:
    with pytest.raises(UnknownName, match="Did you mean “concise”"):
        render("concize", Outcome(()), PLAIN)


def test_the_way_to_a_report_for_people_imports_nothing_heavy() -> None:
    """What a report adds to the modules that reading the draft has loaded already; only for these two formats."""
    code = """if True:
        import sys
        from fanlint.formats import parse
        from fanlint.model import Finding, Safety, Severity, Span, replace
        source = parse("a.txt", b"teh end")
        source.document.tokens
        before = set(sys.modules)
        from fanlint.report import Checked, Outcome, Style, render
        finding = Finding("a/b", Span(0, 3), "No.", Severity.ERROR, (replace(Span(0, 3), "the", Safety.SAFE),))
        for format in ("full", "concise"):
            render(format, Outcome((Checked("a.txt", source, (finding,)),)), Style())
        print(*sorted(name for name in set(sys.modules) - before if not name.startswith("fanlint.report")))
    """
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    allowed = {"unicodedata", "importlib", "importlib._bootstrap", "importlib._bootstrap_external", "warnings"}
    assert set(run.stdout.split()) <= allowed
