"""What is right in dialogue, and what only the story's own habit decides."""

from __future__ import annotations

import pytest

from fanlint.engine.linter import Linter
from fanlint.rules.catalog import Catalog
from fanlint.text.document import Document

CATALOG = Catalog()
PROFILES = {
    name: Linter([CATALOG.load(rule) for rule in CATALOG.of_profile(name)]) for name in ("default", "beta-read")
}


def said(text: str, profile: str = "default") -> list[str]:
    return [finding.rule for finding in PROFILES[profile].lint(Document(text))]


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(
    "text",
    [
        '"Yesssss! Waaait!" The boys ran. "Nooo!"',
        '"W-we d-don\'t... M-Marten-san..."',
        "\"Ye be late, 'Enry. I ain't waitin' no more.\"",
        '"What in the w—" Nobody heard the rest. "Stefa—"',
        '"The first day it rained.\n\n"The second day it snowed," he said.',
        '"Is it late?" I asked.',
        '"Is it late?" Ilse asked.',
        '"Is it late?" She looked out.',
        '"Well." He sighed and sat down.',
        '"Well," he sighed.',
        "“It was my”—he looked round—“first time.”",
        '"Are you cold? Are you wet?" he said.',
        'The so-called "queen" had left the house.',
        "She called it 'a farce', and went home.",
        "'The Martens' house is empty,' he said. 'We looked.'\n\n'So it is,' she said.",
        "He was 6'2\" and proud of it.",
    ],
)
def test_what_is_right_is_left_alone(text: str, profile: str) -> None:
    assert said(text, profile) == []


DOTS = "Well... he left... and so... it ended... at last... then. "
SPEECH = '"No." ' * 25 + "\n\n"


@pytest.mark.parametrize(
    ("story", "odd", "rule"),
    [
        (DOTS, '"Wait… what?"', "consistency/ellipsis-dots"),
        (DOTS, '"Wait . . . what?"', "consistency/ellipsis-dots"),
        (DOTS, '"Wait...what?"', "consistency/ellipsis-space"),
        (DOTS, '"We know the date ...!"', "consistency/space-before-dots"),
        ('"I..." she said. ' * 5, '"We...," she said.', "consistency/comma-after-dots"),
        ('"One—" He came—late. ' * 4, '"But you said--"', "consistency/cut-off-dash"),
        ('"Who?!" ' * 3, '"What!?"', "dialogue/mixed-question-cry"),
        ("“No,” he said. " * 5, '"No," she said.', "consistency/quote-shape"),
        ("“No,” he said. ", '“No," she said.', "consistency/quote-pair"),
        (SPEECH, "'No,' she said.", "consistency/speech-marks"),
        (SPEECH, "「No, thank you,」 she said.", "consistency/quote-kinds"),
        ("*Not now,* she thought. " * 4, '"Not now," she thought.', "consistency/thoughts"),
        ("They met No. 4 and No. 5, then No. 6. ", "They met No.7.", "consistency/number-sign"),
        ("It rained. They left. " * 3, "It rained.  They left.", "consistency/sentence-space"),
    ],
)
def test_the_habit_of_the_story_decides(story: str, odd: str, rule: str) -> None:
    assert rule not in said(story)
    assert rule in said(story + odd)


@pytest.mark.parametrize(
    "text",
    [
        '"Wait… what?" "Wait... who?"',
        '"But you said--" "But I said—"',
        '"What!?" "What?!"',
        '"No," she said. “No,” he said.',
        '*Not now,* she thought. "Not now," he thought.',
        "They met No.4 and No. 5.",
    ],
)
def test_a_tie_is_no_habit(text: str) -> None:
    assert not [rule for rule in said(text) if rule.startswith("consistency/") or rule == "dialogue/mixed-question-cry"]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ('"Do you need anything sir?"', '"Do you need anything, sir?"'),
        ('"Emi, run!" he cried. Little Emi ran. "Are you okay Emi?"', '"Are you okay, Emi?"'),
        ('"Emi, run!" he cried. Little Emi ran. "Emi you\'re hurt!"', '"Emi, you\'re hurt!"'),
        ('"Help me Mom!"', '"Help me, Mom!"'),
        ('"I think Emi-chan you know why."', '"I think, Emi-chan, you know why."'),
    ],
)
def test_a_name_is_set_off(text: str, mended: str) -> None:
    (finding,) = (one for one in PROFILES["default"].lint(Document(text)) if one.rule == "dialogue/vocative-comma")
    (edit,) = finding.fixes[0].edits
    assert (text[: edit.span.start] + edit.text + text[edit.span.end :]).endswith(mended)


@pytest.mark.parametrize(
    "text",
    [
        '"Emi, run!" he cried. Little Emi ran. "Have you seen Emi? Give me Emi!"',
        '"Emi, run!" he cried. Little Emi ran. "That is the wrong Emi. Tell her Emi is here."',
        '"Call me sir. My dear sir!" He bowed to the sir.',
        '"What I said Tuesday. It was late Tuesday."',
    ],
)
def test_who_is_spoken_of_is_not_called(text: str) -> None:
    assert "dialogue/vocative-comma" not in said(text)
