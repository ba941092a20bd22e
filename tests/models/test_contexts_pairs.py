"""Which pairs of words the context models are learnt for, and together with which others."""

from __future__ import annotations

import pytest

from tools.contexts_pairs import groups, past, progressive, third


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("walk", "walked walks walking"),
        ("smile", "smiled smiles smiling"),
        ("cry", "cried cries crying"),
        ("stay", "stayed stays staying"),
        ("stop", "stopped stops stopping"),
        ("reach", "reached reaches reaching"),
        ("agree", "agreed agrees agreeing"),
        ("die", "died dies dying"),
    ],
)
def test_forms_of_a_verb(verb: str, forms: str) -> None:
    assert f"{past(verb)} {third(verb)} {progressive(verb)}" == forms


def test_rare_pairs_of_a_family_learn_together_and_no_pair_twice() -> None:
    uses = {"wrap": 2000, "rap": 1600, "wrapped": 9000, "rapped": 400, "wraps": 90, "raps": 70}
    found = {group.pairs for group in groups(lambda word: uses.get(word, 0))}
    assert found == {(("rap", "wrap"),), (("raps", "wraps"), ("rapped", "wrapped"))}
    pairs = [frozenset(pair) for group in groups(lambda _: 100) for pair in group.pairs]
    assert len(pairs) == len(set(pairs)) > 1000


def test_a_pair_of_a_rare_word_is_left_out() -> None:
    assert groups(lambda _: 0) == []
