"""The same word in the spelling of another English: American, British, Canadian, Australian."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fanlint.language.en.lexicon import Lexicon
    from fanlint.language.word_list import Words

# British ending or letters, American ones. Each is tried where it stands, and counts only if the result is a word.
_SWAPS = (
    ("our", "or"),
    ("ise", "ize"),
    ("isi", "izi"),
    ("isa", "iza"),
    ("yse", "yze"),
    ("ysi", "yzi"),
    ("tre", "ter"),
    ("bre", "ber"),
    ("ence", "ense"),
    ("ll", "l"),
    ("lful", "llful"),
    ("lment", "llment"),
    ("amme", "am"),
    ("mould", "mold"),
    ("plough", "plow"),
    ("ellery", "elry"),
    ("pyjama", "pajama"),
    ("luminium", "luminum"),
    ("moustache", "mustache"),
    ("sceptic", "skeptic"),
    ("cosy", "cozy"),
    ("grey", "gray"),
    ("ageing", "aging"),
    ("judgement", "judgment"),
)
# Spellings that the word lists call neutral, but a reader does not: those of America, and those of everywhere else.
_AMERICAN = frozenset("gray grays grayer grayest grayish".split())
_ELSEWHERE = frozenset("grey greys greyer greyest greyish centre centres metre metres litre litres".split())


def counterpart(word: str, wanted: str, lexicon: Lexicon | Words) -> str | None:
    """What lower-case ``word`` is in the English ``wanted`` ("us", "uk", "ca" or "au"); None where it is at home there
    already, or has no such twin. Only spelling counts: lift and elevator are two words."""
    if _is_at_home(word, wanted, lexicon):
        return None
    for swap in _SWAPS:
        for old, new in (swap, swap[::-1]):
            at = word.rfind(old)
            if at > 0 or (at == 0 and len(old) > 3):
                twin = word[:at] + new + word[at + len(old) :]
                if twin != word and twin in lexicon and _is_at_home(twin, wanted, lexicon):
                    return twin
    return None


def _is_at_home(word: str, english: str, lexicon: Lexicon | Words) -> bool:
    if word in _AMERICAN or word in _ELSEWHERE:
        return (word in _AMERICAN) == (english == "us")
    return lexicon.at_home(word, english)
