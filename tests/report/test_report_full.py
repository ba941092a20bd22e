"""The writer's report, compared with what it should look like."""

from __future__ import annotations

import re

from report_drafts import PLAIN, draft, fault, full, misspelt, outcome, place

from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span, replace
from fanlint.report import Checked, Outcome, Style, render
from fanlint.report.screen import mentions, width


def shows(report: str, expected: str) -> None:
    assert report == expected.lstrip("\n")


def test_a_small_draft() -> None:
    source = draft('The lamp went out.\n\n" Wait," said Mina. She rapped her arms around him.\nTeh end.\n')
    quote = place(source, " Wait")
    space = Span(quote.start, quote.start + 1)
    rapped = fault(
        source,
        "rapped",
        replace(place(source, "rapped"), "wrapped", Safety.UNSAFE),
        rule="confusables/rapped",
        message="“Rapped” is knocking.",
    )
    message = "There is a space after the opening quotation mark."
    fix = replace(space, "", Safety.SAFE, "Remove the space.")
    inside = Finding("dialogue/space-inside-quotes", space, message, Severity.WARNING, (fix,))
    shows(
        full(source, inside, rapped, misspelt(source, "Teh", "The", "Tea")),
        """
  3 | " Wait," said Mina. She rapped her arms around him.
    |  ^
    There is a space after the opening quotation mark. Remove the space.
    draft.txt:3:2  dialogue/space-inside-quotes  [--fix]

  3 | " Wait," said Mina. She rapped her arms around him.
    |                         ^^^^^^
    “Rapped” is knocking. Try: “wrapped”
    draft.txt:3:25  confusables/rapped  [--unsafe-fixes]

  4 | Teh end.
    | ^^^
    This is no word. Try: “The” or “Tea”
    draft.txt:4:1  spelling/non-word  [--fix]

draft.txt: 3 mistakes. --fix can correct 2 of them, --unsafe-fixes 1 more.
""",
    )


def test_a_clean_draft() -> None:
    assert full(draft("All was well.\n")) == "No mistakes found in draft.txt.\n"


def test_an_empty_file() -> None:
    assert full(draft("")) == "Nothing to check: draft.txt is empty.\n"


def test_a_fault_in_an_empty_file() -> None:
    report = full(draft(""), Finding("structure/empty", Span(0, 0), "There is nothing here.", Severity.ERROR))
    shows(
        report,
        """
  1 |
    | ^
    There is nothing here.
    draft.txt:1:1  structure/empty

draft.txt: 1 mistake.
""",
    )


def test_notes_are_softer_and_say_that_they_are_notes() -> None:
    source = draft("She sighed. He sighed. They sighed.")
    also = (place(source, "sighed", 1), place(source, "sighed", 2))
    note = fault(source, "sighed", rule="style/echo", message="Much sighing.", severity=Severity.HINT, also=also)
    shows(
        full(source, note),
        """
  1 | She sighed. He sighed. They sighed.
    |     ~~~~~~
    Much sighing. And 2 more places: line 1.
    draft.txt:1:5  style/echo  note

No mistakes found in draft.txt, only 1 note.
""",
    )


def test_at_most_six_further_lines_are_named() -> None:
    source = draft("colour\n" * 9)
    also = tuple(place(source, "colour", nth) for nth in range(1, 9))
    report = full(source, fault(source, "colour", also=also))
    assert "And 8 more places: lines 2, 3, 4, 5, 6, 7, …." in report


def test_unknown_names_are_one_list() -> None:
    source = draft("Jun and Kaori met.\nKaori smiled.\nRock Ito bowed.\n")
    names = [
        fault(source, "Jun", rule="canon/unknown-name", severity=Severity.HINT),
        fault(source, "Kaori", rule="canon/unknown-name", severity=Severity.HINT, also=(place(source, "Kaori", 1),)),
        fault(source, "Rock Ito", rule="canon/unknown-name", severity=Severity.HINT),
    ]
    shows(
        full(source, *names),
        """
  Names not in any canon (add them with `fanlint words add NAME`):
    Kaori ×2 (line 1), Jun (line 1), Rock Ito (line 3)

No mistakes found in draft.txt, only 3 unknown names.
""",
    )


def test_a_list_of_names_breaks_between_names_only() -> None:
    words = [f"Name{chr(97 + number)} Ito" for number in range(20)]
    source = draft("\n".join(words))
    names = [fault(source, word, rule="canon/unknown-name", severity=Severity.HINT) for word in words]
    rows = full(source, *names, style=Style(width=60)).splitlines()[2:-2]
    assert len(rows) > 3
    assert all(len(row) <= 60 for row in rows)
    assert all(row.strip().startswith("Name") and row.endswith((")", "),")) for row in rows)


