"""Checks a rule against its own examples; public, so that other people's rules are tested as ours are."""

from __future__ import annotations

from fanlint.canon.load import load_canons
from fanlint.engine.linter import Linter
from fanlint.rules.rule import Example, Rule, parse_example
from fanlint.text.document import Document


def check_examples(rule: Rule) -> None:
    """Raise AssertionError, saying what differs, unless the rule finds and fixes just what its examples mark."""
    examples = [parse_example(notation) for notation in rule.examples]
    marked = sum(bool(example.marks) for example in examples)
    assert marked >= 2, f"{rule.name}: needs at least two examples with braces, has {marked}"
    assert len(examples) - marked >= 2, (
        f"{rule.name}: needs at least two examples without braces, has {len(examples) - marked}"
    )
    canon = load_canons(rule.example_canon) if rule.example_canon else None
    linter = Linter((rule,), canon, english=rule.example_english, language=rule.example_language)
    for example in examples:
        check_example(linter, example, rule.name)


def check_example(linter: Linter, example: Example, name: str) -> None:
    """Raise AssertionError unless exactly the marked places are found and the first fixes give the fixed text."""
    document = Document(example.text)
    found = linter.lint(document)
    expected = [mark.span for mark in example.marks]
    got = [finding.span for finding in found]
    assert got == expected, (
        f"{name}: in “{example.text}” found {[document.slice(span) for span in got]} at {got}, "
        f"not {[document.slice(span) for span in expected]} at {expected}"
    )
    edits = sorted(edit for finding in found if finding.fixes for edit in finding.fixes[0].edits)
    from fanlint.model import splice

    assert splice(example.text, edits) == example.fixed, (
        f"{name}: the first fixes make “{splice(example.text, edits)}”, not “{example.fixed}”"
    )
