"""SARIF 2.1.0, for GitHub code scanning and other viewers of static analysis."""

from __future__ import annotations

import os
from collections import Counter
from typing import Any

from fanlint.formats.base import Source
from fanlint.model import Finding, Fix, Safety, Severity
from fanlint.report import Checked, Describe, Outcome, Style
from fanlint.report.json_object import dump
from fanlint.report.places import Range, in_file, new_text, place_of, shown_path, sureness, text_of

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def render(outcome: Outcome, style: Style, describe: Describe | None = None) -> str:  # noqa: ARG001
    from fanlint import __version__  # the package's root resolves its names late

    rules = sorted({finding.rule for checked in outcome.files for finding in checked.findings})
    index = {rule: number for number, rule in enumerate(rules)}
    results = [result for checked in outcome.files for result in _results(checked, index)]
    driver = {"name": "fanlint", "version": __version__, "rules": [_rule(rule, describe) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "invocations": [_invocation(outcome)],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": results,
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(rule: str, describe: Describe | None) -> dict[str, Any]:
    text = (describe(rule) if describe is not None else "").strip() or rule
    return {"id": rule, "shortDescription": {"text": _first_sentence(text)}, "help": {"text": text}}


def _first_sentence(text: str) -> str:
    paragraph = " ".join(text.split("\n\n", 1)[0].split())
    first, stop, _ = paragraph.partition(". ")
    return first + stop.strip()


def _invocation(outcome: Outcome) -> dict[str, Any]:
    invocation: dict[str, Any] = {"executionSuccessful": not outcome.errors}
    if outcome.errors:
        invocation["toolExecutionNotifications"] = [
            {"level": "error", "message": {"text": shown_path(line)}} for line in outcome.errors
        ]
    return invocation


def _results(checked: Checked, index: dict[str, int]) -> list[dict[str, Any]]:
    artifact = {"uri": uri(checked.path)}
    seen: Counter[str] = Counter()
    results = []
    for finding in checked.findings:
        print_ = _fingerprint(checked.source, finding)
        seen[print_] += 1
        result: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": index[finding.rule],
            "level": _LEVELS[finding.severity],
            "message": {"text": finding.message},
            "locations": [_location(artifact, place_of(checked.source, finding))],
            # A number tells apart two findings of the same text on a line, as GitHub does.
            "partialFingerprints": {"fanlint/v1": f"{print_}:{seen[print_]}"},
        }
        if finding.also:
            result["relatedLocations"] = [_location(artifact, in_file(checked.source, span)) for span in finding.also]
        fixes = [fix for fix in finding.fixes if checked.source.can_apply(fix)]
        if fixes:
            result["fixes"] = [_fix(checked.source, artifact, fix) for fix in fixes]
        results.append(result)
    return results


def _location(artifact: dict[str, str], place: Range) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": artifact, "region": _region(place)}}


def _region(place: Range) -> dict[str, int]:
    start, end = place
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _fix(source: Source, artifact: dict[str, str], fix: Fix) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(in_file(source, span)), "insertedContent": {"text": new_text(source, text)}}
        for span, text in fix.edits
    ]
    return {
        "description": {"text": fix.title},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
        "properties": {"safety": Safety(sureness(source, fix)).name.lower()},
    }


def _fingerprint(source: Source, finding: Finding) -> str:
    """What stays the same while other lines change: the rule, the text and its line, as 16 hexadecimal digits."""
    import hashlib  # costs 10 ms

    line = source.line(place_of(source, finding).start.line)
    text = "\0".join((finding.rule, text_of(source, finding), line))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def uri(path: str) -> str:
    """A path as a URI, relative to the current folder where it lies within."""
    from urllib.parse import quote  # costs 6 ms

    if path == "-":
        return "stdin"
    if os.path.isabs(path):
        try:
            inside = os.path.relpath(path)
        except ValueError:  # another drive of Windows
            inside = os.pardir
        if inside.split(os.sep, 1)[0] == os.pardir:
            return "file://" + quote("/" + path.replace(os.sep, "/").lstrip("/"), safe="/", errors="surrogateescape")
        path = inside
    return quote(os.path.normpath(path).replace(os.sep, "/"), safe="/", errors="surrogateescape")
