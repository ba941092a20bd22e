"""Which rules a selector stands for: “all”, a rule's name, a folder of rules, or a tag that several folders share."""

from __future__ import annotations

from collections.abc import Iterable

_LANGUAGE = ("confusions", "context", "eggcorns", "fused", "grammar", "spelling", "split-words")
TAGS: dict[str, tuple[str, ...]] = {
    # How words are spelled and used: what a character with a dialect is exempt from.
    "@language": _LANGUAGE,
    # About words at all: what a character is exempt from for the words that the settings allow them. A name is a name
    # in any dialect, so rules about names are no matter of language.
    "@words": (*_LANGUAGE, "canon", "consistency"),
    # Rules that go by what stands on the page. A model's guess about the same place gives way to them.
    "@exact": (
        *("canon", "capitals", "confusions", "dialogue", "eggcorns", "fused", "grammar", "honorifics", "spelling"),
        "split-words",
    ),
}


def covers(selector: str, rule: str) -> bool:
    """Whether a selector stands for the rule of that name."""
    if selector in ("all", "ALL"):
        return True
    if selector in TAGS:
        return rule.partition("/")[0] in TAGS[selector]
    plain = selector.rstrip("/")
    return rule == plain or rule.startswith(plain + "/")


def covered(selectors: Iterable[str], rule: str) -> bool:
    """Whether any of the selectors stands for the rule of that name."""
    return any(covers(selector, rule) for selector in selectors)
