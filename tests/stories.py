"""Short stories put together out of the pieces of dialogue, each with the ways in which writers get it wrong."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import strategies as st


class Piece(NamedTuple):
    """A piece of a paragraph as it is right, and as it may be wrong."""

    right: str
    wrong: tuple[str, ...] = ()


class Quotes(NamedTuple):
    """The marks of a style: speech, and what is quoted in it, each opening and closing; and its apostrophe."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    apostrophe: str


STYLES = {
    "American, curly": Quotes("“", "”", "‘", "’", "’"),
    "American, straight": Quotes('"', '"', "'", "'", "'"),
    "British, curly": Quotes("‘", "’", "“", "”", "’"),
    "British, straight": Quotes("'", "'", '"', '"', "'"),
}
# Placeholders for the marks of a style, which no story has.
OPEN, CLOSE, INNER_OPEN, INNER_CLOSE, APOSTROPHE = "\ue000", "\ue001", "\ue002", "\ue003", "@"

O = Piece(OPEN, ("", OPEN + " ", CLOSE))  # noqa: E741
C = Piece(CLOSE, ("", " " + CLOSE, OPEN, CLOSE + CLOSE))
COMMA = Piece(",", (".", "", ",,", " ,", ";"))
STOP = Piece(".", (",", "", " .", ".."))
ASKS = Piece("?", ("??", " ?", "?.", "?,"))
CRIES = Piece("!", ("!.", " !", "!,", "!!"))
DASH = Piece("—", (" —", "--", "-", "— "))
DOTS = Piece("...", ("....", "..", " ...", "…"))
GAP = Piece(" ", ("  ", ""))
NAMES = ("Mira", "Ren", "Sakura", "Tobin")
SAYS = ("said", "whispered", "muttered", "yelled", "murmured")
BEATS = ("looked up", "shook his head", "closed the door", "turned away", "put down the cup")
NARRATION = (
    (
        "The rain had stopped by the time they reached the bridge",
        "The rain had stoped by the time they reached the bridge",
    ),
    ("Nobody spoke for a long while", "Nobody spoke for for a long while"),
    (
        "There was a light in the kitchen, and the kettle was on",
        "There was a light in the the kitchen, and the kettle was on",
    ),
    ("It was definitely too late to go home", "It was definately too late to go home"),
    ("Somewhere below them a dog barked", "somewhere below them a dog barked"),
    ("The door@s hinges had rusted, and it wouldn@t move", "The doors hinges had rusted, and it wouldnt move"),
    (
        "She had thought about it all day—the letter, the boat, the tide—and come to nothing",
        "She had thought about it all day-the letter, the boat, the tide-and come to nothing",
    ),
)
WHOLE = (
    ("I don@t know what you mean", "I dont know what you mean"),
    ("We have to go home", "we have to go home"),
    ("It@s the only way out of here", "It@s the only only way out of here"),
    ("You can@t believe a word of that", "You cant beleive a word of that"),
    ("I think I left the lamp on", "i think i left the lamp on"),
    ("That was three days ago", "that was three days ago"),
)
QUESTIONS = (
    ("Where have you been", "where have you been"),
    ("Are you sure about this", "Are you you sure about this"),
    ("What@s that supposed to mean", "Whats that supposed to mean"),
    ("Did you see her face", "Did you see her her face"),
)
HALVES = (
    ("If you go now", "we won@t see you again"),
    ("I told you", "that the door was locked"),
    ("In that case", "I@ll take the other one"),
)
CUT_OFF = ("But I thought you were", "You can@t just", "Wait, I didn@t")
TRAILING = ("I only wanted to", "Maybe if we", "It was so")
STUTTERS = ("S-stop that", "I-I don@t know", "N-no, it@s mine", "W-what do you want")


def _of(choices: tuple[tuple[str, str], ...]) -> st.SearchStrategy[Piece]:
    return st.sampled_from([Piece(right, (wrong,)) for right, wrong in choices])


names = st.sampled_from(NAMES)
whole = _of(WHOLE)
questions = _of(QUESTIONS)
narration = _of(NARRATION)


@st.composite
def tags(draw: st.DrawFn, verbs: tuple[str, ...] = SAYS) -> list[Piece]:
    """Who says it, after a speech."""
    verb = draw(st.sampled_from(verbs))
    match draw(st.integers(0, 5)):
        case 0:
            return [Piece(f"{draw(names)} {verb}")]
        case 1:
            return [Piece(verb, (verb.capitalize(),)), Piece(f" {draw(names)}")]
        case 2:
            return [Piece(f"{draw(names)}-{draw(st.sampled_from(('chan', 'kun', 'sensei')))} {verb} quietly")]
    pronoun = draw(st.sampled_from(("he", "she", "they")))
    return [Piece(pronoun, (pronoun.capitalize(),)), Piece(f" {verb}")]


@st.composite
def beats(draw: st.DrawFn) -> list[Piece]:
    who, does = draw(st.sampled_from((*NAMES, "He", "She"))), draw(st.sampled_from(BEATS))
    lower = (who.lower(),) if who in ("He", "She") else ()
    return [
        Piece(who, lower),
        Piece(" " + does.replace("his", "her" if who in ("She", "Mira", "Sakura") else "his")),
        STOP,
    ]


