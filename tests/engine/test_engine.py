"""The engine: which findings stand, which fixes are applied together, and that mending ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlint import formats
from fanlint.canon.load import load_canons
from fanlint.engine.linter import Linter
from fanlint.errors import BadRule, FightingRules
from fanlint.model import Edit, Finding, Fix, Safety, Span
from fanlint.rules.catalog import Catalog
from fanlint.rules.rule import Rule, Where
from fanlint.story import Story
from fanlint.text.document import Document

CATALOG = Catalog()
EVERYTHING = Linter((CATALOG.load(name) for name in CATALOG.names), load_canons(["naruto"]))


class Swap(Rule):
    """Finds one string and offers another."""

    safety = Safety.SAFE
    message = "Change it."

    def __init__(self, name: str, wrong: str, right: str) -> None:
        self.name, self._wrong, self._right = name, wrong, right

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        at = item.text.find(self._wrong)
        while at >= 0:
            yield self.found(Span(at, at + len(self._wrong)), self._right)
            at = item.text.find(self._wrong, at + 1)


def mend(text: str, *rules: Rule) -> str:
    return Linter(rules).fix(formats.parse("draft.txt", text.encode())).source.written


def test_touching_fixes_wait_for_the_next_pass() -> None:
    assert mend("ab ab", Swap("t/one", "a", "x"), Swap("t/two", "b", "y")) == "xy xy"


def test_a_fix_does_not_break_what_another_relied_on() -> None:
    # The second rule sees “ab” only until the first has changed its “a”; whichever is first, no half of a fix stays.
    assert mend("ab", Swap("t/one", "a", "x"), Swap("t/two", "ab", "q")) in ("xb", "q")


def test_a_fix_of_several_edits_is_applied_whole() -> None:
    class Pair(Rule):
        """Changes both ends."""

        name, message = "t/pair", "Change both."

        def check(self, item: Document, story: Story) -> Iterator[Finding]:
            if item.text.startswith("a") and item.text.endswith("a\n"):
                end = len(item.text) - 2
                edits = (Edit(Span(0, 1), "b"), Edit(Span(end, end + 1), "b"))
                yield self.found(Span(0, 1), fixes=(Fix(edits, Safety.SAFE, "Change both."),))

    assert mend("a and a\n", Pair()) == "b and b\n"


def test_rules_that_undo_one_another_are_all_named() -> None:
    rules = (Swap("t/one", "cat", "dog"), Swap("t/two", "dog", "cat"), Swap("t/other", "x", "y"))
    with pytest.raises(FightingRules) as caught:
        mend("cat x", *rules)
    assert caught.value.rules == ("t/one", "t/two")


def test_a_rule_that_never_ends_is_named() -> None:
    with pytest.raises(FightingRules) as caught:
        mend("a", Swap("t/grow", "a", "aa"))
    assert caught.value.rules == ("t/grow",)


def test_a_rule_that_fails_is_named_in_one_line() -> None:
    class Broken(Rule):
        """Fails."""

        name, message = "t/broken", "Never said."

        def check(self, item: Document, story: Story) -> Iterator[Finding]:
            raise ValueError("no such thing")
            yield  # type: ignore[unreachable]

    with pytest.raises(BadRule, match="“t/broken” failed: ValueError: no such thing") as caught:
        Linter([Broken()]).lint(Document("word"))
    assert "\n" not in str(caught.value)


def test_a_rule_for_narration_keeps_out_of_speech() -> None:
    rule = Swap("t/one", "red", "blue")
    rule.where = Where.NARRATION
    text = 'The red door. "The red door," she said.'
    assert [finding.span.start for finding in Linter([rule]).lint(Document(text))] == [4]


def test_a_note_of_the_author_is_left_alone() -> None:
    text = "A/N: the red one-shot, please review!\n\nThe red door."
    spans = [finding.span.start for finding in Linter([Swap("t/one", "red", "blue")]).lint(Document(text))]
    assert spans == [text.rindex("red")]


def test_a_rule_yields_to_the_one_that_says_more() -> None:
    vague, exact = Swap("t/vague", "teh", "ten"), Swap("u/exact", "teh", "the")
    vague.yields_to = ("u/",)
    assert [finding.rule for finding in Linter([vague, exact]).lint(Document("teh cat"))] == ["u/exact"]


def test_thousands_of_findings_cost_no_square() -> None:
    text = "ab " * 20_000
    mended = mend(text, Swap("t/one", "a", "x"), Swap("t/two", "b", "y"))
    assert mended == "xy " * 20_000


def test_a_sure_fix_keeps_away_from_a_word_that_is_none() -> None:
    """“an dbegging” is a slipped space: an article mended for its sound would hide that."""
    source = formats.parse("draft.txt", b"She was crying an dbegging him to stay.\n")
    mended = EVERYTHING.fix(source)
    assert not mended.fixed
    assert [finding.fixes[0].edits[0].text for finding in mended.left] == ["and begging"]


FRAGMENTS = st.sampled_from(
    [
        '"', "“", "”", "'", "’", " ", "  ", "\n", "\n\n", "\r\n", ".", ",", "?", "!", "...", "…", "—", "-", "--",
        "I", "i", "i'm", "the", "the the", "Sakura", "sakura", "Haruna", "Naruto-Kun", "Lee kun", "Lee-san",
        "Lee-kun", "Chunnin", "surjery", "himlike", "an dbegging", "said", "she said", "He said", "asked",
        "alot", "could of", "gone", "had broke", "for awhile", "everyday", "S- Sakura", "w-what", "No", "But",
        "and", "café", "Chūnin", "日本", "😀", "x́", "A/N:", "* * *", "<!-- fanlint: off -->",
        "<!-- fanlint: ignore -->", "http://a.example/b", "\ufeff", "\u2028", "\u200b", "\x00",
    ]
)  # fmt: skip
STORIES = st.lists(FRAGMENTS, max_size=40).map(" ".join) | st.lists(FRAGMENTS, max_size=40).map("".join)


@given(STORIES | st.text())
def test_mending_any_text_ends_and_a_second_run_changes_nothing(text: str) -> None:
    """All rules at once, safe fixes and then all first fixes that may be applied."""
    data = text.replace("\x00", "").encode()
    once = EVERYTHING.fix(formats.parse("draft.txt", data))
    assert not any(
        finding.fixes and finding.fixes[0].safety is Safety.SAFE and once.source.can_apply(finding.fixes[0])
        for finding in once.left
    )
    twice = EVERYTHING.fix(once.source)
    assert twice.source.written == once.source.written
    assert not twice.fixed
    EVERYTHING.fix(once.source, safety=Safety.UNSAFE)


@given(STORIES | st.text())
def test_findings_lie_in_the_text_in_order_and_twice_the_same(text: str) -> None:
    document = Document(text)
    found = EVERYTHING.lint(document)
    assert [finding.span for finding in found] == sorted(finding.span for finding in found)
    for finding in found:
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        for fix in finding.fixes:
            spans = [edit.span for edit in fix.edits]
            assert spans == sorted(spans)
            assert all(0 <= span.start <= span.end <= len(text) for span in spans)
            assert all(before.end <= after.start for before, after in pairwise(spans))
    assert found == EVERYTHING.lint(Document(text))
