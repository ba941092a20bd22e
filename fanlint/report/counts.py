"""How much was found, in numbers and in one sentence."""

from typing import NamedTuple

from fanlint.model import Safety, Severity
from fanlint.report import Checked, Outcome, Style
from fanlint.report.places import fixable, shown_path
from fanlint.report.screen import BOLD, CYAN, GREEN, YELLOW, paint, shown

UNKNOWN_NAME = "canon/unknown-name"  # listed together, not one by one


class Tally(NamedTuple):
    """Numbers of findings. Only ``mistakes`` fail a run; ``safe`` and ``unsafe`` count findings with such a fix."""

    mistakes: int
    notes: int
    names: int
    safe: int
    unsafe: int

    @property
    def total(self) -> int:
        return self.mistakes + self.notes + self.names

    @property
    def parts(self) -> list[str]:
        """Those that are not 0, in words."""
        numbers = ((self.mistakes, "mistake"), (self.notes, "note"), (self.names, "unknown name"))
        return [count(number, noun) for number, noun in numbers if number]


def tally(outcome: Outcome) -> Tally:
    mistakes = notes = names = safe = unsafe = 0
    for checked in outcome.files:
        for finding in checked.findings:
            if finding.severity is not Severity.HINT:
                mistakes += 1
            elif finding.rule == UNKNOWN_NAME:
                names += 1
            else:
                notes += 1
            sure = fixable(checked.source, finding)
            safe += sure is Safety.SAFE
            unsafe += sure is Safety.UNSAFE
    return Tally(mistakes, notes, names, safe, unsafe)


def count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def summary(outcome: Outcome, style: Style) -> str:
    """The last line of a report for people: what was found, what was fixed, and what could be."""
    found = tally(outcome)
    sentences = [_found(outcome, found), _can_fix(found, style)]
    if outcome.errors:
        sentences.append(f"{count(len(outcome.errors), 'file')} could not be read.")
    color = (BOLD,) if found.mistakes else (BOLD, GREEN)
    return paint(" ".join(filter(None, sentences)), *color, color=style.color) + "\n"


def _found(outcome: Outcome, found: Tally) -> str:
    if not outcome.files:
        return "Nothing was checked."
    where = _where(outcome)
    if outcome.fixed:
        parts = found.parts or ["No mistakes"]
        left = f"{_listed(parts)} {'is' if found.total == 1 else 'are'} left."
        return f"Fixed {count(outcome.fixed, 'mistake')} in {where}. {left}"
    if not found.total and all(map(_is_empty, outcome.files)):
        return f"Nothing to check: {where} {'is' if len(outcome.files) == 1 else 'are'} empty."
    if not found.total:
        return f"No mistakes found in {where}."
    if not found.mistakes:
        return f"No mistakes found in {where}, only {_listed(found.parts)}."
    return f"{where}: {', '.join(found.parts)}."


def _is_empty(checked: Checked) -> bool:
    return not checked.source.written.strip()


def _listed(parts: list[str]) -> str:
    """Several numbers within a sentence."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def _where(outcome: Outcome) -> str:
    if len(outcome.files) > 1:
        return count(len(outcome.files), "file")
    path = outcome.files[0].path
    return "standard input" if path == "-" else shown(shown_path(path))


def _can_fix(found: Tally, style: Style) -> str:
    """What ``--fix`` would correct; after ``--fix``, only what needs ``--unsafe-fixes``."""
    safe = 0 if style.fix else found.safe
    unsafe = 0 if style.fix and style.unsafe else found.unsafe
    flags = "--fix"
    if style.unsafe or not safe:
        safe, unsafe, flags = safe + unsafe, 0, "--fix --unsafe-fixes"
    if not safe:
        return ""
    those = f"{safe:,} of them" if safe < found.total else "it" if safe == 1 else "all of them"
    more = f", --unsafe-fixes {unsafe:,} more" if unsafe else ""
    return f"{flags} can correct {those}{more}."


class Count(NamedTuple):
    """How often one rule found something, and how many of these findings the flags of this run could fix."""

    rule: str
    number: int
    fixable: int


def counts(outcome: Outcome, style: Style) -> list[Count]:
    """A count for each rule that found something, commonest first."""
    enough = Safety.UNSAFE if style.unsafe else Safety.SAFE
    numbers: dict[str, list[int]] = {}
    for checked in outcome.files:
        for finding in checked.findings:
            pair = numbers.setdefault(finding.rule, [0, 0])
            pair[0] += 1
            pair[1] += fixable(checked.source, finding) >= enough
    found = (Count(rule, *pair) for rule, pair in numbers.items())
    return sorted(found, key=lambda each: (-each.number, each.rule))


def statistics(outcome: Outcome, style: Style) -> str:
    """A line for each rule: how often, ``[*]`` where ``--fix`` fixes all of it and ``[-]`` where some, and its name."""
    numbers = counts(outcome, style)
    if not numbers:
        return ""
    size = max(len(f"{each.number:,}") for each in numbers)
    rows = []
    for rule, number, fixed in numbers:
        mark = "[*]" if fixed == number else "[-]" if fixed else "   "
        row = (
            paint(f"{number:>{size},}", BOLD, color=style.color),
            paint(mark, CYAN if fixed == number else YELLOW, color=style.color) if fixed else mark,
            rule,
        )
        rows.append("  ".join(row))
    marks = [mark for mark in ("[*]", "[-]") if any(mark in row for row in rows)]
    if marks:
        flags = "--fix --unsafe-fixes" if style.unsafe else "--fix"
        meaning = {"[*]": f"{flags} corrects all of these", "[-]": f"{flags} corrects some of these"}
        rows += ["", ", ".join(f"{mark} {meaning[mark]}" for mark in marks)]
    return "\n".join(rows) + "\n"
