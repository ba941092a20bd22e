"""The json formats: valid by their schema, and true to the file."""

from __future__ import annotations

import json
import os
from typing import Any

import jsonschema
import pytest
from report_drafts import PLAIN, draft, fault, misspelt, outcome, place

from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span, replace
from fanlint.report import Outcome, render

SCHEMA_FILE = os.path.join(os.path.dirname(__file__), "..", "..", "docs", "json-schema.json")


@pytest.fixture(scope="module")
def schema() -> Any:
    with open(SCHEMA_FILE, encoding="utf-8") as file:
        return json.load(file)


def check(run: Outcome, schema: Any) -> Any:
    report = json.loads(render("json", run, PLAIN))
    jsonschema.Draft202012Validator(schema).validate(report)
    return report


def test_the_schema_is_a_schema(schema: Any) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


def test_the_schema_refuses_what_is_wrong(schema: Any) -> None:
    source = draft("teh")
    good = check(outcome(source, misspelt(source, "teh", "the")), schema)
    for key, value in (("severity", "ERROR"), ("span", [1]), ("line", 0), ("rule", "teh"), ("fixes", None)):
        bad = json.loads(json.dumps(good))
        bad["findings"][0][key] = value
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.Draft202012Validator(schema).validate(bad)


def test_one_object_with_all_that_is_known(schema: Any) -> None:
    source = draft("It rained.\n\nTeh end.\n")
    span = place(source, "Teh")
    finding = fault(source, "Teh", replace(span, "The", Safety.SAFE), replace(span, "Tea", Safety.MANUAL))
    assert check(outcome(source, finding), schema) == {
        "version": 1,
        "findings": [
            {
                "path": "draft.txt",
                "rule": "spelling/non-word",
                "severity": "error",
                "message": "This is no word.",
                "line": 3,
                "column": 1,
                "end_line": 3,
                "end_column": 4,
                "span": [12, 15],
                "text": "Teh",
                "fixes": [
                    {"title": "Change to “The”.", "safety": "safe", "edits": [{"span": [12, 15], "text": "The"}]},
                    {"title": "Change to “Tea”.", "safety": "manual", "edits": [{"span": [12, 15], "text": "Tea"}]},
                ],
            }
        ],
        "errors": [],
        "fixed": 0,
    }


def test_nothing_found(schema: Any) -> None:
    report = check(Outcome((), fixed=3, errors=("a.txt: no such file.",)), schema)
    assert report == {"version": 1, "findings": [], "errors": ["a.txt: no such file."], "fixed": 3}


def test_further_places(schema: Any) -> None:
    source = draft("Jun.\r\nJun.\r\nJun.")
    finding = fault(source, "Jun", also=(place(source, "Jun", 1), place(source, "Jun", 2)))
    assert check(outcome(source, finding), schema)["findings"][0]["also"] == [[6, 9], [12, 15]]


def test_every_finding_has_a_line_and_keys_keep_their_order() -> None:
    source = draft("Teh end of teh story.")
    report = render("json", outcome(source, misspelt(source, "Teh"), misspelt(source, "teh")), PLAIN)
    lines = [line for line in report.splitlines() if line.startswith("  {")]
    assert len(lines) == 2
    assert list(json.loads(lines[1])) == (
        "path rule severity message line column end_line end_column span text fixes".split()
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_spans_are_code_points_of_the_decoded_file(encoding: str, newline: str, schema: Any) -> None:
    text = "“One,” she said.\n\nTeh “end” — teh.\n"
    if encoding != "cp1252":
        text = "😀 cafe\u0301 " + text
    file = text.replace("\n", newline)
    source = draft(file, encoding)
    for word in ("Teh", "teh"):
        finding = check(outcome(source, misspelt(source, word, "x")), schema)["findings"][0]
        start, end = finding["span"]
        assert file[start:end] == word
        assert finding["fixes"][0]["edits"][0]["span"] == [start, end]
        line = file.split(newline)[finding["line"] - 1]
        assert line[finding["column"] - 1 : finding["end_column"] - 1] == word


def apply(file: str, edits: list[dict[str, Any]]) -> str:
    for edit in reversed(edits):
        start, end = edit["span"]
        file = file[:start] + edit["text"] + file[end:]
    return file


def test_edits_applied_by_a_reader_give_what_fix_would_write(schema: Any) -> None:
    file = "“One” 😀\r\n\r\n\r\n\r\nTwo , three\r\n"
    source = draft(file)
    gap, comma = place(source, "\n\n\n\n"), place(source, " ,")
    edits = (Edit(gap, "\n\n"), Edit(Span(comma.start, comma.start + 1), ""), Edit(Span(comma.end, comma.end), " "))
    finding = Finding("x/y", gap, "Hm.", Severity.ERROR, (Fix(edits, Safety.SAFE, "Mend."),))
    written = check(outcome(source, finding), schema)["findings"][0]["fixes"][0]["edits"]
    assert apply(file, written).encode() == source.apply(list(edits)).to_bytes()


def test_a_fix_across_a_comment_is_manual(schema: Any) -> None:
    source = draft("in <!-- fanlint: words Kaori -->deed")
    span = place(source, "in deed")
    finding = Finding("x/y", span, "Hm.", Severity.ERROR, (replace(span, "indeed", Safety.SAFE),))
    record = check(outcome(source, finding), schema)["findings"][0]
    assert record["fixes"][0]["safety"] == "manual"
    assert (record["text"], record["span"]) == ("in deed", [0, 36])


def test_a_span_over_lines(schema: Any) -> None:
    source = draft("One\r\ntwo\r\nthree")
    record = check(outcome(source, fault(source, "e\ntwo\nth")), schema)["findings"][0]
    assert [record[key] for key in ("line", "column", "end_line", "end_column")] == [1, 3, 3, 3]
    assert (record["span"], record["text"]) == ([2, 12], "e\ntwo\nth")


def test_json_lines_is_the_same_findings_one_a_line() -> None:
    source = draft("Teh\u2028 end \x85of\u2029 teh.")
    run = outcome(source, misspelt(source, "Teh"), fault(source, "\u2028 end \x85of\u2029"), misspelt(source, "teh"))
    lines = render("json-lines", run, PLAIN).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(render("json", run, PLAIN))["findings"]
    assert render("json-lines", Outcome(()), PLAIN) == ""


def test_a_path_that_is_no_unicode_can_be_written() -> None:
    report = render("json", outcome(draft("teh"), misspelt(draft("teh"), "teh"), path="b\udce9b\udce9.txt"), PLAIN)
    assert "b�b�.txt" in report
    report.encode()
