"""Words that stand side by side today, or in clipped speech, and hardly did in the novels that the models know."""

from __future__ import annotations

from fanlint.text.tokens import Tokens

LEANING = frozenset("come couple go help instead likely".split())
"""After these nothing need be missing: “a couple thousand”, “come see”, “would likely take”."""
# Before a subject a relative is left out at will: “the resources the house had”, “the one her friends liked”.
_SUBJECTS = frozenset(
    """a an another each every he her his i it its my nobody no one our she some that the their these they this those we
    you your""".split()
)
LED = _SUBJECTS | frozenset("not of own part plenty way".split())
"""Before these nothing need be missing: “way too long”, “I not know”. “It bounced of the wall” is another slip."""
_PAIRS = frozenset(
    {
        *(
            ("at", "face"),
            ("at", "time"),
            ("close", "done"),
            ("going", "spare"),
            ("if", "needed"),
            ("in", "back"),
            ("in", "dock"),
        ),
        *(("in", "middle"), ("into", "fists"), ("is", "be"), ("on", "screen"), ("on", "speaker"), ("on", "track")),
        *(("to", "done"), ("was", "be")),
    }
)
_ASKING = frozenset("how since then what when where why".split())
_AUXILIARIES = frozenset("am are could did do does had has have is should was were will would".split())
_PARTING = frozenset("at ever just never not of then".split())
_BEFORE_TO = frozenset("at by for from had has have in of on out stood with".split())
_MODALS = frozenset("could may might must ought should would".split())


def are_side_by_side(left: str, right: str) -> bool:
    """Whether nothing need be missing between two words (as keys): at face value; when was the last time?"""
    return (left, right) in _PAIRS or "'" in left or (left in _ASKING and right in _AUXILIARIES)


def stands_free(index: int, tokens: Tokens) -> bool:
    """Whether a small word stands in lower case between spaces, beside no abbreviation, and in no phrase of today."""
    if not 0 < index < len(tokens) - 1 or not tokens.gaps[index] == " " == tokens.gaps[index + 1]:
        return False
    beside = tokens.words[index - 1 : index + 2]
    if not tokens.words[index].islower() or any(map(str.isupper, beside)):
        return False
    left, word, right = tokens.keys[index - 1 : index + 2]
    if right in ("and", "or") or (left, word) in (("like", "if"), ("only", "if")):
        return False
    if (
        word == "to"
    ):  # “to constantly go”, “he had to go”; “he had much to reply to of course”, “all he looked at to see”
        return right not in _PARTING and left not in _BEFORE_TO and not right.endswith("ly")
    if word == "of":  # how some people say “would have”; another rule is for that
        return left not in _MODALS and "'" not in left
    if word in ("a", "an") and right == "not":  # “a not unkind face”
        return False
    return word not in ("a", "an", "the") or not right.endswith("ly")  # “how the seemingly easy things go”
