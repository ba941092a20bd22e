"""Properties that hold for every draft: reports are made, can be read back, and fit the terminal."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlint.formats import parse
from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span
from fanlint.report import FORMATS, Checked, Outcome, Style, render, statistics
from fanlint.report.screen import excerpt, shown, width, wrap

CHARS = st.characters(exclude_categories=["Cs"], exclude_characters="\0") | st.sampled_from(
    " \n\r\t“”’…é\u0301日😀\u200b\x1b<&%,:"
)
TEXTS = st.text(CHARS, max_size=300) | st.sampled_from(
    ["", "x " * 400, "long" * 300, "😀" * 200, "<!-- fanlint: off -->"]
)


@st.composite
def spans(draw: st.DrawFn, length: int, low: int = 0) -> Span:
    start = draw(st.integers(low, length))
    return Span(start, draw(st.integers(start, min(length, start + 200))))


@st.composite
def fixes(draw: st.DrawFn, length: int) -> Fix:
    edits: list[Edit] = []
    for _ in range(draw(st.integers(1, 3))):
        edits.append(Edit(draw(spans(length, edits[-1].span.end if edits else 0)), draw(st.text(CHARS, max_size=9))))
    return Fix(tuple(edits), draw(st.sampled_from(Safety)), draw(st.text(CHARS, max_size=20)))


@st.composite
def outcomes(draw: st.DrawFn) -> Outcome:
    text = draw(TEXTS)
    source = parse("draft.txt", text.encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))))
    length = len(source.document.text)
    findings = [
        Finding(
            draw(st.sampled_from(["spelling/non-word", "canon/unknown-name", "style/echo"])),
            draw(spans(length)),
            draw(st.text(CHARS, max_size=60)),
            draw(st.sampled_from(Severity)),
            tuple(draw(st.lists(fixes(length), max_size=4))),
            tuple(draw(st.lists(spans(length), max_size=8))),
        )
        for _ in range(draw(st.integers(0, 4)))
    ]
    path = draw(st.sampled_from(["draft.txt", "-", "my draft: 1.md", "/a/b\n.txt", "b\udce9.txt"]))
    errors = tuple(draw(st.lists(st.text(CHARS, max_size=20), max_size=2)))
    return Outcome((Checked(path, source, tuple(findings)),), draw(st.integers(0, 3)), errors)


STYLES = st.builds(Style, st.booleans(), st.integers(1, 200), st.booleans(), st.booleans())


@pytest.mark.parametrize("format", FORMATS)
@given(run=outcomes(), style=STYLES)
def test_every_format_writes_whatever_was_found(format: str, run: Outcome, style: Style) -> None:
    report = render(format, run, style)
    report.encode()
    assert not report or report.endswith("\n")
    statistics(format, run, style)
    if format == "junit":
        ElementTree.fromstring(report.encode())
    elif format == "json-lines":
        assert [json.loads(line)["rule"] for line in report.splitlines()] == rules(run)
    elif format in ("json", "sarif", "rdjson"):
        found: Any = json.loads(report)
        if format == "json":
            assert [record["rule"] for record in found["findings"]] == rules(run)
    elif format in ("full", "concise") and not style.color:
        assert "\x1b" not in report


def rules(run: Outcome) -> list[str]:
    return [finding.rule for finding in sorted(run.files[0].findings, key=lambda finding: (finding.span, finding))]


@given(line=TEXTS, data=st.data(), columns=st.integers(20, 120))
def test_an_excerpt_fits_and_holds_the_fault(line: str, data: st.DataObject, columns: int) -> None:
    line = line.replace("\n", " ")
    start, end = data.draw(spans(len(line)))
    before, fault, after = excerpt(line, start, end, columns)
    assert width(before) + width(fault) + width(after) <= columns
    assert shown(line[start:end]).startswith(fault)
    assert shown(line[:start]).endswith(before.removeprefix("…")) or shown(line[:start]).endswith(before)
    if width(shown(line[start:end])) <= columns - 2:
        assert fault == shown(line[start:end])


@given(text=TEXTS, columns=st.integers(10, 80))
def test_wrapping_loses_no_word_and_no_row_is_wider_than_it_must_be(text: str, columns: int) -> None:
    rows = wrap([(text, ())], columns, color=False)
    plain = shown(text).replace("\N{NO-BREAK SPACE}", " ")
    assert " ".join(rows).split() == plain.split()
    for row in rows:
        assert width(row) <= columns or len(shown(row).split(" ")) == 1 or "\N{NO-BREAK SPACE}" in text
