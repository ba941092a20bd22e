"""SARIF, GitHub, reviewdog and JUnit: each counts columns and escapes in its own way."""

from __future__ import annotations

import json
import os
from typing import Any
from xml.etree import ElementTree

import pytest
from report_drafts import PLAIN, draft, fault, misspelt, outcome, place

from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span, replace
from fanlint.report import Checked, Outcome, render
from fanlint.report.sarif import uri

ODD = "cafe\u0301 “😀” teh end, teh.\r\n"  # "teh" begins at column 11, at byte 19 of the line, both from 1


def sarif(run: Outcome, **options: Any) -> Any:
    report = json.loads(render("sarif", run, PLAIN, **options))
    assert report["version"] == "2.1.0"
    assert len(report["runs"]) == 1
    return report["runs"][0]


def test_sarif_counts_code_points_and_says_so() -> None:
    for encoding in ("utf-8", "utf-16"):
        source = draft("First.\r\n" + ODD, encoding)
        run = sarif(outcome(source, misspelt(source, "teh", "the")))
        assert run["columnKind"] == "unicodeCodePoints"
        region = {"startLine": 2, "startColumn": 11, "endLine": 2, "endColumn": 14}
        (result,) = run["results"]
        assert result["locations"][0]["physicalLocation"]["region"] == region
        change = result["fixes"][0]["artifactChanges"][0]
        assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "the"}}]


def test_sarif_has_a_table_of_rules_with_their_explanations() -> None:
    from fanlint import __version__

    source = draft("teh end")
    findings = (
        fault(source, "end", rule="style/end", severity=Severity.HINT),
        fault(source, "teh", severity=Severity.WARNING),
        fault(source, "end", rule="dialogue/end"),
    )
    run = sarif(outcome(source, *findings), describe=lambda rule: f"About {rule}. More\nof it.\n\nAnd a reason.")
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("fanlint", __version__)
    assert [rule["id"] for rule in driver["rules"]] == ["dialogue/end", "spelling/non-word", "style/end"]
    assert driver["rules"][0]["shortDescription"] == {"text": "About dialogue/end."}
    assert driver["rules"][0]["help"]["text"].endswith("And a reason.")
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert {result["ruleId"]: result["level"] for result in run["results"]} == {
        "dialogue/end": "error",
        "spelling/non-word": "warning",
        "style/end": "note",
    }


def test_sarif_rules_without_explanations_have_their_names() -> None:
    source = draft("teh")
    rule = sarif(outcome(source, misspelt(source, "teh")))["tool"]["driver"]["rules"][0]
    assert rule["shortDescription"]["text"] == rule["help"]["text"] == "spelling/non-word"


def test_sarif_fingerprints_outlast_edits_elsewhere_and_differ_on_one_line() -> None:
    def prints(text: str) -> list[str]:
        source = draft(text)
        findings = (fault(source, "teh"), fault(source, "teh", nth=1))
        return [result["partialFingerprints"]["fanlint/v1"] for result in sarif(outcome(source, *findings))["results"]]

    before, after = prints("One.\nteh and teh\n"), prints("One.\nA new line.\n\nteh and teh\nThe end.")
    assert before == after
    assert len(set(before)) == 2
    assert prints("One.\nteh or teh\n")[0] != before[0]


def test_sarif_tells_of_files_that_could_not_be_read() -> None:
    run = sarif(Outcome((), errors=("a.txt: no such file.",)))
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "a.txt: no such file."
    assert sarif(Outcome(()))["invocations"] == [{"executionSuccessful": True}]


def test_sarif_leaves_out_a_fix_that_would_cross_a_comment() -> None:
    source = draft("in <!-- fanlint: words Kaori -->deed")
    span = place(source, "in deed")
    finding = Finding("x/y", span, "Hm.", Severity.ERROR, (replace(span, "indeed", Safety.SAFE),))
    assert "fixes" not in sarif(outcome(source, finding))["results"][0]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("draft.txt", "draft.txt"),
        ("./a/../my draft.txt", "my%20draft.txt"),
        ("../up.txt", "../up.txt"),
        ("chapter: 1#é.md", "chapter%3A%201%23%C3%A9.md"),
        ("-", "stdin"),
        (os.path.join(os.getcwd(), "in", "a.txt"), "in/a.txt"),
        (os.path.join(os.sep, "no where", "a.txt"), "file:///no%20where/a.txt"),
        ("b\udce9.txt", "b%E9.txt"),
    ],
)
def test_paths_as_uris(path: str, expected: str) -> None:
    assert uri(path) == expected


def github(*findings: Finding, source: Any, path: str = "draft.txt") -> list[str]:
    return render("github", outcome(source, *findings, path=path), PLAIN).splitlines()


