"""What is known beforehand of mistaken letters: keyboards, look-alike sounds, English endings; costs in
natural logs."""

from __future__ import annotations

from itertools import permutations

from fanlint.language.en.channel import Channel

_VOWELS = frozenset("aeiouy")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SOUNDS = "ck cs sz gj fv kq mn dt bp iy uw xs vw lr cq"
_GROUPS = """
    f ph 3.0, ph f 3.5, k ck 3.0, ck k 3.0, c ck 3.5, ck c 3.0, s sc 3.0, sc s 3.0, c sc 3.2, s ce 4.0,
    se ce 2.8, ce se 2.8, k ch 3.2, ch k 3.5, ks x 3.5, x cc 3.0, x xc 2.0, shun tion 4.0, sh ti 4.0,
    sh ci 4.0, sion tion 2.0, tion sion 2.0, ie ei 1.0, ei ie 1.0, er re 1.5, re er 1.8, er or 1.8,
    or er 1.8, er ar 1.8, ar er 1.8, ent ant 1.2, ant ent 1.2, ence ance 1.2, ance ence 1.2,
    ible able 1.2, able ible 1.2, y ie 2.8, ie y 2.8, ys ies 2.8, yed ied 2.8, o ou 2.8, oo u 3.0,
    u oo 3.0, u ou 2.8, f gh 3.5, w wh 2.0, r wr 2.6, n kn 2.8, g dg 2.8, dg g 2.8, j dg 3.0,
    ch tch 2.5, ea ee 2.0, ee ea 2.0, ai a 3.2, e ea 2.6, ee ie 2.5, ou ow 2.8, ow ou 2.8, aw au 2.6,
    al le 2.5, el le 2.0, le el 2.2, le al 2.8, il le 2.8, qu k 4.0, kw qu 3.5, cw qu 3.5, ly ally 2.2,
    ally ly 2.5, li ly 2.5, ley ly 2.2, ful full 2.0, full ful 1.6, yness iness 1.2, eing ing 1.8,
    ing eing 2.2"""


# Letters that may spell one sound: any of a line may be written for any other of it.
_CONSONANTS = """
    k c ck ch q cc qu kh, s ss c sc ce se ps, z s zz se ze x, f ff ph gh, j g dg dge ge,
    sh s ti ci ch ssi si ss sc sci, zh si s g z ge, ch tch ti t, t tt bt pt, d dd, n nn kn gn pn, m mm mb mn,
    ng n, l ll, r rr wr rh, w wh u, h wh, x ks cks cs cc xc ct kes, v f ve, th t d f, g gg gh gu, b bb p, p pp,
    t ed"""
_VOWEL_GROUPS = """
    e ee ea ie ei y i ey eo ae, i y e ui a, e ea a ai ie eo, a ai ay ei ey ea eigh, o a au ou aw,
    o oa ow oe ough ou eau, au aw o a ou ough augh al or, oo u ou ew ue ui o ough eu, u o ou oo a e,
    ow ou ough, oi oy, er ir ur or ar ear our re eur yr, air are ear ere eir aire, eer ear ere ier eir,
    i igh y ie uy ye eigh ai, a e i o u ai ou io iou eou ia, ur ure or our, ar or a er, ore or oar our aw"""
_ENDINGS = """
    us$ ous$ eous$ ious$ is$ ess$ as$, tion sion ssion cian tian cion xion shun sian shon ation,
    cious tious scious xious ceous shus sious, cial tial shal, el$ le$ al$ il$ ol$ yl$ ul$ all$,
    er$ or$ ar$ re$ our$ ure$ yr$ ir$ a$, ent$ ant$ int$ ment$, ence ance ense anse ince,
    ible able abel eble uble ibal, y$ ie$ ey$ ee$ i$ ay$, ary$ ery$ ory$ ury$ iry$ ry$,
    ture$ cher$ tcher$ chure$ ter$, age$ ige$ edge$ idge$ ege$ ach$, ate$ it$ et$ ite$ at$ ait$,
    ize$ ise$ yze$ yse$ ice$, ly$ ally$ lly$ ely$ ley$ aly$ elly$ lely$, ful$ full$ fully$ fuly$ fly$,
    ies$ ys$ eys$ ees$ is$, ed$ d$ t$ id$ ied$ yed$, ing$ in$ eing$ ening$ ng$, some$ sum$ som$,
    esque$ esk$, que$ k$ ck$ c$, et$ ette$ ete$, cede$ ceed$ sede$ seed$, ess$ ness$ iness$ nes$,
    gue$ g$ ge$, or$ er$ eur$, ium$ eum$ um$, ar$ air$ are$"""
_ALIKE = ((_CONSONANTS, 3.6), (_VOWEL_GROUPS, 3.8), (_ENDINGS, 3.0))
LONGEST_ENDING = 5


def _near() -> set[str]:
    found = set()
    for y, row in enumerate(_ROWS):
        for x, letter in enumerate(row):
            near = row[x + 1 : x + 2] + (_ROWS[y - 1][x : x + 2] if y else "")
            for other in near:
                found |= {letter + other, other + letter}
    return found


def prior() -> dict[tuple[str, str], float]:
    """The cost of each group of letters, (wrong, right); "" for nothing, "^" and "$" for the ends of a
    word."""
    costs: dict[tuple[str, str], float] = {}
    near = _near()
    alike = {pair for sound in _SOUNDS.split() for pair in (sound, sound[::-1])}
    for a in _LETTERS:
        for b in _LETTERS:
            if a == b:
                costs[a, a + a], costs[a + a, a] = 1.9, 2.0
                continue
            pair = a + b
            both = a in _VOWELS and b in _VOWELS
            costs[a, b] = 2.6 if both else 3.2 if pair in alike else 4.2 if pair in near else 5.6
            costs[pair, b + a] = 2.4
        costs["", a] = 3.0 if a in "eh" else 3.4 if a in _VOWELS else 4.2
        costs[a, ""] = 3.4 if a in "eh" else 3.9 if a in _VOWELS else 4.8
    for mark in "'-":
        costs["", mark], costs[mark, ""] = 0.6, 1.5
    for row in _GROUPS.split(","):
        wrong, right, cost = row.split()
        costs[wrong, right] = float(cost)
    _add_sounds(costs)
    return costs


def _add_sounds(costs: dict[tuple[str, str], float]) -> None:
    """Add the letters that sound alike, where the costs of single letters do not already come to as little."""
    letters = Channel(costs)
    for sounds, cost in _ALIKE:
        for alike in sounds.split(","):
            for wrong, right in permutations(alike.split(), 2):
                if max(len(wrong), len(right)) <= LONGEST_ENDING and letters.aligned(wrong, right) > cost + 0.3:
                    costs[wrong, right] = min(cost, costs.get((wrong, right), cost))
