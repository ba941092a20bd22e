"""What is known beforehand of mistaken letters: keyboards, look-alike sounds, English endings; costs in
natural logs."""

from __future__ import annotations

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
    return costs