def test_github_annotations() -> None:
    source = draft("First.\r\n" + ODD)
    assert github(misspelt(source, "teh", "the"), source=source) == [
        "::error file=draft.txt,line=2,endLine=2,col=11,endColumn=14,"
        "title=fanlint (spelling/non-word)::This is no word. Try: “the”"
    ]
    levels = {Severity.WARNING: "::warning ", Severity.HINT: "::notice "}
    for severity, start in levels.items():
        assert github(fault(source, "teh", severity=severity), source=source)[0].startswith(start)


def test_github_escapes() -> None:
    source = draft("100% teh")
    finding = fault(source, "teh", message="100%: one,\r\ntwo.")
    (row,) = github(finding, source=source, path="a:b,c%\n.txt")
    assert row.startswith("::error file=a%3Ab%2Cc%25%0A.txt,line=1,")
    assert row.endswith("::100%25: one,%0D%0Atwo.")


def test_github_takes_no_columns_over_several_lines() -> None:
    source = draft("One\ntwo")
    (row,) = github(fault(source, "ne\ntw"), source=source)
    assert ",line=1,endLine=2,title=" in row


def test_github_shows_files_that_could_not_be_read() -> None:
    assert render("github", Outcome((), errors=("a.txt: 100% gone",)), PLAIN) == (
        "::error title=fanlint::a.txt: 100%25 gone\n"
    )
    assert render("github", Outcome(()), PLAIN) == ""


def rdjson(*findings: Finding, source: Any) -> list[Any]:
    report = json.loads(render("rdjson", outcome(source, *findings), PLAIN))
    assert report["source"] == {"name": "fanlint"}
    found: list[Any] = report["diagnostics"]
    return found


def test_rdjson_counts_bytes_of_utf_8() -> None:
    for encoding in ("utf-8", "utf-16"):
        source = draft("First.\r\n" + ODD, encoding)
        (found,) = rdjson(misspelt(source, "teh", "the", "tea"), source=source)
        at = len(ODD.split("teh")[0].encode()) + 1
        where = {"start": {"line": 2, "column": at}, "end": {"line": 2, "column": at + 3}}
        assert at == 19
        assert found["location"] == {"path": "draft.txt", "range": where}
        assert found["suggestions"] == [{"range": where, "text": "the"}, {"range": where, "text": "tea"}]
        assert (found["severity"], found["code"]) == ("ERROR", {"value": "spelling/non-word"})


def test_rdjson_gives_a_fix_of_several_edits_as_one_suggestion() -> None:
    source = draft("é “Yes ” , he\r\nsaid")
    first, last = place(source, " ”"), place(source, "he\nsaid")
    edits = (Edit(Span(first.start, first.start + 1), ""), Edit(last, "she\nsaid"))
    finding = Finding("x/y", first, "Hm.", Severity.WARNING, (Fix(edits, Safety.SAFE, "Mend."),))
    (suggestion,) = rdjson(finding, source=source)[0]["suggestions"]
    assert suggestion == {
        "range": {"start": {"line": 1, "column": 10}, "end": {"line": 2, "column": 5}},
        "text": "” , she\r\nsaid",
    }


def test_junit_can_be_read_back() -> None:
    source = draft('<Teh> & "teh"\x0b \ufffe end')
    odd = 'No <word> & "such"\x00\x0b\ufffe.\r\nAt all.'
    findings = (
        fault(source, "Teh", message=odd),
        fault(source, "end", rule="style/end", severity=Severity.HINT),
    )
    files = (Checked("a&<b>.txt", source, findings), Checked("clean.txt", draft("Fine."), ()))
    root = ElementTree.fromstring(render("junit", Outcome(files, errors=("c.txt: <no>",)), PLAIN).encode())
    assert root.attrib == {"name": "fanlint", "tests": "4", "failures": "1", "errors": "1"}
    first, second, third = root.findall("testsuite")
    assert (first.get("name"), first.get("tests"), first.get("failures")) == ("a&<b>.txt", "2", "1")
    failing, note = first.findall("testcase")
    failure = failing.find("failure")
    assert failure is not None
    assert failing.attrib["name"] == "spelling/non-word at 1:2"
    assert failure.get("message") == odd.replace("\x00", "�").replace("\x0b", "�").replace("\ufffe", "�")
    assert failure.text == "a&<b>.txt:1:2: " + str(failure.get("message"))
    assert note.find("failure") is None and note.find("system-out") is not None
    (clean,) = second.findall("testcase")
    assert len(clean) == 0
    assert [error.get("message") for error in third.iter("error")] == ["c.txt: <no>"]
