"""What ``--fix`` promises, over stories of any pieces of dialogue, with any faults in them.

``--hypothesis-profile=thorough`` tries many more of them.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from hypothesis import given, settings
from stories import Story, stories

from fanlint import formats
from fanlint.engine.linter import Linter
from fanlint.formats.base import Source
from fanlint.model import Finding, Safety, Span, splice
from fanlint.rules.catalog import Catalog

CATALOG = Catalog()
LINTER = Linter([CATALOG.load(name) for name in CATALOG.of_profile("default")])
MARKS = ("dialogue/", "typography/", "capitals/")


def source_of(text: str) -> Source:
    return formats.parse("draft.txt", text.encode())


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def safe(found: list[Finding]) -> list[Finding]:
    return [one for one in found if one.fixes and one.fixes[0].safety is Safety.SAFE]


def distance(one: str, other: str) -> int:
    """Code points to put in, take out or change, to make one text of the other."""
    row = list(range(len(other) + 1))
    for at, left in enumerate(one, 1):
        above, row = row, [at]
        for place, right in enumerate(other):
            row.append(min(above[place + 1] + 1, row[-1] + 1, above[place] + (left != right)))
    return row[-1]


def fresh(before: str, known: list[Finding], after: str, left: tuple[Finding, ...]) -> list[Finding]:
    """What is found after the fix, and was not found at that place before."""
    matches = SequenceMatcher(None, after, before, autojunk=False).get_matching_blocks()

    def back(offset: int) -> int:
        """Where an offset of the mended text was in the draft."""
        last = max((match for match in matches if match.a <= offset), default=matches[0])
        return last.b + min(offset - last.a, last.size)

    out = []
    for one in left:
        was = Span(back(one.span.start) - 1, back(one.span.end) + 1)
        if not any(other.rule == one.rule and other.span.overlaps(was) for other in known):
            out.append(one)
    return out


@settings(derandomize=True)
@given(stories(faults=False))
def test_a_story_without_a_fault_has_no_finding(story: Story) -> None:
    assert [
        (one.rule, story.draft[one.span.start : one.span.end]) for one in LINTER.check(source_of(story.draft))
    ] == []


@settings(derandomize=True)
@given(stories(faults=True))
def test_a_mended_story_stays_as_it_is(story: Story) -> None:
    mended = LINTER.fix(source_of(story.draft)).source.written
    again = LINTER.fix(source_of(mended))
    assert again.source.written == mended
    assert again.fixed == ()


@settings(derandomize=True)
@given(stories(faults=True))
def test_no_fix_makes_a_finding_where_nothing_is_wrong(story: Story) -> None:
    # What was hidden by the fault beside it may come to light: “I know.”she shrugged.
    mended = LINTER.fix(source_of(story.draft))
    after = mended.source.written
    lines, right = after.split("\n\n"), story.right.split("\n\n")
    for one in fresh(story.draft, LINTER.check(source_of(story.draft)), after, mended.left):
        at = after.count("\n\n", 0, one.span.start)
        assert lines[at] != right[at], one


@settings(derandomize=True)
@given(stories(faults=True))
def test_a_mended_paragraph_is_no_farther_from_what_is_right(story: Story) -> None:
    after = LINTER.fix(source_of(story.draft)).source.written
    for mended, draft, right in zip(*(text.split("\n\n") for text in (after, *story)), strict=True):
        if mended != draft:
            assert distance(mended, right) <= distance(draft, right), mended


@settings(derandomize=True)
@given(stories(faults=True))
def test_a_paragraph_without_a_fault_is_left_alone(story: Story) -> None:
    after = LINTER.fix(source_of(story.draft)).source.written
    lines = [text.split("\n\n") for text in (after, *story)]
    assert [mended for mended, draft, right in zip(*lines, strict=True) if draft == right != mended] == []


@settings(derandomize=True)
@given(stories(faults=True))
def test_marks_are_mended_without_a_letter_lost(story: Story) -> None:
    source = source_of(story.draft)
    for one in safe(LINTER.check(source)):
        after = source.apply(sorted(one.fixes[0].edits)).written
        assert after == splice(story.draft, one.fixes[0].edits)
        if one.rule.startswith(MARKS):
            assert letters(after) == letters(story.draft), one.rule
