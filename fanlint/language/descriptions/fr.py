"""French: elision before a vowel; ligatures are often typed as two letters."""

from __future__ import annotations

from fanlint.language.base import Language, paradigm
from fanlint.text.typography import Typography

LANGUAGE = Language(
    "fr",
    typography=Typography(opening="“«", closing="»”", dashed=True),
    elided=frozenset("l d j m t s n c qu jusqu lorsqu puisqu quoiqu quelqu presqu aujourd entr".split()),
    paradigms=(
        paradigm(
            "er",
            "e es ons ez ent é ée és ées ant ais ait ions iez aient ai as a âmes âtes èrent erai eras era erons erez "
            "eront erais erait erions eraient ât",
        ),
        paradigm("é", "ée és ées"),
        paradigm("e", "es"),
        paradigm("eur", "eurs euse euses"),
    ),
    same=(("œ", "oe"), ("æ", "ae")),
    doubled=frozenset("de le la les un une des et à dans avec pour que qui du au ce sur est".split()),
)