def test_several_files_have_headings_and_one_sum() -> None:
    first, second = draft("Teh end.", path="one.txt"), draft("Fine.", path="two.txt")
    run = Outcome((Checked("one.txt", first, (misspelt(first, "Teh", "The"),)), Checked("two.txt", second, ())))
    shows(
        render("full", run, PLAIN),
        """
one.txt: 1 mistake

  1 | Teh end.
    | ^^^
    This is no word. Try: “The”
    one.txt:1:1  spelling/non-word  [--fix]

2 files: 1 mistake. --fix can correct it.
""",
    )


def last_line(run: Outcome, style: Style = PLAIN) -> str:
    return render("full", run, style).splitlines()[-1]


def test_the_last_line_counts_what_was_mended() -> None:
    source = draft("Teh ende.")
    style = Style(width=80, fix=True)
    assert last_line(Outcome((Checked("draft.txt", source, ()),), fixed=1), style) == (
        "Fixed 1 mistake in draft.txt. No mistakes are left."
    )
    left = misspelt(source, "ende", "end", safety=Safety.UNSAFE)
    assert last_line(Outcome((Checked("draft.txt", source, (left,)),), fixed=1_200), style) == (
        "Fixed 1,200 mistakes in draft.txt. 1 mistake is left. --fix --unsafe-fixes can correct it."
    )


def test_the_last_line_offers_no_flag_that_was_given() -> None:
    source = draft("Teh ende.")
    findings = (misspelt(source, "Teh", "The"), misspelt(source, "ende", "end", safety=Safety.UNSAFE))
    run = Outcome((Checked("draft.txt", source, findings),))
    found = "draft.txt: 2 mistakes."
    assert last_line(run) == f"{found} --fix can correct 1 of them, --unsafe-fixes 1 more."
    assert last_line(run, Style(unsafe=True)) == f"{found} --fix --unsafe-fixes can correct all of them."
    assert last_line(run, Style(fix=True)) == f"{found} --fix --unsafe-fixes can correct 1 of them."
    assert last_line(run, Style(fix=True, unsafe=True)) == found
    assert "[--" not in render("full", run, Style(fix=True, unsafe=True))


def test_unreadable_files_are_counted_and_nothing_is_praised() -> None:
    checked = Checked("a.txt", draft("Fine."), ())
    assert last_line(Outcome((checked,), errors=("b.txt: no.",))) == (
        "No mistakes found in a.txt. 1 file could not be read."
    )
    assert last_line(Outcome((), errors=("b.txt: no.",))) == "Nothing was checked. 1 file could not be read."
    assert last_line(Outcome((Checked("-", draft("Fine."), ()),))) == "No mistakes found in standard input."


def test_a_fix_across_a_comment_is_not_promised() -> None:
    source = draft("in <!-- fanlint: words Kaori -->deed it was")
    span = place(source, "in deed")
    crossing = Finding("grammar/split", span, "One word.", Severity.ERROR, (replace(span, "indeed", Safety.SAFE),))
    report = full(source, crossing)
    assert "Try: “indeed”" in report
    assert "--fix" not in report


def underlined(report: str) -> str:
    """What the underline of the first finding stands under, taken column by column."""
    quoted, under = (row[6:] for row in report.splitlines()[:2])
    first, last = under.index("^"), under.rindex("^") + 1
    taken, column = "", 0
    for char in quoted:
        if first <= column < last or (column == last and taken and not width(char)):
            taken += char
        column += width(char)
    return taken


def test_the_underline_stands_below_the_fault() -> None:
    for text in (
        "teh end",
        "It was teh",
        "“Well,” she said—“teh end.”",
        "😀😀 teh end",
        "ｗｉｄｅ 日本 teh end",
        "cafe\u0301 re\u0301sume\u0301 teh end",
        "\tteh end",
        "zero\u200bwidth teh",
    ):
        source = draft(text)
        assert underlined(full(source, misspelt(source, "teh"))) == "teh", text


def test_a_wide_fault_has_a_wide_underline() -> None:
    source = draft("It was 日本 then.")
    assert "|        ^^^^\n" in full(source, fault(source, "日本"))


def test_a_long_line_is_cut_around_the_fault_between_words() -> None:
    source = draft("The long rain fell on the tin roof. " * 30 + "Teh end came. " + "And still it rained on. " * 30)
    for columns in (40, 80, 120):
        report = full(source, misspelt(source, "Teh"), style=Style(width=columns))
        row = report.splitlines()[0]
        assert columns * 0.7 < len(row) <= columns
        shown = row[6:]
        assert shown[0] == shown[-1] == "…"
        text = source.document.text
        at = text.index(shown[1:-1])
        assert text[at - 1] == " " and text[at + len(shown) - 2] == " "
        assert underlined(report) == "Teh"


def test_a_fault_at_the_end_of_a_long_line_and_of_the_file() -> None:
    source = draft("The long rain fell on the tin roof. " * 30 + "It was teh")
    report = full(source, misspelt(source, "teh"))
    assert report.splitlines()[0].endswith(" It was teh")
    assert underlined(report) == "teh"
    end = len(source.document.text)
    after = full(source, Finding("structure/end", Span(end, end), "No stop.", Severity.ERROR))
    quoted, under = after.splitlines()[:2]
    assert quoted.endswith(" It was teh")
    assert under.index("^") == len(quoted) < 80