@st.composite
def paragraphs(draw: st.DrawFn) -> list[Piece]:
    """A paragraph of one of the patterns of dialogue."""
    pattern = draw(st.integers(0, 21))
    name = draw(names)
    comma = Piece(",", (" ,", ",,"))
    match pattern:
        case 0:
            return [draw(narration), STOP, GAP, draw(narration), STOP]
        case 1:
            return [O, draw(whole), COMMA, C, GAP, *draw(tags()), STOP]
        case 2:
            return [O, draw(questions), ASKS, C, GAP, *draw(tags(("asked", "whispered", "demanded"))), STOP]
        case 3:
            return [O, draw(whole), STOP, C, GAP, *draw(beats())]
        case 4:
            return [Piece(name), Piece(f" {draw(st.sampled_from(SAYS))}"), COMMA, GAP, O, draw(whole), STOP, C]
        case 5:
            first, second = draw(st.sampled_from(HALVES))
            rest = Piece(second, () if second.startswith("I@") else (second.capitalize(),))
            # With a full stop after the tag, the second half would be a sentence of its own.
            again = Piece(",", ("", " ,", ",,"))
            return [O, Piece(first), COMMA, C, GAP, *draw(tags()), again, GAP, O, rest, STOP, C]
        case 6:
            return [O, draw(whole), COMMA, C, GAP, *draw(tags()), STOP, GAP, O, draw(whole), STOP, C]
        case 7:
            inner = draw(st.sampled_from(("Wait for me", "Leave him alone", "Never again")))
            marks = (
                Piece(INNER_OPEN, (INNER_OPEN + " ",)),
                Piece(inner),
                Piece("."),
                Piece(INNER_CLOSE, (" " + INNER_CLOSE,)),
            )
            return [O, Piece("All she told me was"), comma, GAP, *marks, C, GAP, *draw(beats())]
        case 8:
            return [O, Piece(draw(st.sampled_from(CUT_OFF))), DASH, C, GAP, *draw(beats())]
        case 9:
            return [O, Piece(draw(st.sampled_from(TRAILING))), DOTS, C, GAP, *draw(beats())]
        case 10:
            return [O, Piece("Come here"), Piece(",", ("", " ,")), Piece(f" {name}"), STOP, C, GAP, *draw(beats())]
        case 11:
            return [
                O,
                Piece(
                    draw(st.sampled_from(STUTTERS)),
                ),
                CRIES,
                C,
                GAP,
                *draw(tags(("said", "cried", "yelled"))),
                STOP,
            ]
        case 12:
            honorific = draw(st.sampled_from(("Sakura-chan", "Ren-kun", "Tobin-san")))
            return [O, Piece(honorific), Piece(",", ("", ",,", " ,")), Piece(" wait for us"), CRIES, C]
        case 13:
            thought = draw(st.sampled_from(("Where is everyone?", "Not again.", "This can@t be happening.")))
            return [Piece(f"*{thought}*"), GAP, *draw(beats())]
        case 14:
            return [O, draw(questions), ASKS, C, GAP, draw(narration), STOP]
        case 15:
            return [O, draw(whole), STOP, GAP, draw(questions), ASKS, C]
        case 16:
            action = draw(st.sampled_from(("he shrugged", "she waved the letter", "Mira laughed")))
            return [O, Piece("I thought"), C, DASH, Piece(action), DASH, O, Piece("that you knew"), STOP, C]
        case 17:
            asked = draw(st.sampled_from(("asked", "demanded")))
            return [O, draw(questions), ASKS, C, GAP, *draw(tags((asked,))), STOP, GAP, O, draw(questions), ASKS, C]
        case 18:
            return [O, Piece("No"), comma, Piece(f" {name}"), Piece(",", ("", " ,")), GAP, Piece("don@t"), STOP, C]
        case 19:
            return [O, Piece("...", ("....", "..")), Piece("and then he left"), STOP, C, GAP, *draw(beats())]
        case 20:
            return [
                Piece("So"),
                comma,
                GAP,
                Piece("what now"),
                ASKS,
                GAP,
                draw(narration),
                STOP,
                GAP,
                O,
                draw(whole),
                CRIES,
                C,
            ]
        case _:
            return [draw(narration), STOP, GAP, O, draw(whole), STOP, C, GAP, *draw(beats())]


class Story(NamedTuple):
    """A draft, and the same as it should be."""

    draft: str
    right: str


@st.composite
def stories(draw: st.DrawFn, *, faults: bool) -> Story:
    """A story of some paragraphs in one style of quotation marks; with ``faults``, some pieces of it are wrong."""
    quotes = STYLES[draw(st.sampled_from(sorted(STYLES)))]
    drafts, rights = [], []
    for pieces in draw(st.lists(paragraphs(), min_size=2, max_size=6)):
        wrong = [faults and piece.wrong and draw(st.integers(0, 5)) == 0 for piece in pieces]
        written = [
            draw(st.sampled_from(piece.wrong)) if bad else piece.right for piece, bad in zip(pieces, wrong, strict=True)
        ]
        drafts.append("".join(written))
        rights.append("".join(piece.right for piece in pieces))
    return Story(_in_style(drafts, quotes), _in_style(rights, quotes))


def _in_style(lines: list[str], quotes: Quotes) -> str:
    text = "\n\n".join(lines)
    for placeholder, mark in zip((OPEN, CLOSE, INNER_OPEN, INNER_CLOSE, APOSTROPHE), quotes, strict=True):
        text = text.replace(placeholder, mark)
    return text
