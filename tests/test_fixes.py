"""What ``--fix`` promises, over stories of any pieces of dialogue, with any faults in them."""

from __future__ import annotations

from difflib import SequenceMatcher

from hypothesis import given
from stories import stories

from fanlint import formats
from fanlint.catalog import Catalog
from fanlint.engine import Linter
from fanlint.formats.source import Source
from fanlint.model import Finding, Safety, Span, splice

CATALOG = Catalog()
LINTER = Linter([CATALOG.load(name) for name in CATALOG.select()])
MARKS = ("dialogue/", "typography/", "capitals/")


def source_of(text: str) -> Source:
    return formats.parse("draft.txt", text.encode())


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def safe(found: list[Finding]) -> list[Finding]:
    return [one for one in found if one.fixes and one.fixes[0].safety is Safety.SAFE]


def fresh(before: str, known: list[Finding], after: str, left: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """What is found after the fix and was not found before, with some text around it."""
    pairs = SequenceMatcher(None, after, before, autojunk=False).get_matching_blocks()

    def back(offset: int) -> int:
        """Where an offset of the mended text was in the draft."""
        last = max((block for block in pairs if block.a <= offset), key=lambda block: block.a, default=pairs[0])
        return last.b + min(offset - last.a, last.size)

    out = []
    for one in left:
        was = Span(back(one.span.start) - 1, back(one.span.end) + 1)
        if not any(other.rule == one.rule and other.span.overlaps(was) for other in known):
            out.append((one.rule, after[max(0, one.span.start - 15) : one.span.end + 15]))
    return out


@given(stories(faults=False))
def test_a_story_without_a_fault_has_no_finding(text: str) -> None:
    found = [(one.rule, text[max(0, one.span.start - 15) : one.span.end + 15]) for one in LINTER.check(source_of(text))]
    assert found == []


@given(stories(faults=True))
def test_a_mended_story_stays_as_it_is(text: str) -> None:
    mended = LINTER.fix(source_of(text)).source.encoded.text
    again = LINTER.fix(source_of(mended))
    assert again.source.encoded.text == mended
    assert again.fixed == ()


@given(stories(faults=True))
def test_no_fix_makes_a_new_finding(text: str) -> None:
    mended = LINTER.fix(source_of(text))
    after = mended.source.encoded.text
    assert fresh(text, LINTER.check(source_of(text)), after, mended.left) == []


@given(stories(faults=True))
def test_a_paragraph_without_a_finding_is_left_alone(text: str) -> None:
    source = source_of(text)
    mended = LINTER.fix(source)
    touched = {
        text.count("\n\n", 0, edit.span.start) for one in safe(LINTER.check(source)) for edit in one.fixes[0].edits
    }
    after = mended.source.encoded.text.split("\n\n")
    before = text.split("\n\n")
    assert len(after) == len(before)
    assert [line for at, line in enumerate(after) if at not in touched] == [
        line for at, line in enumerate(before) if at not in touched
    ]


@given(stories(faults=True))
def test_marks_are_mended_without_a_letter_lost(text: str) -> None:
    source = source_of(text)
    for one in safe(LINTER.check(source)):
        after = source.rewrite(sorted(one.fixes[0].edits)).decode()
        assert after == splice(text, one.fixes[0].edits)
        if one.rule.startswith(MARKS):
            assert letters(after) == letters(text), one.rule
