"""The same word in the spelling of the other side of the Atlantic."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fanlint.english.lexicon import Lexicon
    from fanlint.languages.lexicon import Words

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
# Spellings that the word lists call neutral, but a reader does not.
_KNOWN = {"grey": "uk", "gray": "us", "greys": "uk", "grays": "us", "centre": "uk", "metre": "uk", "litre": "uk"}


def counterpart(word: str, wanted: str, lexicon: Lexicon | Words) -> str | None:
    """What lower-case ``word`` is in the variety ``wanted`` ("us" or "uk"); None where it is at home there already, or
    has no such twin. Only spelling counts: lift and elevator are two words."""
    home = _KNOWN.get(word) or lexicon.variety(word)
    if home is None or home == wanted:
        return None
    for british, american in _SWAPS:
        old, new = (british, american) if wanted == "us" else (american, british)
        at = word.rfind(old)
        if at > 0 or (at == 0 and len(old) > 3):
            twin = word[:at] + new + word[at + len(old) :]
            if twin in lexicon and (_KNOWN.get(twin) or lexicon.variety(twin) or wanted) == wanted:
                return twin
    return None
