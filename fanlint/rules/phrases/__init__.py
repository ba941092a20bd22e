"""Rules written in TOML: phrases with one brace notation, and one index that finds those of all rules."""

from fanlint.rules.phrases.index import PhraseIndex
from fanlint.rules.phrases.notation import parse_phrase
from fanlint.rules.phrases.rule import KINDS, PhraseRule, own_classes, read_rules

__all__ = ["KINDS", "PhraseIndex", "PhraseRule", "own_classes", "parse_phrase", "read_rules"]
