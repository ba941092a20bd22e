"""Italian: elision, and pronouns hung on to verbs."""

from __future__ import annotations

from fanlint.language.base import Language, paradigm
from fanlint.text.typography import Typography

LANGUAGE = Language(
    "it",
    typography=Typography(opening="“«", closing="»”", dashed=True),
    elided=frozenset(
        "l un d c s m t v n all dall dell nell sull coll quell bell sant nessun qualcun ciascun cos com dov quand "
        "anch tutt mezz gl senz pover grand quant quest ognun".split()
    ),
    enclitics=("mi", "ti", "si", "ci", "vi", "lo", "la", "li", "le", "ne", "gli", "me", "te", "se", "ce", "ve", "glie"),
    hosts=("ar", "er", "ir", "ando", "endo"),
    paradigms=(
        paradigm("o a e i", "o a i e amente"),
        paradigm("e", "mente"),
        paradigm("le re", "lmente rmente"),
        paradigm(
            "are",
            "ar o i a iamo ate ano avo avi ava avano ai asti ò ammo aste arono erò erà eremo eranno erei erebbe "
            "erebbero ami alo ala ali ale aci agli amelo assi asse assero ando ato ata ati",
        ),
        paradigm("ere ire", "er ir endo imi iti ilo ila ili ile igli"),
    ),
    doubled=frozenset("di il lo gli un una e in con che del della dei per al alla è".split()),
)