def test_a_fault_longer_than_the_terminal() -> None:
    source = draft("word " * 100)
    report = full(source, Finding("style/long", Span(0, 500), "Too long.", Severity.WARNING))
    assert all(len(row) <= 80 for row in report.splitlines())
    assert "…" in report.splitlines()[0]


def test_a_fault_over_several_lines_is_underlined_to_the_end_of_its_first() -> None:
    source = draft("One line\nand another")
    rows = full(source, Finding("style/x", Span(4, 12), "It goes on.", Severity.ERROR)).splitlines()
    assert rows[:2] == ["  1 | One line", "    |     ^^^^…"]


def test_windows_newlines_and_utf_16() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        source = draft("“One.”\r\n\r\n“Two teh.”\r\n", encoding)
        report = full(source, misspelt(source, "teh"))
        assert report.startswith("  3 | “Two teh.”\n    |      ^^^\n")
        assert "draft.txt:3:6" in report


def test_nothing_in_a_draft_can_command_the_terminal() -> None:
    source = draft("\x1b[2J teh \x9b31m \u202e end\x07 \u2028.")
    report = full(source, misspelt(source, "teh"), fault(source, "\x1b[2J", message="Odd: “\x1b[2J”\nand more."))
    assert not set(report) & set("\x1b\x9b\x07\u202e\u2028")
    path = render("full", outcome(source, misspelt(source, "teh"), path="a\x1b[31m\udcff.txt"), PLAIN)
    assert "a�[31m�.txt:1:" in path


def test_colour_changes_nothing_but_colour() -> None:
    source = draft("Teh end of teh story.")
    findings = (misspelt(source, "Teh", "The"), misspelt(source, "teh", "the"))
    plain, painted = (full(source, *findings, style=Style(color=color, width=80)) for color in (False, True))
    assert "\x1b" not in plain and "\x1b[31m^^^" in painted
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == plain


def advice_on(source_text: str, text: str, *fixes: Fix, message: str = "Hm.") -> str:
    source = draft(source_text)
    return full(source, fault(source, text, *fixes, message=message)).splitlines()[2].strip()


def test_advice_shows_at_most_three_choices() -> None:
    fixes = [replace(Span(0, 3), word, Safety.MANUAL) for word in ("the", "tea", "ten", "tech")]
    assert advice_on("teh", "teh", *fixes) == "Hm. Try: “the”, “tea” or “ten”"


def test_advice_shows_the_whole_fault_as_it_would_be() -> None:
    fix = replace(Span(5, 6), "o", Safety.SAFE)
    assert advice_on("Haruna Sakura", "Haruna Sakura", fix) == "Hm. Try: “Haruno Sakura”"


def test_advice_on_spaces_and_marks_is_the_title() -> None:
    assert advice_on("so , yes", " ,", replace(Span(2, 3), "", Safety.SAFE, "Remove the space")) == (
        "Hm. Remove the space."
    )
    assert advice_on("the  end", "the  end", replace(Span(0, 8), "the end", Safety.SAFE, "Leave one space.")) == (
        "Hm. Leave one space."
    )
    assert advice_on("alot", "alot", replace(Span(0, 4), "a lot", Safety.SAFE)) == "Hm. Try: “a lot”"


def test_advice_is_not_given_twice() -> None:
    assert advice_on("so , yes", " ,", replace(Span(2, 3), "", Safety.SAFE), message="Remove the space.") == (
        "Remove the space."
    )
    assert advice_on("teh", "teh", replace(Span(0, 3), "the", Safety.SAFE), message="Write “the”.") == "Write “the”."
    fixes = [replace(Span(0, 3), word, Safety.MANUAL) for word in ("the", "tea", "ten")]
    asks = "Did you mean “the”?"
    assert advice_on("teh", "teh", *fixes, message=asks) == f"{asks} Or: “tea” or “ten”"
    double = replace(Span(0, 7), "the", Safety.SAFE)
    assert advice_on("the the", "the the", double, message="“the” stands twice.") == "“the” stands twice. Try: “the”"


def test_a_fix_in_many_places_is_told_by_its_title() -> None:
    edits = (Edit(Span(0, 3), "Lee"), Edit(Span(100, 103), "Lee"))
    fix = Fix(edits, Safety.SAFE, "Write “Lee” everywhere.")
    assert advice_on("lee" + " " * 97 + "lee", "lee", fix) == "Hm. Write “Lee” everywhere."


def test_words_that_a_message_speaks_of_are_in_italics_where_there_is_colour() -> None:
    message = "Did you mean “*were*”? *Were* is the past of *are*."
    assert mentions(message, color=False) == message
    italics = "Did you mean “*were*”? \x1b[3mWere\x1b[23m is the past of \x1b[3mare\x1b[23m."
    assert mentions(message, color=True) == italics
