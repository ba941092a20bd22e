"""Portuguese, on both sides of the ocean."""

from __future__ import annotations

from fanlint.language.base import Language, paradigm
from fanlint.text.typography import Typography

LANGUAGE = Language(
    "pt",
    typography=Typography(opening="“«", closing="»”", dashed=True),
    paradigms=(paradigm("o a", "o a os as"),),
    # The spelling of Portugal before 2009: acção, óptimo.
    same=(("ct", "t"), ("cç", "ç"), ("cc", "c"), ("pt", "t"), ("pç", "ç")),
    # Parts of hyphenated verbs: guardá-lo, vê-la, fá-lo-ia, amá-lo-emos.
    words=frozenset("lo la los las no na nos nas lhe lhes to ta mo ma ei ás emos eis ão ia ias íamos iam".split()),
    doubled=frozenset("de o os um uma e em com que do da dos das para por se seu sua é".split()),
)
