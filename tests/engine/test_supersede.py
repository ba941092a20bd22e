"""Which of several findings about one place stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fanlint.engine.supersede import superseded
from fanlint.model import Finding, Severity, Span
from fanlint.rules.catalog import Catalog
from fanlint.selectors import covered

NAMES = tuple(f"t/{letter}" for letter in "abcdefgh")


def finding(rule: str, start: int, end: int) -> Finding:
    return Finding(rule, Span(start, end), "Look here.", Severity.WARNING)


def test_only_what_stands_itself_silences_another() -> None:
    first, second, third = finding("t/a", 0, 3), finding("t/b", 2, 6), finding("t/c", 5, 9)
    yields = {"t/a": ("t/b",), "t/b": ("t/c",), "t/c": ()}
    assert superseded([first, second, third], yields) == [first, third]


def test_rules_that_yield_in_a_circle_are_settled_by_order_of_place() -> None:
    around = {"t/a": ("t/b",), "t/b": ("t/c",), "t/c": ("t/a",)}
    found = [finding(rule, 0, 3) for rule in around]
    assert superseded(found, around) == [finding("t/a", 0, 3)]


@st.composite
def yielding(draw: st.DrawFn, *, circles: bool) -> dict[str, tuple[str, ...]]:
    """What each rule yields to; without circles, only rules of later names."""
    return {
        name: tuple(draw(st.lists(st.sampled_from(NAMES if circles else NAMES[at + 1 :]), unique=True, max_size=3)))
        if circles or at + 1 < len(NAMES)
        else ()
        for at, name in enumerate(NAMES)
    }


FINDINGS = st.lists(
    st.builds(
        lambda rule, start, length: finding(rule, start, start + length),
        st.sampled_from(NAMES),
        st.integers(0, 20),
        st.integers(0, 6),
    ),
    max_size=25,
)


@given(FINDINGS, yielding(circles=False))
def test_a_finding_falls_exactly_if_one_that_stands_is_above_it(
    found: list[Finding], yields: dict[str, tuple[str, ...]]
) -> None:
    kept = superseded(found, yields)
    for each in set(found):
        silenced = any(other.span.overlaps(each.span) and covered(yields[each.rule], other.rule) for other in kept)
        assert (each in kept) is not silenced


@given(FINDINGS, yielding(circles=True))
def test_whatever_the_rules_yield_to_no_two_that_stand_contradict_and_none_is_lost_for_nothing(
    found: list[Finding], yields: dict[str, tuple[str, ...]]
) -> None:
    kept = superseded(found, yields)
    assert kept == superseded(reversed(found), yields)
    assert sorted(set(kept), key=found.index) == sorted(kept, key=found.index)
    for each in set(found) - set(kept):
        # In a circle the first also silences the rules that it yields to.
        assert any(
            other.span.overlaps(each.span)
            and (covered(yields[each.rule], other.rule) or covered(yields[other.rule], each.rule))
            for other in kept
        )


def test_no_shipped_rules_yield_in_a_circle() -> None:
    catalog = Catalog()
    above = {
        name: {other for selector in catalog.load(name).yields_to for other in catalog.matching(selector)} - {name}
        for name in catalog.names
    }
    while free := [name for name, others in above.items() if not others & above.keys()]:
        for name in free:
            del above[name]
    assert not above
