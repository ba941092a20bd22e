"""Capitals: what a word's are, and how to give them to another word."""

from __future__ import annotations


def is_capitalised(word: str) -> bool:
    """An upper-case first letter, whatever follows."""
    return word[:1].isupper()


def is_shouted(word: str) -> bool:
    """All capitals, and more than one of them."""
    return word.isupper() and sum(map(str.isalpha, word)) > 1


def capitalise(text: str) -> str:
    """``text`` with its first letter in upper case and the rest untouched."""
    return text[:1].upper() + text[1:]


def match_case(model: str, text: str) -> str:
    """``text`` in the case of ``model``: shouted, capitalised, or as it stands."""
    if is_shouted(model) and (len(model) > 2 or is_shouted(text)):
        return text.upper()
    if is_capitalised(model):
        return capitalise(text)
    return text
