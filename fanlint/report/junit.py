"""JUnit's XML, which build servers show as a table of tests: a suite for each file, a case for each finding."""

from __future__ import annotations

import re

from fanlint.model import Finding, Severity
from fanlint.report import Checked, Describe, Outcome, Style
from fanlint.report.advice import advice
from fanlint.report.places import place_of, shown_path

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # by XML 1.0, even as references


def render(outcome: Outcome, style: Style, describe: Describe | None = None) -> str:  # noqa: ARG001
    suites = [_suite(checked) for checked in outcome.files]
    if outcome.errors:
        suites.append(_unread(outcome.errors))
    rows = [row for suite in suites for row in suite]
    total = sum(max(len(checked.findings), 1) for checked in outcome.files) + len(outcome.errors)
    failed = sum(map(_failures, outcome.files))
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f"<testsuites{_attributes(name='fanlint', tests=total, failures=failed, errors=len(outcome.errors))}>",
            *rows,
            "</testsuites>\n",
        ]
    )


def _suite(checked: Checked) -> list[str]:
    path = shown_path(checked.path)
    numbers = {"tests": max(len(checked.findings), 1), "failures": _failures(checked), "errors": 0}
    rows = [_case(checked, path, finding) for finding in checked.findings]
    if not rows:
        rows = [f"    <testcase{_attributes(name='no mistakes', classname=path, file=path)}/>"]
    return [f"  <testsuite{_attributes(name=path, **numbers)}>", *rows, "  </testsuite>"]


def _failures(checked: Checked) -> int:
    return sum(finding.severity is not Severity.HINT for finding in checked.findings)


def _case(checked: Checked, path: str, finding: Finding) -> str:
    start = place_of(checked.source, finding).start
    name = f"{finding.rule} at {start.line}:{start.column}"
    case = _attributes(name=name, classname=path, file=path, line=start.line)
    message = " ".join(filter(None, (finding.message, advice(checked.source, finding))))
    text = f"{path}:{start.line}:{start.column}: {message}"
    if finding.severity is Severity.HINT:  # a note fails no run, so it fails no test
        return f"    <testcase{case}><system-out>{_escape(text)}</system-out></testcase>"
    failure = _attributes(type=finding.rule, message=message)
    return f"    <testcase{case}><failure{failure}>{_escape(text)}</failure></testcase>"


def _unread(errors: tuple[str, ...]) -> list[str]:
    rows = [
        f"    <testcase{_attributes(name=f'file {number}', classname='fanlint')}>"
        f"<error{_attributes(message=shown_path(line))}/></testcase>"
        for number, line in enumerate(errors, 1)
    ]
    numbers = _attributes(name="unreadable files", tests=len(errors), failures=0, errors=len(errors))
    return [f"  <testsuite{numbers}>", *rows, "  </testsuite>"]


def _attributes(**values: object) -> str:
    from xml.sax.saxutils import quoteattr  # costs 35 ms

    return "".join(f" {key}={quoteattr(_legal(str(value)))}" for key, value in values.items())


def _escape(text: str) -> str:
    from xml.sax.saxutils import escape

    return escape(_legal(text), {"\r": "&#13;"})


def _legal(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
